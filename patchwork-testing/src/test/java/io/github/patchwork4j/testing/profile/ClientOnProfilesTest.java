package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.Capability;
import io.github.patchwork4j.client.Credentials;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.NewCheck;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.SeriesMismatchException;
import io.github.patchwork4j.client.SeriesUpdate;
import io.github.patchwork4j.client.ServerDialect;
import io.github.patchwork4j.client.TransportException;
import io.github.patchwork4j.client.UnknownFilterValueException;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.User;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.FakePatchworkBuilder;
import io.github.patchwork4j.testing.Profile;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One program, on each server that there is, against what is known of the recorded world; the fake is strict, so that
 * nothing may be misread. What holds on any server is told by the tests of the contract.
 */
class ClientOnProfilesTest {

    @ParameterizedTest
    @EnumSource(Profile.class)
    void listsHoldEverythingOnce(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            assertThat(client.patches().list().pageSize(20))
                    .extracting(PatchSummary::id)
                    .hasSize(103)
                    .doesNotHaveDuplicates();
            assertThat(client.series().list().pageSize(50)).hasSize(95);
            assertThat(client.covers().list().pageSize(5)).hasSize(5);
            assertThat(client.projects().list()).hasSize(6);
            assertThat(client.people().list()).hasSize(8);
            assertThat(client.users().list()).hasSize(10);
            assertThat(client.bundles().list()).hasSize(5);
            assertThat(client.events().list().pageSize(250))
                    .hasSizeGreaterThan(400)
                    .extracting(Event::id)
                    .doesNotHaveDuplicates();
            for (PatchSummary patch : client.patches().list().limit(40)) {
                assertThat(client.patches().get(patch).name()).isEqualTo(patch.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void filtersMeanTheSame(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            PatchQuery query = PatchQuery.builder()
                    .project("core")
                    .addStates(PatchState.SUPERSEDED)
                    .archived(false)
                    .since(Instant.parse("2026-03-02T08:02:00Z"))
                    .before(Instant.parse("2026-03-02T08:03:01Z"))
                    .build();
            assertThat(client.patches().list(query))
                    .extracting(PatchSummary::id)
                    .containsExactlyInAnyOrder(2L, 3L);
            PatchQuery reviewed =
                    PatchQuery.builder().addStates(PatchState.UNDER_REVIEW).build();
            assertThat(client.patches().list(reviewed))
                    .isNotEmpty()
                    .allSatisfy(patch -> assertThat(patch.state()).isEqualTo(PatchState.UNDER_REVIEW));
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void theMailsOfEverySeriesAreVerified(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            int whole = 0;
            for (Series series : client.series().list()) {
                if (series.receivedAll()) {
                    assertThat(client.series().verifiedMbox(series).bytes())
                            .isEqualTo(client.series().mbox(series).bytes());
                    whole++;
                } else {
                    assertThatThrownBy(
                                    () -> client.series().verifiedMbox(series).bytes())
                            .isInstanceOfSatisfying(SeriesMismatchException.class, e -> {
                                assertThat(e.outstanding()).isEqualTo(series.total() - series.receivedTotal());
                                assertThat(e.missing()).isEmpty();
                                assertThat(e.extra()).isEmpty();
                                assertThat(e.misplaced()).isEmpty();
                            });
                }
            }
            assertThat(whole).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aSeriesLeadsToItsPatchesAndTheirMails(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            Series series = client.series().get(3);
            assertThat(series.date()).isEqualTo(Instant.parse("2026-03-02T19:58:00Z"));
            assertThat(series.patches()).extracting(PatchRef::id).containsExactly(5L, 6L, 7L);
            Patch patch = client.patches().get(series.patches().get(0));
            assertThat(patch.state()).isEqualTo(PatchState.NEW);
            assertThat(patch.date()).isEqualTo(Instant.parse("2026-03-02T19:59:00Z"));
            assertThat(patch.check()).isEqualTo(CheckState.WARNING);
            assertThat(client.patches().mbox(patch).bytes()).asString().contains("X-Patchwork-Id: 5\n");
            assertThat(client.patches().diff(patch).bytes())
                    .asString()
                    .isEqualTo(patch.diff().orElseThrow());
            assertThat(client.series().mbox(series).bytes())
                    .asString()
                    .contains("X-Patchwork-Id: 5\n", "X-Patchwork-Id: 6\n", "X-Patchwork-Id: 7\n");
            for (CoverSummary cover : client.covers().list()) {
                assertThat(client.covers().mbox(cover).bytes())
                        .asString()
                        .contains("X-Patchwork-Id: " + cover.id() + "\n");
            }
            for (Bundle bundle : client.bundles().list()) {
                if (bundle.isPublic()) {
                    assertThat(client.bundles().mbox(bundle).bytes()).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aPatchIsWrittenAndItsEventsAreRead(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            Instant before = Instant.now().minusSeconds(60);
            Patch changed = client.patches()
                    .update(
                            5,
                            PatchUpdate.builder()
                                    .state(PatchState.UNDER_REVIEW)
                                    .delegate(7)
                                    .commitRef("abc")
                                    .build());
            assertThat(changed.state()).isEqualTo(PatchState.UNDER_REVIEW);
            assertThat(changed.delegate().orElseThrow().id()).isEqualTo(7);
            assertThat(changed.commitRef()).contains("abc");
            EventQuery query = EventQuery.builder()
                    .patch(5)
                    .since(before)
                    .addOrder(EventQuery.Order.DATE)
                    .build();
            assertThat(client.events().list(query))
                    .extracting(event -> event.category().toString())
                    .containsExactly("patch-state-changed", "patch-delegated");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"PATCHWORK_3_2", "PATCHWORK_4_0"})
    void aSeriesLeadsToThoseItDependsOn(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake, ApiVersion.V1_4);
                PatchworkClient older = client(fake, ApiVersion.V1_3)) {
            int found = 0;
            for (Series series : client.series().list()) {
                List<Long> ids = client.series().dependencies(series).stream()
                        .map(Series::id)
                        .toList();
                List<String> urls = client.series().get(series).dependencies().orElse(List.of());
                assertThat(ids).hasSameSizeAs(urls);
                for (int i = 0; i < ids.size(); i++) {
                    assertThat(urls.get(i)).endsWith("/series/" + ids.get(i) + "/");
                }
                assertThat(client.async().series().dependencies(series).join())
                        .extracting(Series::id)
                        .isEqualTo(ids);
                found += ids.size();
            }
            assertThat(found).isPositive();
            assertThatThrownBy(() -> older.series().dependencies(client.series().get(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("dependencies of series needs API version 1.4");
        }
    }

    /** 3.x dates all mails in UTC; 4.0 dates the patches and covers of a series on its own clock, in Canberra here. */
    @ParameterizedTest
    @EnumSource(Profile.class)
    void aMailHasOneDateWhereverItIsShown(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            int mails = 0;
            for (Series series : client.series().list().limit(12)) {
                for (PatchRef patch : series.patches()) {
                    assertThat(patch.date())
                            .isEqualTo(client.patches().get(patch).date());
                    mails++;
                }
                series.coverLetter()
                        .ifPresent(cover -> assertThat(cover.date())
                                .isEqualTo(client.covers().get(cover).date()));
            }
            assertThat(mails).isGreaterThan(10);
        }
    }

    /** Which is which shows by the time of the server only. */
    @ParameterizedTest
    @EnumSource(Profile.class)
    void aCheckThatGotLostIsNotTakenForAnOlderOne(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            NewCheck check =
                    NewCheck.builder(CheckState.SUCCESS).context("nightly").build();
            Check yesterday = client.checks().create(5, check);
            fake.advance(Duration.ofDays(1));
            fake.fault("POST /api/1.3/patches/5/checks/ times=1 reset");
            assertThatThrownBy(() -> client.checks().create(5, check)).isInstanceOf(TransportException.class);

            fake.fault("POST /api/1.3/patches/5/checks/ times=1 after reset");
            Check today = client.checks().create(5, check);
            assertThat(today.date()).isAfter(yesterday.date().plus(Duration.ofHours(23)));
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void whatOneServerLacksIsRefusedBeforeItIsSent(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            boolean four = client.server().dialect() == ServerDialect.PATCHWORK_4;
            assertThat(four).isEqualTo(profile == Profile.PATCHWORK_4_0);
            assertThat(client.server().has(Capability.CHECK_UPDATES)).isEqualTo(four);
            int sent = fake.requestCount();
            if (four) {
                PatchQuery sorted =
                        PatchQuery.builder().addOrder(PatchQuery.Order.DATE).build();
                assertThatThrownBy(() -> client.patches().list(sorted).toList())
                        .isInstanceOf(IllegalArgumentException.class);
            } else {
                SeriesUpdate metadata =
                        SeriesUpdate.builder().metadata(Map.of("ci", "done")).build();
                assertThatThrownBy(() -> client.series().update(3, metadata))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(fake.requestCount()).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void theNewestVersionIsFound(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = PatchworkClient.builder(fake.url().toString())
                        .userAgent("test/1 (test@example.org)")
                        .apiVersionOrOlder(ApiVersion.V1_4)
                        .build()) {
            List<Series> series = client.series().list().limit(5).toList();
            assertThat(series).hasSize(5);
            assertThat(client.server().apiVersion())
                    .isEqualTo(profile == Profile.PATCHWORK_3_1 ? ApiVersion.V1_3 : ApiVersion.V1_4);
        }
    }

    static Stream<ApiVersion> versions() {
        return ApiVersion.KNOWN.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everythingIsReadInEveryVersion(ApiVersion version) throws Exception {
        try (FakePatchwork fake = fake(Profile.PATCHWORK_3_2);
                PatchworkClient client = client(fake, version)) {
            assertThat(client.projects().list().pageSize(4))
                    .hasSize(6)
                    .allSatisfy(project ->
                            assertThat(client.projects().get(project)).isEqualTo(project));
            assertThat(client.users().list())
                    .extracting(User::username)
                    .hasSize(10)
                    .contains("maint", "eve");
            assertThat(client.people().list()).extracting(Person::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            assertThat(client.patches().list().pageSize(40)).hasSize(103);
            assertThat(client.covers().list()).extracting(CoverSummary::id).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(client.series().list().pageSize(94)).hasSize(95);
            assertThat(client.bundles().list()).extracting(Bundle::id).contains(1L, 3L, 6L);
            assertThat(client.events().list().pageSize(250))
                    .extracting(Event::category)
                    .hasSizeGreaterThan(460);
        }
    }

    @Test
    void rowsAreFoundByOddMessageIdsAndInTheOrderOfTheirDates() throws Exception {
        try (FakePatchwork fake = fake(Profile.PATCHWORK_3_2);
                PatchworkClient client = client(fake)) {
            PatchQuery slash = PatchQuery.builder()
                    .messageId(MessageId.of("<a/b+c=d%e@odd.example.com>"))
                    .build();
            assertThat(client.patches().list(slash))
                    .extracting(PatchSummary::id)
                    .containsExactly(16L);

            PatchQuery superseded = PatchQuery.builder()
                    .project("core")
                    .addStates(PatchState.SUPERSEDED)
                    .addOrder(PatchQuery.Order.DATE_DESCENDING, PatchQuery.Order.ID)
                    .build();
            assertThat(client.patches().list(superseded).pageSize(2).toList())
                    .isNotEmpty()
                    .isSortedAccordingTo((one, other) -> other.date().compareTo(one.date()))
                    .allSatisfy(patch -> assertThat(patch.state()).isEqualTo(PatchState.SUPERSEDED));
        }
    }

    @Test
    void aNumericLinkNameIsNoIdAndTheMessageSaysSo() throws Exception {
        try (FakePatchwork fake = builder(Profile.PATCHWORK_3_2).lenient().start();
                PatchworkClient client = client(fake)) {
            assertThat(client.projects().get("2038").linkName()).isEqualTo("2038");
            assertThatThrownBy(() -> client.patches()
                            .list(PatchQuery.builder().project("2038").build())
                            .toList())
                    .isInstanceOf(UnknownFilterValueException.class)
                    .hasMessageContaining("no project \"2038\"; a number is taken for an id, never for a name");
        }
    }

    private static FakePatchwork fake(Profile profile) throws Exception {
        return builder(profile).start();
    }

    private static FakePatchworkBuilder builder(Profile profile) throws Exception {
        try (InputStream world = ClientOnProfilesTest.class.getResourceAsStream("/recorded/world.json")) {
            return FakePatchwork.builder().world(Objects.requireNonNull(world)).profile(profile);
        }
    }

    private static PatchworkClient client(FakePatchwork fake) {
        return client(fake, ApiVersion.V1_3);
    }

    private static PatchworkClient client(FakePatchwork fake, ApiVersion version) {
        return PatchworkClient.builder(fake.url().toString())
                .userAgent("test/1 (test@example.org)")
                .credentials(Credentials.token("7f00ccd08c8e886d615b824406551b3ba44b8b9f"))
                .apiVersion(version)
                .serverZone(ZoneId.of("Australia/Canberra"))
                .strict()
                .build();
    }
}
