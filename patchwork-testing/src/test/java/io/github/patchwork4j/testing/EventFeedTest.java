package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.EventCursor;
import io.github.patchwork4j.client.EventFeed;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.ServerException;
import io.github.patchwork4j.client.UnknownFilterValueException;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That who follows events gets each of them, and once, whatever servers do to their dates and pages. */
class EventFeedTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00.5Z");
    private static final EventQuery ALL = EventQuery.builder().build();

    private int mails;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void eventsAreHandedOutAsTheyCome(Profile profile) {
        try (FakePatchwork fake = fake(profile)) {
            EventFeed feed = fake.client().events().follow(ALL, EventCursor.beginning());
            assertThat(feed).isEmpty();
            deliver(fake);
            assertThat(feed).extracting(Event::id).containsExactly(1L, 2L, 3L, 4L);
            assertThat(feed).isEmpty();
            deliver(fake);
            assertThat(feed).extracting(Event::id).containsExactly(5L, 6L, 7L, 8L);
            assertThat(feed.hasGap()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aWalkThatFindsNothingNewTakesOneRequest(Profile profile) {
        try (FakePatchwork fake = fake(profile)) {
            EventFeed feed = fake.client().events().follow(ALL, EventCursor.beginning());
            deliver(fake);
            drain(feed, new ArrayList<>());
            int before = fake.requestCount();
            drain(feed, new ArrayList<>());
            assertThat(fake.requestCount() - before).isEqualTo(1);
        }
    }

    /** Every walk may be the last of a program: what was stored is read by the next one. */
    @ParameterizedTest
    @CsvSource({"PATCHWORK_3_1, 1", "PATCHWORK_3_2, 2", "PATCHWORK_4_0, 3", "PATCHWORK_3_2, 4", "PATCHWORK_4_0, 5"})
    void eachIsHandedOutOnceThoughDatesAreEqualAndSomeShowLate(Profile profile, long seed) {
        Random random = new Random(seed);
        try (FakePatchwork fake = fake(profile, EventTrouble.EQUAL_DATES, EventTrouble.LATE)) {
            List<Long> got = new ArrayList<>();
            String stored = EventCursor.beginning().toString();
            for (int round = 0; round < 40; round++) {
                if (random.nextBoolean()) {
                    deliver(fake);
                }
                fake.advance(Duration.ofMillis(random.nextInt(8000)));
                EventFeed feed = fake.client().events().follow(ALL, EventCursor.parse(stored));
                int stopAfter = random.nextInt(10);
                for (Event event : feed) {
                    got.add(event.id());
                    stored = feed.cursor().toString();
                    if (stopAfter-- == 0) {
                        break;
                    }
                }
            }
            fake.advance(Duration.ofSeconds(10));
            drain(fake.client().events().follow(ALL, EventCursor.parse(stored)), got);

            assertThat(got).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all(fake));
            assertThat(got).hasSizeGreaterThan(40);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void moreEventsMayShareADateThanAPageHolds(Profile profile) {
        try (FakePatchwork fake = fake(profile, EventTrouble.EQUAL_DATES)) {
            for (int i = 0; i < 70; i++) {
                deliver(fake);
            }
            List<Long> got = new ArrayList<>();
            drain(fake.client().events().follow(ALL, EventCursor.beginning()), got);
            assertThat(got).hasSize(280).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void nothingIsLostWhenOldEventsGoBetweenTwoPages(Profile profile) {
        try (FakePatchwork fake = fake(profile)) {
            for (int i = 0; i < 70; i++) {
                deliver(fake);
                fake.advance(Duration.ofSeconds(1));
            }
            PatchworkClient client = fake.client();
            client.server();
            List<Long> last = all(fake).subList(40, 280);
            fake.before("GET", "/api/1.3/events/", 2, () -> {
                for (long patch = 1; patch <= 10; patch++) {
                    fake.edit().deletePatch(patch);
                }
            });

            List<Long> got = new ArrayList<>();
            drain(client.events().follow(ALL, EventCursor.beginning()), got);

            assertThat(got).doesNotHaveDuplicates().containsAll(last);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aWalkThatFailsGoesOnWhereItWas(Profile profile) {
        try (FakePatchwork fake = fake(profile)) {
            deliver(fake);
            EventFeed feed = fake.client().events().follow(ALL, EventCursor.beginning());
            List<Long> got = new ArrayList<>();
            got.add(feed.iterator().next().id());
            fake.fault("GET /api/ times=1 status=500");
            assertThatThrownBy(() -> drain(feed, got)).isInstanceOf(ServerException.class);
            drain(feed, got);
            assertThat(got).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void itBeginsWithADateAndKeepsToItsFilters(Profile profile) {
        try (FakePatchwork fake = fake(profile)) {
            deliver(fake);
            fake.advance(Duration.ofHours(1));
            deliver(fake);
            EventQuery completed = EventQuery.builder()
                    .project("kettle")
                    .category(EventCategory.SERIES_COMPLETED)
                    .build();
            EventFeed feed =
                    fake.client().events().follow(completed, EventCursor.from(START.plus(Duration.ofMinutes(1))));
            assertThat(feed).extracting(Event::id).containsExactly(8L);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void eventsThatAreGoneAreTold(Profile profile) {
        try (FakePatchwork fake = fake(profile)) {
            deliver(fake);
            EventFeed feed = fake.client().events().follow(ALL, EventCursor.beginning());
            List<Long> got = new ArrayList<>();
            drain(feed, got);
            fake.advance(Duration.ofDays(20));
            deliver(fake);
            fake.advance(Duration.ofDays(20));
            deliver(fake);
            fake.purgeEvents(Duration.ofDays(10));
            drain(feed, got);
            assertThat(got).containsExactly(1L, 2L, 3L, 4L, 9L, 10L, 11L, 12L);
            assertThat(feed.hasGap()).isTrue();
            drain(feed, got);
            assertThat(feed.hasGap()).isFalse();
        }
    }

    /** In the night of 2026-10-25 the clocks of Berlin go from 02:00 to 03:00 twice. Only 3.x shows that in its dates. */
    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"PATCHWORK_3_1", "PATCHWORK_3_2"})
    void theHourThatComesTwiceLosesNothing(Profile profile) {
        try (FakePatchwork fake = FakePatchwork.builder()
                .profile(profile)
                .clock(Clock.fixed(Instant.parse("2026-10-24T23:30:00Z"), ZoneOffset.UTC))
                .project("kettle", "kettle.lists.example.org")
                .serverZone(ZoneId.of("Europe/Berlin"))
                .start()) {
            List<Long> got = new ArrayList<>();
            String stored = EventCursor.beginning().toString();
            for (int i = 0; i < 30; i++) {
                deliver(fake);
                fake.advance(Duration.ofMinutes(7));
                EventFeed feed = fake.client().events().follow(ALL, EventCursor.parse(stored));
                drain(feed, got);
                stored = feed.cursor().toString();
            }
            assertThat(got).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all(fake));
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aProjectThatIsNotThereIsToldAtOnce(Profile profile) {
        try (FakePatchwork fake =
                FakePatchwork.builder().profile(profile).lenient().start()) {
            EventQuery query = EventQuery.builder().project("kettel").build();
            EventFeed feed = fake.client().events().follow(query, EventCursor.beginning());
            assertThatThrownBy(feed.iterator()::hasNext).isInstanceOf(UnknownFilterValueException.class);
        }
    }

    @Test
    void aQueryWithDatesOrAnOrderIsRefused() {
        try (FakePatchwork fake = fake(Profile.PATCHWORK_3_2)) {
            PatchworkClient client = fake.client();
            for (EventQuery query : List.of(
                    EventQuery.builder().since(START).build(),
                    EventQuery.builder().before(START).build(),
                    EventQuery.builder().addOrder(EventQuery.Order.DATE).build())) {
                assertThatThrownBy(() -> client.events().follow(query, EventCursor.beginning()))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() ->
                            client.events().follow(ALL, EventCursor.beginning()).overlap(Duration.ofSeconds(-1)))
                    .hasMessageContaining("PT-1S");
        }
    }

    private static FakePatchwork fake(Profile profile, EventTrouble... troubles) {
        return FakePatchwork.builder()
                .profile(profile)
                .clock(Clock.fixed(START, ZoneOffset.UTC))
                .project("kettle", "kettle.lists.example.org")
                .eventTroubles(troubles)
                .start();
    }

    /** A single patch makes four events. */
    private void deliver(FakePatchwork fake) {
        mails++;
        fake.deliver("""
                From: Ann Author <ann@example.org>
                List-Id: <kettle.lists.example.org>
                Subject: [PATCH] kettle: whistle %1$d times
                Message-Id: <whistle-%1$d@example.org>
                Date: Mon, 02 Mar 2026 09:00:00 +0000

                So that all hear it.
                ---
                diff --git a/kettle.c b/kettle.c
                --- a/kettle.c
                +++ b/kettle.c
                @@ -1 +1,2 @@
                 boil();
                +whistle(%1$d);
                """.formatted(mails));
    }

    private static void drain(EventFeed feed, List<Long> into) {
        for (Event event : feed) {
            into.add(event.id());
        }
    }

    private static List<Long> all(FakePatchwork fake) {
        return fake.client().events().list().pageSize(250).stream()
                .map(Event::id)
                .sorted()
                .toList();
    }
}
