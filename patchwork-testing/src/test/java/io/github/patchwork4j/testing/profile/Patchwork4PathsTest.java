package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.recorded.Json;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods, content types, errors and logins of 4.0; nothing here changes the world. */
class Patchwork4PathsTest {
    private static Served server;

    @BeforeAll
    static void start() {
        server = Served.as(Profile.PATCHWORK_4_0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/"})
    @DisplayName("paths: the root of the API is not there")
    void theRootIsNotFound(String root) {
        RawAnswer answer = server.get(root);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text()).startsWith("404 page not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/1.0", "/api/1.2/", "/api/1.4//"})
    @DisplayName("paths: the index of a version needs no slash, and may have two")
    void indexOfAVersion(String path) {
        RawAnswer answer = server.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Served.object(answer))
                .containsKeys("$schema", "projects", "users", "people", "patches", "covers", "series", "events")
                .containsEntry("bundles", "http://patchwork.example.org" + path.substring(0, 8) + "/bundles/")
                .hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/patches/?state=new, /api/1.4/patches/",
        "/api/patches, /api/1.4/patches",
        "/api/1.5/patches/, /api/1.4/1.5/patches/",
        "/api/1.4/1.5/patches/, /api/1.4/1.4/1.5/patches/",
        "/api/1.4/events/1/, /api/1.4/1.4/events/1/",
        "/api/1.4/patches/1/mbox/, /api/1.4/1.4/patches/1/mbox/",
        "/api/1.4/Patches/, /api/1.4/1.4/Patches/",
        "/api/1.4//patches/, /api/1.4/1.4//patches/"
    })
    @DisplayName("paths: what is unknown below the API leads to the newest version, without its query, for ever")
    void unknownPathsLeadOn(String path, String location) {
        RawAnswer answer = server.get(path);
        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).isEqualTo(location);
    }

    @Test
    @DisplayName("paths: a write without a version is no such method")
    void unversionedWrites() {
        RawAnswer answer = server.write("PATCH", "/api/patches/1/", Served.MAINT, "{}");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
        assertThat(answer.text()).isEmpty();
    }

    @Test
    @DisplayName("paths: elsewhere a page is missing in plain text")
    void elsewhere() {
        RawAnswer answer = server.get("/nowhere/");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
    }

    @Test
    @DisplayName("paths: a slash at the end is neither needed nor missed by writes")
    void slashes() {
        assertThat(server.get("/api/1.4/patches/1").text())
                .isEqualTo(server.get("/api/1.4/patches/1/").text());
        assertThat(server.write("PATCH", "/api/1.4/patches/1", Served.MAINT, "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("paths: every version has every path")
    void everyVersionHasAll() {
        assertThat(server.get("/api/1.0/patches/1/comments/").status()).isEqualTo(200);
        assertThat(server.write("POST", "/api/1.0/bundles/", Served.MAINT, "{}").status())
                .isEqualTo(422);
        assertThat(server.get("/api/1.0/projects/1/webhooks/", Served.MAINT).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"01, 200", "+1, 200", "-1, 404", "x, 422", "9223372036854775807, 404", "9223372036854775808, 422"})
    @DisplayName("paths: ids are numbers of 64 bits with a sign")
    void ids(String id, int status) {
        assertThat(server.get("/api/1.4/patches/" + id + "/").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "core, 200", "CORE, 404", "2038, 200", "99999999999, 404"})
    @DisplayName("paths: a project goes by its id, else by its exact link name")
    void projects(String project, int status) {
        assertThat(server.get("/api/1.4/projects/" + project + "/").status()).isEqualTo(status);
    }

    @Test
    @DisplayName("paths: webhooks take the number of a project only")
    void webhooksByNumber() {
        assertThat(server.get("/api/1.4/projects/core/webhooks/", Served.MAINT).status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("paths: urls carry the version asked for, those of comments and checks too")
    void urlsCarryTheVersion() {
        assertThat(server.object("/api/1.2/patches/1/"))
                .containsEntry("url", "http://patchwork.example.org/api/1.2/patches/1/")
                .containsEntry("comments", "http://patchwork.example.org/api/1.2/patches/1/comments/")
                .containsEntry("checks", "http://patchwork.example.org/api/1.2/patches/1/checks/");
    }

    @Test
    @DisplayName("paths: the scheme is that of the proxy")
    void schemeOfTheProxy() {
        RawAnswer answer = server.send("GET", "/api/1.4/patches/1/", Map.of("X-Forwarded-Proto", "https"), "");
        assertThat(Served.object(answer)).containsEntry("url", "https://patchwork.example.org/api/1.4/patches/1/");
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, /api/1.4/patches/, GET",
        "OPTIONS, /api/1.4/patches/1/, 'GET, PUT, PATCH'",
        "PUT, /api/1.4/patches/1/checks/1/, 'GET, PATCH'",
        "DELETE, /api/1.4/patches/1/checks/1/, 'GET, PATCH'",
        "PUT, /api/1.4/patches/1/comments/1/, 'GET, PATCH'",
        "PUT, /api/1.4/series/1/, 'GET, PATCH'",
        "POST, /api/1.4/events/, GET",
        "BREW, /api/1.4/patches/, ''"
    })
    @DisplayName("methods: what a path does not do is 405 with an empty body")
    void methods(String method, String path, String allow) {
        RawAnswer answer = server.send(method, path, Map.of(), "");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allow);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    @DisplayName("methods: people are open to everybody, users are not")
    void people() {
        assertThat(server.get("/api/1.4/people/").status()).isEqualTo(200);
        assertThat(server.get("/api/1.4/people/1/").status()).isEqualTo(200);
        assertThat(server.get("/api/1.4/users/").status()).isEqualTo(401);
        assertThat(server.get("/api/1.4/users/1/").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", ""})
    @DisplayName("content types: answers are JSON whatever is accepted")
    void jsonForAll(String accept) {
        RawAnswer answer = server.send("GET", "/api/1.4/patches/1/?format=api", Map.of("Accept", accept), "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.headers()).doesNotContainKeys("Allow", "Vary", "X-Frame-Options");
    }

    @Test
    @DisplayName("content types: objects begin with their schema, lists and their items have none")
    void schemas() {
        RawAnswer object = server.get("/api/1.4/patches/1/");
        assertThat(object.text()).startsWith("{\"$schema\":\"https://patchwork.example.org/api/schemas/");
        assertThat(object.header("Link")).matches("</api/schemas/\\w+\\.json>; rel=\"describedBy\"");
        RawAnswer list = server.get("/api/1.4/patches/?per_page=1");
        assertThat(list.text()).doesNotContain("$schema");
        assertThat(list.header("Link")).doesNotContain("describedBy");
        RawAnswer forwarded = server.send("GET", "/api/1.4/patches/1/", Map.of("X-Forwarded-Host", "127.0.0.1:9"), "");
        assertThat(Served.object(forwarded).get("$schema").toString()).startsWith("http://127.0.0.1:9/api/schemas/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {} | 200",
                "application/json; charset=utf-8 | {} | 200",
                "application/merge-patch+json | {} | 200",
                "'' | {} | 200",
                "application/x-www-form-urlencoded | archived=true | 415",
                "multipart/form-data; boundary=x | x | 415",
                "application/json | '' | 400",
                "application/json | {\"state\": | 400",
                "application/json | [] | 422"
            })
    @DisplayName("content types: bodies are JSON")
    void bodies(String type, String body, int status) {
        Map<String, String> headers = type.isEmpty()
                ? Map.of("Authorization", Served.MAINT)
                : Map.of("Authorization", Served.MAINT, "Content-Type", type);
        RawAnswer answer = server.send("PATCH", "/api/1.4/patches/1/", headers, body);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    @DisplayName("content types: a body has at most a mebibyte")
    void largeBodies() {
        String body = "{\"commit_ref\":\"" + "x".repeat(1 << 20) + "\"}";
        assertThat(server.write("PATCH", "/api/1.4/patches/1/", Served.MAINT, body)
                        .status())
                .isEqualTo(413);
    }

    @Test
    @DisplayName("errors: they are problems, with everything that is wrong at once")
    void problems() {
        RawAnswer answer = server.write(
                "PATCH",
                "/api/1.4/patches/1/",
                Served.MAINT,
                "{\"archived\":\"true\",\"name\":\"x\",\"delegate\":\"1\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        Map<String, Object> problem = Served.object(answer);
        assertThat(problem)
                .containsKey("$schema")
                .containsEntry("title", "Unprocessable Entity")
                .containsEntry("status", 422.0)
                .containsEntry("detail", "validation failed");
        assertThat(Json.list(problem.get("errors")))
                .extracting(error -> Json.object(error).get("location"))
                .containsExactly("body.archived", "body.name", "body.delegate");
    }

    @Test
    @DisplayName("errors: what is missing, and who may not")
    void commonRefusals() {
        assertThat(Served.object(server.get("/api/1.4/patches/999/")))
                .containsEntry("detail", "Not found.")
                .containsEntry("title", "Not Found");
        assertThat(Served.object(server.write("PATCH", "/api/1.4/patches/1/", Served.ALICE, "{}")))
                .containsEntry("detail", "You do not have permission to perform this action.")
                .containsEntry("status", 403.0);
        RawAnswer anonymous = server.send("PATCH", "/api/1.4/patches/1/", Map.of(), "{}");
        assertThat(anonymous.headers()).doesNotContainKey("WWW-Authenticate");
        assertThat(Served.object(anonymous))
                .containsEntry("detail", "Authentication required.")
                .containsEntry("status", 401.0);
    }

    @Test
    @DisplayName("errors: the body is looked at before the caller, the object and the right")
    void orderOfChecks() {
        Map<String, String> nobody = Map.of();
        assertThat(server.send("PATCH", "/api/1.4/patches/1/", nobody, "{\"nope\":1}")
                        .status())
                .isEqualTo(422);
        assertThat(server.send("PATCH", "/api/1.4/patches/999/", nobody, "{}").status())
                .isEqualTo(401);
        assertThat(server.write("PATCH", "/api/1.4/patches/999/", Served.ALICE, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(server.write("PATCH", "/api/1.4/users/999/", Served.ALICE, "{}")
                        .status())
                .isEqualTo(403);
        assertThat(server.get("/api/1.4/projects/999/webhooks/", Served.ALICE).status())
                .isEqualTo(403);
        assertThat(server.write(
                                "POST",
                                "/api/1.4/projects/999/webhooks/",
                                Served.ADMIN,
                                "{\"url\":\"u\",\"secret\":\"\",\"events\":\"\"}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "Token 7f00ccd08c8e886d615b824406551b3ba44b8b9f, 200",
        "bEARER 7f00ccd08c8e886d615b824406551b3ba44b8b9f, 200",
        "Basic bWFpbnQ6bWFpbnQ=, 401",
        "Token nope, 401"
    })
    @DisplayName("login: a token in two words, and no passwords")
    void logins(String authorization, int status) {
        assertThat(server.get("/api/1.4/users/", authorization).status()).isEqualTo(status);
    }

    @Test
    @DisplayName("login: a bad token reads as nobody, and that of somebody inactive works")
    void badTokens() {
        assertThat(server.get("/api/1.4/patches/1/", "Token nope").status()).isEqualTo(200);
        assertThat(server.get("/api/1.4/users/", Served.GHOST).status()).isEqualTo(200);
    }
}
