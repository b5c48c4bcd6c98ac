package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.recorded.Json;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The writes of 4.0, and the events they make. */
class Patchwork4WritesTest {
    private static final String PATCH = "/api/1.4/patches/5/";
    private static final String CHECKS = PATCH + "checks/";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00.123456789Z"), ZoneOffset.UTC);

    private Served server;

    @BeforeEach
    void start() {
        server = Served.as(Profile.PATCHWORK_4_0, builder -> builder.clock(CLOCK));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":\"under review\"} | 200 | Under Review",
                "{\"state\":\"under-review\"} | 400 | Invalid state.",
                "{\"delegate\":3} | 200 | New",
                "{\"delegate\":999} | 400 | Update failed.",
                "{\"delegate\":0} | 400 | Update failed.",
                "{\"delegate\":\"3\"} | 422 | validation failed",
                "{\"archived\":\"true\"} | 422 | validation failed",
                "{\"id\":7} | 422 | validation failed",
                "{\"$schema\":\"x\"} | 200 | New",
                "{} | 200 | New",
                "{\"related\":[999]} | 400 | patch 999 not found",
                "{\"related\":[20]} | 404 | Not found.",
                "{\"related\":[2]} | 409 | conflict",
                "{\"related\":[]} | 404 | Not found."
            })
    @DisplayName("patches: states by name, any delegate, strict types, no relation on PostgreSQL")
    void patches(String body, int status, String shown) {
        RawAnswer answer = server.write("PATCH", PATCH, Served.MAINT, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(Served.object(answer)).containsEntry(status == 200 ? "state" : "detail", shown);
    }

    @Test
    @DisplayName("patches: PUT changes what is named only, and null is not given")
    void putIsPatch() {
        server.write("PATCH", PATCH, Served.MAINT, "{\"delegate\":3,\"commit_ref\":\"abc\"}");
        server.write("PUT", PATCH, Served.MAINT, "{\"state\":\"Accepted\",\"delegate\":null,\"commit_ref\":\"\"}");
        Map<String, Object> patch = server.object(PATCH);
        assertThat(patch).containsEntry("state", "Accepted").containsEntry("commit_ref", "");
        assertThat(Json.object(patch.get("delegate"))).containsEntry("id", 3.0);
    }

    @Test
    @DisplayName("patches: a refused write changes nothing")
    void allOrNothing() {
        String before = server.get(PATCH).text();
        server.write("PATCH", PATCH, Served.MAINT, "{\"state\":\"Accepted\",\"related\":[]}");
        assertThat(server.get(PATCH).text()).isEqualTo(before);
    }

    @Test
    @DisplayName("patches: maintainers and administrators write, a submitter does not")
    void whoMayWrite() {
        assertThat(server.write("PATCH", PATCH, Served.ALICE, "{}").status()).isEqualTo(403);
        assertThat(server.write("PATCH", PATCH, Served.ADMIN, "{\"archived\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(server.write("PATCH", "/api/1.4/bundles/1/", Served.ADMIN, "{}")
                        .status())
                .isEqualTo(403);
        assertThat(server.write("PATCH", "/api/1.4/users/1/", Served.ADMIN, "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("events: of states and delegates through the API, with who did it")
    void patchEvents() {
        server.write("PATCH", PATCH, Served.MAINT, "{\"state\":\"Accepted\",\"delegate\":3,\"archived\":true}");
        List<Map<String, Object>> events = server.list("/api/1.4/events/?patch=5&order=date&since=2026-11-21+09:00:00");
        assertThat(events)
                .extracting(event -> event.get("category"))
                .containsExactly("patch-state-changed", "patch-delegated");
        assertThat(Json.object(events.get(0).get("payload")))
                .containsEntry("previous_state", "new")
                .containsEntry("current_state", "accepted");
        assertThat(Json.object(events.get(0).get("actor"))).containsEntry("username", "maint");
    }

    @Test
    @DisplayName("checks: the same context again changes the row, and loses what is not given")
    void upsert() {
        RawAnswer first = post("{\"state\":\"pending\",\"context\":\"a b\",\"description\":\"x\"}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.headers()).doesNotContainKey("Location");
        RawAnswer second = post("{\"state\":\"fail\",\"context\":\"a b\"}");
        assertThat(second.status()).isEqualTo(201);
        assertThat(Served.object(second))
                .containsEntry("id", Served.object(first).get("id"))
                .containsEntry("state", "fail")
                .containsEntry("description", null);
        assertThat(server.ids(CHECKS)).hasSize(4);
        assertThat(server.list("/api/1.4/events/?patch=5&since=2026-11-21+09:00:00"))
                .extracting(event -> event.get("category"))
                .containsExactlyInAnyOrder("check-created", "check-updated");
    }

    @Test
    @DisplayName("checks: the answer to a post is finer than what is kept")
    void nanoseconds() {
        Map<String, Object> posted = Served.object(post("{\"state\":\"success\",\"context\":\"x\"}"));
        assertThat(posted).containsEntry("date", "2026-11-21T21:00:00.123456789+11:00");
        assertThat(server.list(CHECKS).get(3)).containsEntry("date", "2026-11-21T21:00:00.123456+11:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":\"success\"} | 422",
                "{\"context\":\"x\"} | 422",
                "{\"state\":\"1\",\"context\":\"x\"} | 422",
                "{\"state\":null,\"context\":\"x\"} | 422",
                "{\"state\":\"success\",\"context\":\"x\",\"user\":1} | 422",
                "{\"state\":\"success\",\"context\":\"\"} | 201"
            })
    @DisplayName("checks: state and context are required, and any text is a context")
    void checkBodies(String body, int status) {
        assertThat(post(body).status()).isEqualTo(status);
    }

    @Test
    @DisplayName("checks: any maintainer changes any check, except for its context")
    void patchCheck() {
        RawAnswer answer = server.write(
                "PATCH",
                CHECKS + "3/",
                Served.MAINT,
                "{\"state\":\"success\",\"context\":\"other\",\"target_url\":\"\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Served.object(answer))
                .containsEntry("context", "lint")
                .containsEntry("state", "success")
                .containsEntry("target_url", null)
                .containsEntry("description", "2 warnings — naïve");
        assertThat(server.object(PATCH)).containsEntry("check", "success");
        assertThat(server.write("PATCH", CHECKS + "3/", Served.MAINT, "{\"state\":\"success\"}")
                        .status())
                .isEqualTo(422);
        assertThat(server.write(
                                "PATCH",
                                "/api/1.4/patches/6/checks/3/",
                                Served.MAINT,
                                "{\"state\":\"success\",\"context\":\"lint\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("comments: addressed by maintainers, without an event, never back to nobody cares")
    void comments() {
        String comment = "/api/1.4/patches/1/comments/1/";
        int before = server.ids("/api/1.4/events/?patch=1").size();
        assertThat(server.write("PATCH", comment, Served.ALICE, "{\"addressed\":true}")
                        .status())
                .isEqualTo(403);
        server.write("PATCH", comment, Served.MAINT, "{\"addressed\":true}");
        server.write("PATCH", comment, Served.MAINT, "{\"addressed\":null}");
        assertThat(server.object(comment)).containsEntry("addressed", true);
        assertThat(server.ids("/api/1.4/events/?patch=1")).hasSize(before);
    }

    @Test
    @DisplayName("series: version and metadata, which is replaced as a whole")
    void series() {
        String series = "/api/1.4/series/3/";
        server.write("PATCH", series, Served.MAINT, "{\"metadata\":{\"a\":\"1\"}}");
        server.write("PATCH", series, Served.MAINT, "{\"version\":-4,\"metadata\":{\"b\":\"2\"}}");
        server.write("PATCH", series, Served.MAINT, "{\"metadata\":null}");
        assertThat(server.object(series)).containsEntry("version", -4.0).containsEntry("metadata", Map.of("b", "2"));
        assertThat(server.write("PATCH", series, Served.MAINT, "{\"metadata\":{\"b\":2}}")
                        .status())
                .isEqualTo(422);
        server.write("PATCH", series, Served.MAINT, "{\"metadata\":{}}");
        assertThat(server.object(series)).containsEntry("metadata", Map.of());
    }

    @Test
    @DisplayName("projects and users: only some texts")
    void projectsAndUsers() {
        assertThat(Served.object(
                        server.write("PUT", "/api/1.4/projects/core/", Served.MAINT, "{\"scm_url\":\"git:x\"}")))
                .containsEntry("scm_url", "git:x")
                .containsEntry("name", "Core Library");
        assertThat(server.write("PATCH", "/api/1.4/projects/core/", Served.MAINT, "{\"show_dependencies\":true}")
                        .status())
                .isEqualTo(422);
        assertThat(Served.object(
                        server.write("PATCH", "/api/1.4/users/1/", Served.MAINT, "{\"first_name\":\" Mai \"}")))
                .containsEntry("first_name", " Mai ")
                .doesNotContainKey("settings");
        assertThat(server.write("PATCH", "/api/1.4/users/1/", Served.MAINT, "{\"settings\":{}}")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\",\"patches\":[5,6]} | 201 |",
                "{\"name\":\"a/b\",\"patches\":[5]} | 201 |",
                "{\"name\":\"x\"} | 422 | validation failed",
                "{\"name\":\"x\",\"patches\":[]} | 400 | Bundles cannot be empty.",
                "{\"name\":\"\",\"patches\":[5]} | 400 | A name is required.",
                "{\"name\":\"x\",\"patches\":[5,14]} | 201 |",
                "{\"name\":\"x\",\"patches\":[999]} | 400 | invalid patch IDs",
                "{\"name\":\"x\",\"patches\":[5,999]} | 400 | Bundle creation failed.",
                "{\"name\":\"x\",\"patches\":[5,5]} | 400 | Bundle creation failed.",
                "{\"name\":\"to-merge\",\"patches\":[5]} | 400 | Bundle creation failed."
            })
    @DisplayName("bundles: what makes one, and what does not")
    void newBundles(String body, int status, String detail) {
        RawAnswer answer = server.write("POST", "/api/1.0/bundles/", Served.MAINT, body);
        assertThat(answer.status()).isEqualTo(status);
        if (status != 201) {
            assertThat(Served.object(answer)).containsEntry("detail", detail);
        }
    }

    @Test
    @DisplayName("bundles: the patches of one are of one project")
    void oneProject() {
        Object other = server.ids("/api/1.4/patches/?project=demo").get(0);
        RawAnswer answer = server.write(
                "POST", "/api/1.4/bundles/", Served.MAINT, "{\"name\":\"x\",\"patches\":[5," + other + "]}");
        assertThat(Served.object(answer)).containsEntry("detail", "bundle patches must belong to the same project");
    }

    @Test
    @DisplayName("bundles: changed and deleted by their owners")
    void bundles() {
        server.write("PATCH", "/api/1.4/bundles/1/", Served.MAINT, "{\"name\":\"\",\"public\":false}");
        assertThat(server.object("/api/1.4/bundles/1/"))
                .containsEntry("name", "")
                .containsEntry("public", false);
        assertThat(server.write("DELETE", "/api/1.4/bundles/1/", Served.ALICE, "")
                        .status())
                .isEqualTo(403);
        assertThat(server.write("DELETE", "/api/1.4/bundles/1/", Served.MAINT, "")
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/api/1.4/bundles/1/").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("webhooks: managed by maintainers, their secrets are never told")
    void webhooks() {
        String hooks = "/api/1.4/projects/1/webhooks/";
        String body = "{\"url\":\"http://127.0.0.1:1/\",\"secret\":\"s\",\"events\":\"patch-created, check-updated\"}";
        assertThat(server.get(hooks).status()).isEqualTo(401);
        assertThat(server.get(hooks, Served.ALICE).status()).isEqualTo(403);
        RawAnswer made = server.write("POST", hooks, Served.MAINT, body);
        assertThat(made.status()).isEqualTo(201);
        assertThat(Served.object(made))
                .containsOnlyKeys("$schema", "id", "url", "events", "active", "created")
                .containsEntry("active", true);
        assertThat(server.write("POST", hooks, Served.MAINT, body).status()).isEqualTo(400);
        assertThat(Served.object(server.write("POST", hooks, Served.MAINT, body.replace("-updated", "-nope"))))
                .containsEntry("detail", "Invalid event category.");
        assertThat(server.write("PATCH", hooks + "1/", Served.MAINT, "{\"events\":\"patch-craeted\"}")
                        .status())
                .isEqualTo(200);
        assertThat(server.write("DELETE", hooks + "1/", Served.MAINT, "").status())
                .isEqualTo(204);
        assertThat(server.write("DELETE", hooks + "1/", Served.MAINT, "").status())
                .isEqualTo(204);
        assertThat(server.ids(hooks)).isEmpty();
    }

    private RawAnswer post(String json) {
        return server.write("POST", CHECKS, Served.MAINT, json);
    }
}
