package io.github.patchwork4j.client;

import mockwebserver3.MockResponse;

/** Answers as Patchwork 4.0 sends them: with a schema, zones in dates, null for what is empty, and its own links. */
final class FourZero {
    static final String PATCH = """
            {"$schema":"https://patchwork.example.org/api/schemas/PatchDetail.json","id":7,
            "url":"https://patchwork.example.org/api/1.3/patches/7/","project":{"id":1,"url":"","name":"Core",
            "link_name":"core","list_id":"core.example.org","list_email":"core@example.org","web_url":"","scm_url":"",
            "webscm_url":"","commit_url_format":""},"msgid":"<p7@example.org>","date":"2026-03-02T09:01:00.23665+01:00",
            "name":"[v2,1/2] frob","commit_ref":"","pull_url":"","state":"%s","archived":false,"hash":"",
            "submitter":{"id":1,"url":"","name":"","email":"a@example.org"},"delegate":null,
            "mbox":"https://patchwork.example.org/api/1.3/patches/7/mbox/",
            "series":[{"id":5,"url":"","name":"frobs","date":"","version":0,"mbox":""}],"comments":"",
            "check":"pending","checks":"","tags":{"R":2},"related":[],"headers":null,"content":"","diff":"",
            "prefixes":null}""";

    static final String CHECK = """
            {"$schema":"https://patchwork.example.org/api/schemas/Check.json","id":%d,"url":"",
            "user":{"id":2,"url":"","username":"ci","first_name":"","last_name":"","email":""},
            "date":"2026-11-24T06:00:00.123456789Z","state":"%s","target_url":null,"context":"%s","description":null}""";

    static final String INDEX = """
            {"$schema":"https://patchwork.example.org/api/schemas/Index.json","bundles":"x","covers":"x","events":"x",
            "patches":"x","people":"x","projects":"x","series":"x","users":"x"}""";

    private FourZero() {}

    static String patch(String state) {
        return PATCH.formatted(state);
    }

    static String check(long id, String state, String context) {
        return CHECK.formatted(id, state, context);
    }

    static MockResponse object(String json) {
        return object(200, json);
    }

    static MockResponse object(int status, String json) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .addHeader("Link", "</api/schemas/Whatever.json>; rel=\"describedBy\"")
                .body(json)
                .build();
    }

    static MockResponse list(String rows) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("Link", "</?page=1>; rel=\"first\", </?page=1>; rel=\"last\"")
                .body("[" + rows + "]")
                .build();
    }

    static MockResponse problem(int status, String detail) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/problem+json")
                .addHeader("Link", "</api/schemas/ErrorModel.json>; rel=\"describedBy\"")
                .body("{\"title\":\"x\",\"status\":" + status + ",\"detail\":\"" + detail + "\"}")
                .build();
    }
}
