package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.recorded.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The fields of 4.0 in each version. */
class Patchwork4FieldsTest {
    private static Served server;

    @BeforeAll
    static void start() {
        server = Served.as(Profile.PATCHWORK_4_0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("versions: some new fields are left out of older ones, others are null")
    void versions() {
        assertThat(server.object("/api/1.0/patches/1/"))
                .doesNotContainKeys("web_url", "comments")
                .containsEntry("related", null);
        assertThat(server.object("/api/1.1/patches/1/")).containsKeys("web_url", "comments");
        assertThat(Json.list(server.object("/api/1.2/patches/1/").get("related")))
                .hasSize(1);
        assertThat(server.object("/api/1.1/projects/1/"))
                .doesNotContainKeys("list_archive_url_format", "commit_url_format", "show_dependencies");
        assertThat(server.object("/api/1.2/projects/1/"))
                .containsKeys("list_archive_url_format", "commit_url_format")
                .doesNotContainKey("show_dependencies");
        assertThat(server.object("/api/1.4/projects/1/")).containsKey("show_dependencies");
        assertThat(server.list("/api/1.2/patches/2/comments/").get(0))
                .doesNotContainKey("url")
                .containsEntry("addressed", null);
        assertThat(server.list("/api/1.3/patches/2/comments/").get(0))
                .containsKey("url")
                .containsEntry("addressed", false);
        assertThat(server.object("/api/1.3/series/3/"))
                .containsEntry("dependencies", null)
                .containsEntry("dependents", null)
                .containsKey("metadata");
        assertThat(server.list("/api/1.1/events/?category=check-created").get(0))
                .doesNotContainKey("actor");
        assertThat(server.object("/api/1.0/covers/1/")).containsKey("mbox");
        assertThat(server.object("/api/1.0/users/1/")).containsKey("settings");
    }

    @Test
    @DisplayName("versions: filters and comment events are in all of them")
    void notGated() {
        assertThat(server.ids("/api/1.0/patches/?msgid=20260302-frob-v2-2@alice.example.com"))
                .containsExactly(6L);
        assertThat(server.ids("/api/1.0/events/?category=patch-comment-created"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("dates: instants in the zone of the process, those of embedded patches without a zone")
    void dates() {
        Map<String, Object> series = server.object("/api/1.4/series/3/");
        assertThat(series.get("date").toString()).endsWith("+11:00");
        assertThat(server.object("/api/1.4/patches/5/")).containsEntry("date", "2026-03-03T06:59:00+11:00");
        assertThat(Json.object(Json.list(series.get("patches")).get(0))).containsEntry("date", "2026-03-03T06:59:00");
        assertThat(Json.object(series.get("cover_letter")).get("date").toString())
                .hasSize("2026-03-03T06:59:00".length());
        assertThat(server.list("/api/1.4/events/?per_page=1").get(0).get("date").toString())
                .matches("2026-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,5}[1-9])?\\+\\d\\d:00");
    }

    @Test
    @DisplayName("projects: maintainers are users, and unset formats are left out")
    void projects() {
        Map<String, Object> core = server.object("/api/1.4/projects/core/");
        assertThat(Json.list(core.get("maintainers")))
                .extracting(
                        user -> Json.object(user).get("id"),
                        user -> Json.object(user).get("username"))
                .contains(tuple(8.0, "drift"));
        assertThat(server.object("/api/1.4/projects/demo/"))
                .doesNotContainKeys("list_archive_url_format")
                .containsEntry("commit_url_format", "")
                .containsEntry("web_url", "");
    }

    @Test
    @DisplayName("patches: names of states, dead web pages and mailboxes, nothing where there is nothing")
    void patches() {
        Map<String, Object> patch = server.object("/api/1.4/patches/5/");
        assertThat(patch)
                .containsEntry("state", "New")
                .containsEntry("web_url", "https://core.example.org//patch/<20260302-frob-v2-1@alice.example.com>/")
                .containsEntry("mbox", "http://patchwork.example.org/api/1.4/patches/5/mbox/")
                .containsEntry("headers", null)
                .containsEntry("prefixes", null)
                .containsEntry("delegate", null)
                .doesNotContainKeys("commit_ref", "pull_url", "list_archive_url");
        assertThat(server.object("/api/1.4/patches/4/"))
                .containsEntry("commit_ref", "0123456789abcdef0123456789abcdef01234567");
        assertThat(Json.object(Json.list(patch.get("series")).get(0)))
                .containsEntry("id", 3.0)
                .containsEntry("date", "")
                .containsEntry("version", 0.0)
                .doesNotContainKey("web_url");
        assertThat(Json.object(Json.list(patch.get("related")).get(0)))
                .containsEntry("id", 1.0)
                .containsEntry("msgid", "")
                .containsEntry("mbox", "");
        assertThat(server.list("/api/1.4/patches/?project=demo&per_page=1").get(0))
                .doesNotContainKey("web_url");
        assertThat(server.list("/api/1.4/patches/?per_page=250")).allMatch(row -> row.get("hash") instanceof String);
    }

    @Test
    @DisplayName("patches: tags are counted")
    void tags() {
        assertThat(server.list("/api/1.4/patches/?per_page=250"))
                .extracting(patch -> Json.object(patch.get("tags")))
                .filteredOn(tags -> !tags.isEmpty())
                .isNotEmpty()
                .allMatch(tags -> List.of("A", "R", "T").containsAll(tags.keySet()));
    }

    @Test
    @DisplayName("headers: texts only, decoded and on one line, names in one spelling")
    void headers() {
        Map<String, Object> headers =
                Json.object(server.object("/api/1.4/covers/4/").get("headers"));
        assertThat(headers)
                .containsKey("Message-Id")
                .allSatisfy((name, value) ->
                        assertThat(value).isInstanceOf(String.class).asString().doesNotContain("\n", "=?"));
        assertThat(headers.get("Subject").toString()).contains("größe");
    }

    @Test
    @DisplayName("comments: no addresses of pages")
    void comments() {
        assertThat(server.list("/api/1.4/patches/2/comments/").get(0))
                .doesNotContainKeys("web_url", "list_archive_url")
                .containsKeys("subject", "headers", "submitter");
    }

    @Test
    @DisplayName("checks: one for each user and context")
    void checks() {
        assertThat(server.ids("/api/1.4/patches/5/checks/")).containsExactly(2L, 3L, 4L);
        assertThat(server.list("/api/1.4/patches/5/checks/").get(2))
                .containsEntry("target_url", null)
                .containsEntry("description", null);
    }

    @Test
    @DisplayName("series: patches by number, dependencies whatever the project shows")
    void series() {
        Map<String, Object> series = server.object("/api/1.4/series/4/");
        assertThat(Json.list(series.get("patches")))
                .extracting(patch -> Json.object(patch).get("id"))
                .containsExactly(9.0, 8.0);
        assertThat(series)
                .containsEntry("web_url", "https://core.example.org//series/4/")
                .containsEntry("mbox", "http://patchwork.example.org/api/1.4/series/4/mbox/")
                .containsEntry("metadata", Map.of())
                .doesNotContainKeys("previous_series", "next_series");
        assertThat(Json.list(series.get("dependencies"))).hasSize(2);
        Map<String, Object> embedded =
                Json.object(Json.list(series.get("patches")).get(0));
        assertThat(embedded)
                .containsEntry("list_archive_url", "https://lists.example.org/r/20260303-ooo-1@li.example.tw");
    }

    @Test
    @DisplayName("bundles: patches in the detail only")
    void bundles() {
        assertThat(server.list("/api/1.4/bundles/"))
                .allMatch(bundle -> Json.list(bundle.get("patches")).isEmpty());
        assertThat(Json.list(server.object("/api/1.4/bundles/1/").get("patches")))
                .hasSize(3);
    }

    @Test
    @DisplayName("people and users: empty names, settings for oneself")
    void people() {
        assertThat(server.object("/api/1.4/people/5/")).containsEntry("name", "");
        assertThat(server.object("/api/1.4/users/1/")).containsKey("settings");
        assertThat(server.object("/api/1.4/users/3/")).doesNotContainKey("settings");
    }

    @Test
    @DisplayName("events: plain facts without urls, states by slug, no check and no delegates")
    void events() {
        assertThat(payloads("check-created"))
                .allSatisfy(payload -> assertThat(payload).containsOnlyKeys("patch"));
        assertThat(payloads("patch-delegated"))
                .allSatisfy(payload -> assertThat(payload).containsOnlyKeys("patch"));
        assertThat(payloads("patch-state-changed"))
                .allSatisfy(payload -> assertThat(payload)
                        .containsOnlyKeys("patch", "previous_state", "current_state")
                        .satisfies(all ->
                                assertThat(all.get("current_state").toString()).matches("[a-z-]+")));
        assertThat(payloads("patch-completed")).allSatisfy(payload -> {
            assertThat(Json.object(payload.get("patch"))).containsOnlyKeys("id", "msgid", "date", "name");
            assertThat(Json.object(payload.get("series"))).containsOnlyKeys("id", "name", "date", "version");
        });
        assertThat(payloads("cover-comment-created"))
                .allSatisfy(payload ->
                        assertThat(Json.object(payload.get("comment"))).containsOnlyKeys("id", "msgid", "date"));
        assertThat(server.list("/api/1.4/events/?category=patch-created").get(0))
                .doesNotContainKey("actor");
    }

    private static List<Map<String, Object>> payloads(String category) {
        List<Map<String, Object>> payloads = server.list("/api/1.4/events/?category=" + category).stream()
                .map(event -> Json.object(event.get("payload")))
                .toList();
        assertThat(payloads).isNotEmpty();
        return payloads;
    }
}
