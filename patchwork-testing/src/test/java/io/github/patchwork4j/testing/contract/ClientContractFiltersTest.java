package io.github.patchwork4j.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.BundleQuery;
import io.github.patchwork4j.client.CheckQuery;
import io.github.patchwork4j.client.CoverQuery;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.FilterChecks;
import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.SeriesQuery;
import io.github.patchwork4j.client.UnknownFilterValueException;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Series;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A filter finds what it names and nothing else, and one that names nothing is told apart from one that finds nothing. */
@ParameterizedClass
@MethodSource("io.github.patchwork4j.testing.contract.ContractServer#unforgiving")
class ClientContractFiltersTest {
    private static final String NO_PROJECT = "there-is-no-such-project";
    private static final String NO_NAME = "there.is.no.such.user";
    private static final String NO_EMAIL = "nobody-at-all@nowhere.example.org";
    private static final long MISSING = 2_147_483_646;

    private final ContractServer server;
    private final PatchworkClient client;
    private final PatchworkClient checking;

    ClientContractFiltersTest(ContractServer server) {
        this.server = server;
        this.client = server.client();
        this.checking = server.checking();
    }

    @Test
    void aPatchIsFoundByAllThatItIs() {
        PatchSummary patch = server.need(
                server.patches(50).stream()
                        .filter(one ->
                                one.hash().filter(hash -> !hash.isEmpty()).isPresent())
                        .filter(one -> !one.series().isEmpty())
                        .findFirst(),
                "patch with a diff and a series");

        found(patch, patches());
        found(patch, patches().submitter(patch.submitter().email()));
        found(patch, patches().submitter(Long.toString(patch.submitter().id())));
        found(patch, patches().addStates(patch.state()));
        found(patch, patches().archived(patch.archived()));
        found(patch, patches().hash(patch.hash().orElseThrow()));
        found(patch, patches().messageId(patch.messageId()));
        found(patch, patches().series(patch.series().get(0).id()));
        found(patch, patches().since(patch.date()).before(patch.date().plusMillis(1)));
    }

    private PatchQuery.Builder patches() {
        return PatchQuery.builder().project(server.project());
    }

    private void found(PatchSummary patch, PatchQuery.Builder query) {
        assertThat(checking.patches().list(query.build()))
                .allSatisfy(row -> assertThat(row.project().linkName()).isEqualTo(server.project()))
                .extracting(PatchSummary::id)
                .contains(patch.id());
    }

    @Test
    void aDelegateIsFoundByNameAndById() {
        PatchSummary patch = server.need(
                server.patches(100).stream()
                        .filter(one -> one.delegate().isPresent())
                        .findFirst(),
                "patch with a delegate");

        found(patch, patches().delegate(patch.delegate().orElseThrow().username()));
        found(
                patch,
                patches().delegate(Long.toString(patch.delegate().orElseThrow().id())));
    }

    @Test
    void coverLettersAndSeriesAreFoundByAllThatTheyAre() {
        CoverSummary cover =
                server.need(client.covers().list().limit(1).stream().findFirst(), "cover letter");
        Series series = client.series().list().limit(1).iterator().next();

        assertThat(checking.covers()
                        .list(CoverQuery.builder()
                                .project(cover.project().linkName())
                                .submitter(cover.submitter().email())
                                .messageId(cover.messageId())
                                .since(cover.date())
                                .before(cover.date().plusMillis(1))
                                .build()))
                .extracting(CoverSummary::id)
                .contains(cover.id());
        assertThat(checking.series()
                        .list(SeriesQuery.builder()
                                .project(series.project().linkName())
                                .submitter(Long.toString(series.submitter().id()))
                                .since(series.date())
                                .before(series.date().plusMillis(1))
                                .build()))
                .extracting(Series::id)
                .contains(series.id());
    }

    @Test
    void eventsAreFoundByAllThatTheyAre() {
        Event event = client.events().list().limit(1).iterator().next();

        assertThat(checking.events()
                        .list(EventQuery.builder()
                                .project(event.project().linkName())
                                .category(event.category())
                                .since(event.date())
                                .before(event.date().plusMillis(1))
                                .build()))
                .allSatisfy(row -> assertThat(row.category()).isEqualTo(event.category()))
                .extracting(Event::id)
                .contains(event.id());
    }

    @Test
    void whatTheServerDoesNotHaveIsToldByFilter() {
        unknown(
                "project",
                NO_PROJECT,
                client.patches().list(PatchQuery.builder().project(NO_PROJECT).build()));
        unknown(
                "project",
                NO_PROJECT,
                client.covers().list(CoverQuery.builder().project(NO_PROJECT).build()));
        unknown(
                "project",
                NO_PROJECT,
                client.series().list(SeriesQuery.builder().project(NO_PROJECT).build()));
        unknown(
                "project",
                NO_PROJECT,
                client.events().list(EventQuery.builder().project(NO_PROJECT).build()));
        unknown(
                "project",
                NO_PROJECT,
                client.bundles().list(BundleQuery.builder().project(NO_PROJECT).build()));
        unknown(
                "series",
                MISSING,
                client.patches().list(PatchQuery.builder().series(MISSING).build()));
        unknown(
                "series",
                MISSING,
                client.events().list(EventQuery.builder().series(MISSING).build()));
        unknown(
                "patch",
                MISSING,
                client.events().list(EventQuery.builder().patch(MISSING).build()));
        unknown(
                "cover",
                MISSING,
                client.events().list(EventQuery.builder().cover(MISSING).build()));
        unknown(
                "state",
                "no-such-state",
                client.patches()
                        .list(patches()
                                .addStates(PatchState.of("no-such-state"))
                                .build()));
    }

    @Test
    void whomTheServerDoesNotHaveIsToldToWhoMayLook() {
        Paged<PatchSummary> ofNobody =
                client.patches().list(patches().delegate(NO_NAME).build());
        if (!server.isLoggedIn()) {
            assertThat(ofNobody).isEmpty();
            return;
        }
        unknown("delegate", NO_NAME, ofNobody);
        unknown(
                "delegate",
                MISSING,
                client.patches().list(patches().delegate(Long.toString(MISSING)).build()));
        unknown(
                "submitter",
                NO_EMAIL,
                client.patches().list(patches().submitter(NO_EMAIL).build()));
        unknown(
                "submitter",
                NO_EMAIL,
                client.covers().list(CoverQuery.builder().submitter(NO_EMAIL).build()));
        unknown(
                "actor",
                MISSING,
                client.events().list(EventQuery.builder().actor(MISSING).build()));
        unknown(
                "owner",
                MISSING,
                client.bundles()
                        .list(BundleQuery.builder()
                                .owner(Long.toString(MISSING))
                                .build()));
        if (!server.isFourZero()) { // which does not filter by these
            unknown(
                    "owner",
                    NO_NAME,
                    client.bundles().list(BundleQuery.builder().owner(NO_NAME).build()));
            unknown(
                    "user",
                    NO_NAME,
                    client.checks()
                            .list(
                                    server.patches(1).get(0),
                                    CheckQuery.builder().user(NO_NAME).build()));
        }
    }

    /** 3.x does not look at the case of names; 4.0 does, so that a name in another case is none that it has. */
    @Test
    void namesInAnotherCaseAreTheSameOnThreeXAndUnknownOnFourZero() {
        server.requireWriter(); // for only who is logged in may look for people
        PatchSummary patch = server.patches(1).get(0);
        String project = server.need(
                Optional.of(server.project().toUpperCase(Locale.ROOT)).filter(name -> !name.equals(server.project())),
                "project whose name has cases");
        String submitter = patch.submitter().email().toUpperCase(Locale.ROOT);

        namedOtherwise(
                "project",
                project,
                PatchQuery.builder().project(project).since(patch.date()).before(patch.date()));
        namedOtherwise(
                "submitter",
                submitter,
                patches().submitter(submitter).since(patch.date()).before(patch.date()));
    }

    private void namedOtherwise(String filter, String name, PatchQuery.Builder nothing) {
        Paged<PatchSummary> list = client.patches().list(nothing.build());
        if (server.isFourZero()) {
            unknown(filter, name, list);
        } else {
            assertThat(list).isEmpty();
        }
    }

    @Test
    void aCountTellsItToo() {
        assertThatThrownBy(() -> client.patches()
                        .list(PatchQuery.builder().project(NO_PROJECT).build())
                        .count())
                .isInstanceOf(UnknownFilterValueException.class)
                .hasMessage("the list is empty because the server has no project \"" + NO_PROJECT + "\"");
    }

    @Test
    void whatIsThereButHasNothingIsEmpty() {
        PatchSummary patch = server.patches(1).get(0);
        PatchQuery nothing = patches().before(patch.date()).since(patch.date()).build();

        assertThat(client.patches().list(nothing)).isEmpty();
        assertThat(client.patches().list(nothing).count()).isZero();
    }

    @Test
    void unlessAskedForAListIsWhatTheServerSends() {
        PatchworkClient trusting = server.client(builder -> builder.filterChecks(FilterChecks.NONE));

        assertThat(trusting.patches()
                        .list(PatchQuery.builder().project(NO_PROJECT).build()))
                .isEmpty();
    }

    private static void unknown(String filter, long id, Paged<?> list) {
        unknown(filter, Long.toString(id), list);
    }

    private static void unknown(String filter, String value, Paged<?> list) {
        assertThatThrownBy(list::toList).isInstanceOfSatisfying(UnknownFilterValueException.class, e -> {
            assertThat(e.filter()).isEqualTo(filter);
            assertThat(e.value()).isEqualTo(value);
        });
    }
}
