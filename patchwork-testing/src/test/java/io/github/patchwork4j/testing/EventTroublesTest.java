package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.AuthenticationException;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.PatchState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong with events when it is asked for, and faults that take something away for a while. */
class EventTroublesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00.5Z"), ZoneOffset.UTC);
    private static final String TOKEN = "7f00ccd08c8e886d615b824406551b3ba44b8b9f";

    @ParameterizedTest
    @EnumSource(Profile.class)
    void eventsOfOneSecondMayHaveOneDate(Profile profile) {
        try (FakePatchwork fake = fake(profile, EventTrouble.EQUAL_DATES)) {
            deliver(fake, 1);
            assertThat(events(fake))
                    .hasSize(4)
                    .extracting(Event::date)
                    .containsOnly(Instant.parse("2026-03-02T10:00:00Z"));
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void someEventsMayBeSeenAfterLaterOnes(Profile profile) {
        try (FakePatchwork fake = fake(profile, EventTrouble.LATE)) {
            deliver(fake, 1);
            assertThat(events(fake)).extracting(Event::id).containsExactly(1L, 3L);
            fake.advance(Duration.ofSeconds(10));
            assertThat(events(fake)).extracting(Event::id).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aSeriesMayBeCompleteBeforeItIs(Profile profile) {
        try (FakePatchwork fake = fake(profile, EventTrouble.COMPLETED_EARLY)) {
            fake.deliver(mail(1, 2));
            assertThat(completions(fake)).isEqualTo(1);
            assertThat(fake.client().series().list().toList().get(0).receivedAll())
                    .isFalse();
            fake.deliver(mail(2, 2));
            assertThat(completions(fake)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aSeriesMayBeCompleteTwiceOrNever(Profile profile) {
        try (FakePatchwork twice = fake(profile, EventTrouble.COMPLETED_TWICE);
                FakePatchwork never = fake(profile, EventTrouble.COMPLETED_NEVER)) {
            deliver(twice, 2);
            deliver(never, 2);
            assertThat(completions(twice)).isEqualTo(2);
            assertThat(completions(never)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void oldEventsArePurged(Profile profile) {
        try (FakePatchwork fake = fake(profile)) {
            fake.deliver(mail(1, 2));
            fake.advance(Duration.ofDays(31));
            fake.deliver(mail(2, 2));
            int all = events(fake).size();
            fake.purgeEvents(Duration.ofDays(30));
            assertThat(events(fake))
                    .hasSizeBetween(2, all - 2)
                    .allSatisfy(event -> assertThat(event.date()).isAfter(Instant.parse("2026-04-01T00:00:00Z")));
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void theServersClockIsInItsOwnZone(Profile profile) {
        try (FakePatchwork fake = FakePatchwork.builder()
                .profile(profile)
                .clock(CLOCK)
                .project("kettle", "kettle.lists.example.org")
                .serverZone(ZoneId.of("Asia/Kathmandu"))
                .start()) {
            deliver(fake, 1);
            assertThat(events(fake).get(0).date())
                    .isBetween(CLOCK.instant(), CLOCK.instant().plusMillis(1));
            PatchworkClient client = fake.client();
            assertThat(client.events()
                            .list(EventQuery.builder().since(CLOCK.instant()).build()))
                    .hasSize(4);
            assertThat(client.events()
                            .list(EventQuery.builder().before(CLOCK.instant()).build()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aTokenMayBeRevokedOnTheWay(Profile profile) {
        try (FakePatchwork fake = fake(profile)) {
            deliver(fake, 1);
            fake.fault("PATCH /api/ nth=2 revoked");
            PatchworkClient client = fake.client("maint");
            long patch = client.patches().list().toList().get(0).id();
            PatchUpdate update = PatchUpdate.builder().archived(true).build();
            assertThat(client.patches().update(patch, update).archived()).isTrue();
            assertThatThrownBy(() -> client.patches()
                            .update(patch, PatchUpdate.builder().archived(false).build()))
                    .isInstanceOf(AuthenticationException.class);
            assertThat(client.patches().get(patch).archived()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void anObjectMayAppearLate(Profile profile) {
        try (FakePatchwork fake = fake(profile)) {
            deliver(fake, 1);
            fake.fault("GET /api/1.3/patches/1/ times=2 missing");
            PatchworkClient client = fake.client();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> client.patches().get(1))
                        .isInstanceOf(NotFoundException.class)
                        .hasMessageContaining("Not found.");
            }
            assertThat(client.patches().get(1).state()).isEqualTo(PatchState.NEW);
        }
    }

    private static FakePatchwork fake(Profile profile, EventTrouble... troubles) {
        return FakePatchwork.builder()
                .profile(profile)
                .clock(CLOCK)
                .project("kettle", "kettle.lists.example.org")
                .user("maint", TOKEN, "kettle")
                .eventTroubles(troubles)
                .start();
    }

    private static void deliver(FakePatchwork fake, int total) {
        for (int number = 1; number <= total; number++) {
            fake.deliver(mail(number, total));
        }
    }

    private static List<Event> events(FakePatchwork fake) {
        return fake.client()
                .events()
                .list(EventQuery.builder().addOrder(EventQuery.Order.DATE).build())
                .toList();
    }

    private static long completions(FakePatchwork fake) {
        return events(fake).stream()
                .filter(event -> event.category().equals(EventCategory.SERIES_COMPLETED))
                .count();
    }

    private static String mail(int number, int total) {
        return """
                From: Ann Author <ann@example.org>
                List-Id: <kettle.lists.example.org>
                Subject: [PATCH %1$d/%2$d] kettle: whistle %1$d times
                Message-Id: <whistle-%1$d@example.org>
                Date: Mon, 02 Mar 2026 09:0%1$d:00 +0000

                So that all hear it.
                ---
                diff --git a/kettle.c b/kettle.c
                --- a/kettle.c
                +++ b/kettle.c
                @@ -1 +1,2 @@
                 boil();
                +whistle();
                """.formatted(number, total);
    }
}
