package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.BundleQuery;
import io.github.patchwork4j.client.CheckQuery;
import io.github.patchwork4j.client.CoverQuery;
import io.github.patchwork4j.client.Credentials;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.FilterChecks;
import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.SeriesQuery;
import io.github.patchwork4j.client.UnknownFilterValueException;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A filter that names nothing is told apart from one that finds nothing, and rows are held against filters. */
class FilterChecksTest {
    private static final PatchRef FIRST = PatchRef.builder().id(1).name("").build();
    private static final PatchRef MISSING =
            PatchRef.builder().id(999_999).name("").build();

    @Test
    void whatTheServerDoesNotHaveIsToldByFilter() {
        try (FakePatchwork patchwork = serve(Profile.PATCHWORK_3_2);
                PatchworkClient client = client(patchwork, FilterChecks.EXISTENCE)) {
            unknown(
                    "project",
                    "cor",
                    client.patches().list(patches().project("cor").build()));
            unknown(
                    "project",
                    "cor",
                    client.covers().list(CoverQuery.builder().project("cor").build()));
            unknown(
                    "project",
                    "cor",
                    client.series().list(SeriesQuery.builder().project("cor").build()));
            unknown(
                    "project",
                    "cor",
                    client.events().list(EventQuery.builder().project("cor").build()));
            unknown(
                    "project",
                    "cor",
                    client.bundles().list(BundleQuery.builder().project("cor").build()));
            unknown(
                    "series",
                    "999999",
                    client.patches().list(patches().series(999_999).build()));
            unknown(
                    "series",
                    "999999",
                    client.events().list(EventQuery.builder().series(999_999).build()));
            unknown(
                    "patch",
                    "999999",
                    client.events().list(EventQuery.builder().patch(999_999).build()));
            unknown(
                    "cover",
                    "999999",
                    client.events().list(EventQuery.builder().cover(999_999).build()));
            unknown(
                    "actor",
                    "999999",
                    client.events().list(EventQuery.builder().actor(999_999).build()));
            unknown(
                    "delegate",
                    "mainz",
                    client.patches().list(patches().delegate("mainz").build()));
            unknown(
                    "delegate",
                    "999999",
                    client.patches().list(patches().delegate("999999").build()));
            unknown(
                    "submitter",
                    "no@example.org",
                    client.patches().list(patches().submitter("no@example.org").build()));
            unknown(
                    "owner",
                    "evil",
                    client.bundles().list(BundleQuery.builder().owner("evil").build()));
            unknown(
                    "state",
                    "aceppted",
                    client.patches()
                            .list(patches().addStates(PatchState.of("aceppted")).build()));
            unknown(
                    "user",
                    "mainz",
                    client.checks()
                            .list(FIRST, CheckQuery.builder().user("mainz").build()));
        }
    }

    @Test
    void aCountTellsItToo() {
        try (FakePatchwork patchwork = serve(Profile.PATCHWORK_3_2);
                PatchworkClient client = client(patchwork, FilterChecks.EXISTENCE)) {
            assertThatThrownBy(() -> client.patches()
                            .list(patches().project("cor").build())
                            .count())
                    .isInstanceOf(UnknownFilterValueException.class)
                    .hasMessage("the list is empty because the server has no project \"cor\"");
        }
    }

    @Test
    void aNumericLinkNameIsNoIdAndTheMessageSaysSo() {
        try (FakePatchwork patchwork = serve(Profile.PATCHWORK_3_2);
                PatchworkClient client = client(patchwork, FilterChecks.EXISTENCE)) {
            assertThat(client.projects().get("2038").linkName()).isEqualTo("2038");
            assertThatThrownBy(() -> client.patches()
                            .list(patches().project("2038").build())
                            .toList())
                    .isInstanceOf(UnknownFilterValueException.class)
                    .hasMessageContaining("no project \"2038\"; a number is taken for an id, never for a name");
        }
    }

    @Test
    void whatIsThereButHasNothingIsEmpty() {
        try (FakePatchwork patchwork = serve(Profile.PATCHWORK_3_2);
                PatchworkClient client = client(patchwork, FilterChecks.EXISTENCE)) {
            PatchQuery nothing = patches()
                    .project("core")
                    .delegate("eve")
                    .addStates(PatchState.AWAITING_UPSTREAM)
                    .build();
            assertThat(client.patches().list(nothing)).isEmpty();
            assertThat(client.patches().list(nothing).count()).isZero();
        }
    }

    @Test
    void withoutChecksOrWithoutALoginThatMayLookAListIsWhatTheServerSends() {
        try (FakePatchwork patchwork = serve(Profile.PATCHWORK_3_2);
                PatchworkClient client = client(patchwork, FilterChecks.NONE)) {
            assertThat(client.patches().list(patches().project("cor").build())).isEmpty();
            assertThat(patchwork
                            .client()
                            .patches()
                            .list(patches().delegate("mainz").build()))
                    .isEmpty();
        }
    }

    @Test
    void rowsOfAServerThatFiltersPass() {
        rowsPass(Profile.PATCHWORK_3_2);
    }

    @Test
    void rowsOfFourZeroPass() {
        rowsPass(Profile.PATCHWORK_4_0);
    }

    private static void rowsPass(Profile profile) {
        try (FakePatchwork patchwork = serve(profile);
                PatchworkClient client = client(patchwork, FilterChecks.ROWS)) {
            PatchSummary one = client.patches().get(5);
            assertThat(client.patches()
                            .list(patches()
                                    .project(one.project().linkName())
                                    .submitter(one.submitter().email())
                                    .addStates(one.state())
                                    .archived(one.archived())
                                    .hash(one.hash().orElseThrow())
                                    .messageId(one.messageId())
                                    .series(one.series().get(0).id())
                                    .since(one.date())
                                    .before(one.date().plusMillis(1))
                                    .build()))
                    .extracting(PatchSummary::id)
                    .contains(5L);
            client.checks()
                    .list(FIRST)
                    .forEach(check -> assertThat(client.events()
                                    .list(EventQuery.builder()
                                            .since(check.date())
                                            .before(check.date().plusSeconds(1))
                                            .build())
                                    .toList())
                            .isNotNull());
            assertThat(client.events().list(EventQuery.builder().project("core").build()))
                    .isNotEmpty();
        }
    }

    @Test
    void listsBelowAPatchThatFourZeroDoesNotHaveAreNotEmpty() {
        try (FakePatchwork patchwork = serve(Profile.PATCHWORK_4_0);
                PatchworkClient client = client(patchwork, FilterChecks.EXISTENCE)) {
            unknown("patch", "999999", client.checks().list(MISSING));
            unknown("patch", "999999", client.comments().list(MISSING));
        }
        try (FakePatchwork patchwork = serve(Profile.PATCHWORK_4_0);
                PatchworkClient client = client(patchwork, FilterChecks.NONE)) {
            assertThat(client.checks().list(MISSING)).extracting(Check::id).isEmpty();
        }
    }

    private static void unknown(String filter, String value, Paged<?> list) {
        assertThatThrownBy(list::toList).isInstanceOfSatisfying(UnknownFilterValueException.class, e -> {
            assertThat(e.filter()).isEqualTo(filter);
            assertThat(e.value()).isEqualTo(value);
        });
    }

    private static FakePatchwork serve(Profile profile) {
        InputStream world = Objects.requireNonNull(FilterChecksTest.class.getResourceAsStream("/recorded/world.json"));
        return FakePatchwork.builder().world(world).profile(profile).lenient().start();
    }

    private static PatchQuery.Builder patches() {
        return PatchQuery.builder();
    }

    private static PatchworkClient client(FakePatchwork patchwork, FilterChecks checks) {
        return PatchworkClient.builder(patchwork.url().toString())
                .userAgent("test/1 (test@example.org)")
                .credentials(Credentials.token("7f00ccd08c8e886d615b824406551b3ba44b8b9f"))
                .serverZone(ZoneId.of("Australia/Canberra"))
                .filterChecks(checks)
                .build();
    }
}
