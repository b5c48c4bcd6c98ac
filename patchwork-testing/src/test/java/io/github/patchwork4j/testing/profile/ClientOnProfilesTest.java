package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.AuthenticationException;
import io.github.patchwork4j.client.BundleUpdate;
import io.github.patchwork4j.client.Capability;
import io.github.patchwork4j.client.CheckUpdate;
import io.github.patchwork4j.client.CommentUpdate;
import io.github.patchwork4j.client.Credentials;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.NewBundle;
import io.github.patchwork4j.client.NewCheck;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.SeriesMismatchException;
import io.github.patchwork4j.client.SeriesUpdate;
import io.github.patchwork4j.client.ServerDialect;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.Profile;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One program, on each server that there is; the fake is strict, so that nothing may be misread. */
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
    @EnumSource(Profile.class)
    void aCheckIsPostedTwice(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            Check first = client.checks()
                    .create(
                            9,
                            NewCheck.builder(CheckState.PENDING)
                                    .context("build")
                                    .build());
            Check second = client.checks()
                    .create(
                            9,
                            NewCheck.builder(CheckState.SUCCESS)
                                    .context("build")
                                    .targetUrl("https://ci.example.org/9")
                                    .build());
            boolean replaced = profile == Profile.PATCHWORK_4_0;
            assertThat(second.id() == first.id()).isEqualTo(replaced);
            assertThat(client.patches().get(9).check()).isEqualTo(CheckState.SUCCESS);
            assertThat(client.checks().list(client.patches().get(9))).hasSize(replaced ? 1 : 2);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void commentsAndBundlesAreWritten(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            Patch patch = client.patches().get(1);
            assertThat(client.comments()
                            .update(patch, 1, CommentUpdate.addressed())
                            .addressed())
                    .contains(true);
            assertThat(client.comments().list(patch)).hasSize(2);
            Bundle bundle = client.bundles()
                    .create(NewBundle.builder("mine", 6, 5).visibleToAll().build());
            assertThat(client.bundles()
                            .update(bundle, BundleUpdate.builder().patches(5, 7).build())
                            .patches())
                    .extracting(PatchRef::id)
                    .containsExactly(5L, 7L);
            client.bundles().delete(bundle);
            assertThatThrownBy(() -> client.bundles().get(bundle.id())).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void whatOneServerLacksIsRefusedBeforeItIsSent(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            ServerDialect dialect = client.server().dialect();
            assertThat(dialect)
                    .isEqualTo(
                            profile == Profile.PATCHWORK_4_0 ? ServerDialect.PATCHWORK_4 : ServerDialect.PATCHWORK_3);
            SeriesUpdate metadata =
                    SeriesUpdate.builder().metadata(Map.of("ci", "done")).build();
            Check check = client.checks().list(client.patches().get(5)).toList().get(0);
            CheckUpdate update = CheckUpdate.builder().state(CheckState.FAIL).build();
            PatchQuery sorted =
                    PatchQuery.builder().addOrder(PatchQuery.Order.DATE).build();
            if (dialect == ServerDialect.PATCHWORK_4) {
                assertThat(client.series().update(3, metadata).metadata()).contains(Map.of("ci", "done"));
                assertThat(client.checks()
                                .update(client.patches().get(5), check, update)
                                .state())
                        .isEqualTo(CheckState.FAIL);
                assertThatThrownBy(() -> client.patches().list(sorted).toList())
                        .isInstanceOf(IllegalArgumentException.class);
            } else {
                int sent = fake.requestCount();
                assertThatThrownBy(() -> client.series().update(3, metadata))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThat(fake.requestCount()).isEqualTo(sent);
                assertThat(client.patches().list(sorted).limit(1)).hasSize(1);
            }
            assertThat(client.server().has(Capability.CHECK_UPDATES)).isEqualTo(dialect == ServerDialect.PATCHWORK_4);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void refusalsAreTold(Profile profile) throws Exception {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = fake.client();
                PatchworkClient alice = fake.client("alice")) {
            assertThatThrownBy(() -> client.users().list().toList()).isInstanceOf(AuthenticationException.class);
            assertThatThrownBy(() -> client.patches().get(999)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> alice.patches()
                            .update(4, PatchUpdate.builder().archived(true).build()))
                    .hasMessageContaining("You do not have permission to perform this action.");
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

    private static FakePatchwork fake(Profile profile) throws Exception {
        try (InputStream world = ClientOnProfilesTest.class.getResourceAsStream("/recorded/world.json")) {
            return FakePatchwork.builder()
                    .world(Objects.requireNonNull(world))
                    .profile(profile)
                    .start();
        }
    }

    private static PatchworkClient client(FakePatchwork fake) {
        return PatchworkClient.builder(fake.url().toString())
                .userAgent("test/1 (test@example.org)")
                .credentials(Credentials.token("7f00ccd08c8e886d615b824406551b3ba44b8b9f"))
                .apiVersion(ApiVersion.V1_3)
                .serverZone(ZoneId.of("Australia/Canberra"))
                .strict()
                .build();
    }
}
