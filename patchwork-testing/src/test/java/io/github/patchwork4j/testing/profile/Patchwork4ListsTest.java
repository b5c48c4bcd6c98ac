package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.recorded.Json;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, filters, searches and orders of 4.0. */
class Patchwork4ListsTest {
    private static final String LISTS = "/api/1.4/";

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
    @CsvSource({
        "per_page=250, 200",
        "per_page=1, 200",
        "per_page=, 200",
        "per_page=251, 422",
        "per_page=0, 422",
        "per_page=-1, 422",
        "per_page=x, 422",
        "page=0, 422",
        "page=-1, 422",
        "page=last, 422",
        "page=1.0, 422",
        "page=9999, 200"
    })
    @DisplayName("pages: sizes and numbers out of range are refused, the end is no error")
    void pageRules(String query, int status) {
        assertThat(server.get(LISTS + "patches/?" + query).status()).isEqualTo(status);
    }

    @Test
    @DisplayName("pages: a size over the limit is refused without a reason")
    void sizeOverTheLimit() {
        Object errors =
                Served.object(server.get(LISTS + "patches/?per_page=251")).get("errors");
        assertThat(Json.object(Json.list(errors).get(0)))
                .containsEntry("location", "query.per_page")
                .doesNotContainKey("message");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "covers/?per_page=2&q=x&page= | </?page=1>; rel=\"first\", </?page=1>; rel=\"last\"",
                "covers/?per_page=2 | </?page=1>; rel=\"first\", </?page=3>; rel=\"last\", </?page=2>; rel=\"next\"",
                "covers/?per_page=2&page=2 | </?page=1>; rel=\"first\", </?page=3>; rel=\"last\", </?page=1>; rel=\"prev\","
                        + " </?page=3>; rel=\"next\"",
                "covers/?page=7 | </?page=1>; rel=\"first\", </?page=1>; rel=\"last\", </?page=6>; rel=\"prev\"",
                "bundles/?project=6 | </?page=1>; rel=\"first\", </?page=1>; rel=\"last\""
            })
    @DisplayName("pages: links have neither a path nor the filters")
    void links(String query, String link) {
        RawAnswer answer = server.get(LISTS + query);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Link")).isEqualTo(link);
    }

    @Test
    @DisplayName("pages: behind the end nothing comes, and of an absurd page the first")
    void behindTheEnd() {
        assertThat(server.ids(LISTS + "covers/?page=7")).isEmpty();
        assertThat(server.ids(LISTS + "covers/?per_page=250&page=" + Long.MAX_VALUE))
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"patches", "covers", "series"})
    @DisplayName("order: mails and series come with the highest id first, whatever order is asked for")
    void newestFirst(String list) {
        List<Long> ids = server.ids(LISTS + list + "/?per_page=250");
        assertThat(ids).hasSizeGreaterThan(3).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(server.ids(LISTS + list + "/?per_page=250&order=id")).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "people", "users", "bundles", "patches/5/checks", "patches/1/comments"})
    @DisplayName("order: all else comes with the lowest id first")
    void lowestFirst(String list) {
        assertThat(server.ids(LISTS + list + "/?order=-id"))
                .hasSizeGreaterThan(1)
                .isSorted();
    }

    @Test
    @DisplayName("order: events go by date, and only by that")
    void eventsByDate() {
        List<Object> newest = server.list(LISTS + "events/?per_page=250").stream()
                .map(event -> event.get("id"))
                .toList();
        assertThat(server.list(LISTS + "events/?per_page=250&order=id").stream().map(event -> event.get("id")))
                .isEqualTo(newest);
        assertThat(server.ids(LISTS + "events/?per_page=1&order=date"))
                .isNotEqualTo(server.ids(LISTS + "events/?per_page=1"));
    }

    @ParameterizedTest
    @CsvSource({
        "project=core, true",
        "project=1, true",
        "project=CORE, false",
        "project=nope, false",
        "series=3, true",
        "series=0, true",
        "submitter=1, true",
        "submitter=alice@example.com, true",
        "submitter=Alice@example.com, false",
        "delegate=carol, true",
        "delegate=Carol, false",
        "delegate=5, true",
        "state=2, true",
        "state=Under%20Review, true",
        "state=under+review, true",
        "state=under-review, false",
        "state=nope, false",
        "archived=true, true",
        "archived=, true",
        "hash=AB5D40679A7D41798736D33966E284E75AE0ABC2, true",
        "msgid=20260302-frob-v2-2@alice.example.com, true",
        "msgid=%3C20260302-frob-v2-2@alice.example.com%3E, false",
        "nope=1, true"
    })
    @DisplayName("filters: patches, names exactly, states by name in any case, no slugs")
    void patchFilters(String query, boolean found) {
        RawAnswer answer = server.get(LISTS + "patches/?" + query);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(!answer.text().equals("[]")).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "patches/?series=x, 422",
        "patches/?archived=1, 422",
        "patches/?archived=True, 422",
        "series/?submitter=alice@example.com, 422",
        "series/?submitter=1, 200",
        "covers/?series=x, 200",
        "events/?patch=x, 422",
        "events/?actor=maint, 422",
        "bundles/?public=yes, 422",
        "bundles/?owner=maint, 500",
        "bundles/?owner=1, 200",
        "projects/?q=x, 200"
    })
    @DisplayName("filters: a wrong type is refused, and the name of an owner breaks the server")
    void typesOfFilters(String query, int status) {
        assertThat(server.get(LISTS + query).status()).isEqualTo(status);
    }

    @Test
    @DisplayName("filters: of a repeated key the first value counts")
    void firstValue() {
        assertThat(server.ids(LISTS + "patches/?series=3&series=1")).containsExactly(7L, 6L, 5L);
    }

    @Test
    @DisplayName("filters: covers by their series, and events by one category")
    void coversAndEvents() {
        assertThat(server.ids(LISTS + "covers/?series=3")).containsExactly(2L);
        assertThat(server.list(LISTS + "events/?category=check-created&per_page=250"))
                .isNotEmpty()
                .allMatch(event -> event.get("category").equals("check-created"));
        assertThat(server.ids(LISTS + "events/?category=nope")).isEmpty();
    }

    @Test
    @DisplayName("filters: series by what programs noted about them, key and value each alone")
    void metadata() {
        server.write("PATCH", LISTS + "series/3/", Served.MAINT, "{\"metadata\":{\"ci\":\"done\"}}");
        assertThat(server.ids(LISTS + "series/?metadata_key=ci")).containsExactly(3L);
        assertThat(server.ids(LISTS + "series/?metadata_value=done")).containsExactly(3L);
        assertThat(server.ids(LISTS + "series/?metadata_key=ci&metadata_value=none"))
                .isEmpty();
    }

    @Test
    @DisplayName("filters: checks and comments have none, and those of what is missing are an empty list")
    void childLists() {
        assertThat(server.ids(LISTS + "patches/5/checks/?user=maint&context=x"))
                .hasSize(server.ids(LISTS + "patches/5/checks/").size());
        assertThat(server.get(LISTS + "patches/999/checks/").text()).isEqualTo("[]");
        assertThat(server.get(LISTS + "covers/999/comments/").text()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "frob, true",
        "Frob, false",
        "fr%25b, true",
        "fr_b: , true",
        "rename+things, true",
        "things+rename, false",
        "., false"
    })
    @DisplayName("search: one piece of text with its case, in which % and _ stand for others")
    void search(String q, boolean found) {
        assertThat(!server.ids(LISTS + "patches/?series=3&q=" + q).isEmpty()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02+19:59:00, 3",
        "2026-03-02T19:59:01, 2",
        "2026-03-02T19:59:01Z, 2",
        "2026-03-03T07:00:00%2B11:00, 2",
        "2026-03-02T20:00:30.5Z, 1",
        "2026-03-03, 0",
        "2026-03-02, 3"
    })
    @DisplayName("dates: with a zone, without one as UTC, or a day alone")
    void since(String since, int count) {
        assertThat(server.ids(LISTS + "patches/?series=3&since=" + since)).hasSize(count);
        assertThat(server.ids(LISTS + "patches/?series=3&before=" + since)).hasSize(3 - count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1772438400", "2026-03-02T19:59:00+02:00", "2026-13-01"})
    @DisplayName("dates: what is none breaks the server")
    void badDates(String since) {
        RawAnswer answer = server.get(LISTS + "events/?since=" + since);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(Served.object(answer)).containsEntry("detail", "Internal error.");
    }

    @Test
    @DisplayName("dates: those of events are compared as instants, although the server's clock is not in UTC")
    void eventDates() {
        Object date = server.list(LISTS + "events/?per_page=1").get(0).get("date");
        String encoded = date.toString().replace("+", "%2B");
        assertThat(date.toString()).contains("+");
        assertThat(server.ids(LISTS + "events/?since=" + encoded)).hasSize(1);
        assertThat(server.ids(LISTS + "events/?per_page=250&before=" + encoded)).hasSize(250);
    }

    @Test
    @DisplayName("bundles: others see the public ones in the list")
    void bundles() {
        assertThat(Json.ids(Json.parse(server.get(LISTS + "bundles/").text()))).containsExactly(1L, 3L, 5L, 6L);
        assertThat(server.ids(LISTS + "bundles/")).containsExactly(1L, 2L, 3L, 5L, 6L);
        assertThat(LongStream.of(2).mapToObj(id -> server.get(LISTS + "bundles/" + id + "/")))
                .allMatch(answer -> answer.status() == 200);
    }
}
