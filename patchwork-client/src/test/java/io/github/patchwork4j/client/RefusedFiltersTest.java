package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.PatchState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server would silently take for something else is refused before it is sent. */
class RefusedFiltersTest {
    @Test
    void valuesThatStandForNothingAreNoFilters() {
        refused(() -> PatchQuery.builder().messageId(MessageId.NONE).build(), "messageId");
        refused(() -> CoverQuery.builder().messageId(MessageId.NONE).build(), "messageId");
        refused(
                () -> PatchQuery.builder()
                        .addStates(PatchState.NEW, PatchState.NONE)
                        .build(),
                "states");
    }

    @Test
    void idsThatNoServerGivesAreRefusedBecauseTheyMayMeanNoFilter() {
        refused(() -> PatchQuery.builder().series(0).build(), "series is no id: 0");
        refused(() -> EventQuery.builder().series(0).build(), "series is no id: 0");
        refused(() -> EventQuery.builder().patch(-1).build(), "patch is no id: -1");
        refused(() -> EventQuery.builder().cover(0).build(), "cover is no id: 0");
        refused(() -> EventQuery.builder().actor(0).build(), "actor is no id: 0");
        assertThatCode(() -> PatchQuery.builder().series(Long.MAX_VALUE).build())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", " , ,", "\u00a0", "\u3000,", "a\0b"})
    void aSearchWithoutAWordWouldFindEverything(String search) {
        refused(() -> PatchQuery.builder().search(search).build(), "search");
        refused(() -> CoverQuery.builder().search(search).build(), "search");
        refused(() -> SeriesQuery.builder().search(search).build(), "search");
        refused(() -> BundleQuery.builder().search(search).build(), "search");
        refused(() -> PersonQuery.builder().search(search).build(), "search");
        refused(() -> UserQuery.builder().search(search).build(), "search");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z", "0000-12-31T00:00:00Z"})
    void datesThatServersCannotReadAreRefused(String date) {
        Instant instant = Instant.parse(date);
        refused(() -> PatchQuery.builder().since(instant).build(), "since");
        refused(() -> PatchQuery.builder().before(instant).build(), "before");
        refused(() -> CoverQuery.builder().since(instant).build(), "since");
        refused(() -> SeriesQuery.builder().before(instant).build(), "before");
        refused(() -> EventQuery.builder().since(instant).build(), "since");
        refused(() -> CheckQuery.builder().before(instant).build(), "before");
    }

    @Test
    void datesBeforeTheEpochAreFine() {
        Instant date = Instant.parse("1969-12-31T23:59:59.500Z");

        assertThat(FilterValues.date(Optional.of(date), ZoneOffset.UTC)).isEqualTo("1969-12-31 23:59:59.5");
        assertThat(FilterValues.date(Optional.of(Instant.parse("0001-02-03T04:05:06Z")), ZoneOffset.UTC))
                .isEqualTo("0001-02-03 04:05:06");
    }

    @Test
    void whatIsFinerThanTheClocksOfServersIsRoundedUpSoThatNoRowChangesSides() {
        Instant date = Instant.parse("2026-03-02T08:01:59.999999001Z");

        assertThat(FilterValues.date(Optional.of(date), ZoneId.of("Australia/Canberra")))
                .isEqualTo("2026-03-02 19:02:00");
    }

    @Test
    void commentEventsOfAVersionThatNeverListsThemAreRefused() {
        EventQuery comments = EventQuery.builder()
                .category(EventCategory.PATCH_COMMENT_CREATED)
                .build();
        try (PatchworkClient client = PatchworkClient.builder("https://patchwork.example.org")
                .userAgent("test/1 (test@example.org)")
                .apiVersion(ApiVersion.V1_2)
                .build()) {
            refused(() -> client.events().list(comments), "1.3");
        }
    }

    @Test
    void aProjectWithoutANameIsNotTheListOfProjects() {
        try (PatchworkClient client = PatchworkClient.builder("https://patchwork.example.org")
                .userAgent("test/1 (test@example.org)")
                .build()) {
            refused(() -> client.projects().get(""), "link name");
            refused(() -> client.projects().get(" "), "link name");
            refused(() -> client.projects().get(".."), "'..'");
        }
    }

    private static void refused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }
}
