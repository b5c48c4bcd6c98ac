package io.github.patchwork4j.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.AuthenticationException;
import io.github.patchwork4j.client.Capability;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.Cover;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.EventPayload;
import io.github.patchwork4j.core.Maintainer;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.User;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client reads of each resource is the same in the list, in the detail and in every version of the API. */
@ParameterizedClass
@MethodSource("io.github.patchwork4j.testing.contract.ContractServer#all")
class ClientContractReadsTest {
    private static final int FEW = 5;

    private final ContractServer server;
    private final PatchworkClient client;

    ClientContractReadsTest(ContractServer server) {
        this.server = server;
        this.client = server.client();
    }

    @Test
    void projectsAreFoundByIdAndByLinkName() {
        List<Project> projects = client.projects().list().limit(FEW).toList();

        assertThat(projects).isNotEmpty().allSatisfy(project -> {
            assertThat(client.projects().get(project)).isEqualTo(project);
            assertThat(client.projects().get(project.linkName())).isEqualTo(project);
        });
        assertThat(client.projects().get(server.project()).linkName()).isEqualTo(server.project());
    }

    @Test
    void peopleAreReadByWhoMayRead() {
        if (server.isLoggedIn() || server.isFourZero()) {
            List<Person> people = client.people().list().limit(FEW).toList();
            assertThat(people)
                    .isNotEmpty()
                    .allSatisfy(
                            person -> assertThat(client.people().get(person)).isEqualTo(person));
        } else {
            assertThatThrownBy(() -> client.people().list().toList()).isInstanceOf(AuthenticationException.class);
        }
    }

    @Test
    void usersAreReadByWhoIsLoggedIn() {
        if (server.isLoggedIn()) {
            List<User> users = client.users().list().limit(FEW).toList();
            assertThat(users).isNotEmpty().allSatisfy(user -> {
                User detail = client.users().get(user);
                assertThat(detail.username()).isEqualTo(user.username());
                assertThat(detail.email()).isEqualTo(user.email());
            });
        } else {
            assertThatThrownBy(() -> client.users().list().toList()).isInstanceOf(AuthenticationException.class);
        }
    }

    @Test
    void patchesTellInTheirListWhatTheirDetailTells() {
        assertThat(server.patches(FEW)).allSatisfy(row -> {
            Patch patch = client.patches().get(row);
            assertThat(patch.id()).isEqualTo(row.id());
            assertThat(patch.name()).isEqualTo(row.name());
            assertThat(patch.messageId()).isEqualTo(row.messageId());
            assertThat(patch.date()).isEqualTo(row.date());
            assertThat(patch.project().linkName()).isEqualTo(server.project());
            assertThat(patch.submitter()).isEqualTo(row.submitter());
            assertThat(patch.hash()).isEqualTo(row.hash());
            assertThat(patch.series()).isEqualTo(row.series());
            assertThat(patch.content()).isNotNull();
        });
    }

    @Test
    void coverLettersTellInTheirListWhatTheirDetailTells() {
        List<CoverSummary> rows = client.covers().list().limit(FEW).toList();
        server.need(rows.stream().findFirst(), "cover letter");

        assertThat(rows).allSatisfy(row -> {
            Cover cover = client.covers().get(row);
            assertThat(cover.name()).isEqualTo(row.name());
            assertThat(cover.messageId()).isEqualTo(row.messageId());
            assertThat(cover.date()).isEqualTo(row.date());
            assertThat(cover.submitter()).isEqualTo(row.submitter());
            assertThat(cover.headers().isEmpty()).isFalse();
        });
    }

    @Test
    void aSeriesLeadsToItsPatchesAndTheyLeadBack() {
        List<Series> rows = client.series().list().limit(FEW).toList();
        assertThat(rows).isNotEmpty();

        assertThat(rows).allSatisfy(row -> {
            Series series = client.series().get(row);
            assertThat(series.name()).isEqualTo(row.name());
            assertThat(series.version()).isEqualTo(row.version());
            assertThat(series.total()).isEqualTo(row.total());
            assertThat(series.patches()).isEqualTo(row.patches());
            for (PatchRef patch : series.patches()) {
                assertThat(client.patches().get(patch).series())
                        .extracting(owner -> owner.id())
                        .containsExactly(series.id());
            }
            series.coverLetter()
                    .ifPresent(cover ->
                            assertThat(client.covers().get(cover).name()).isEqualTo(cover.name()));
        });
    }

    @Test
    void commentsOnPatchesAndCoverLettersAreFoundInTheirListsAndAlone() {
        PatchRef patch = server.need(patchOf(EventCategory.PATCH_COMMENT_CREATED), "comment on a patch");
        List<Comment> onPatch = client.comments().list(patch).toList();
        assertThat(onPatch)
                .isNotEmpty()
                .allSatisfy(comment ->
                        assertThat(client.comments().get(patch, comment.id())).isEqualTo(comment));

        CoverRef cover = server.need(
                first(EventCategory.COVER_COMMENT_CREATED)
                        .map(event -> ((EventPayload.CoverCommentCreated) event.payload()).cover()),
                "comment on a cover letter");
        List<Comment> onCover = client.comments().list(cover).toList();
        assertThat(onCover)
                .isNotEmpty()
                .allSatisfy(comment ->
                        assertThat(client.comments().get(cover, comment.id())).isEqualTo(comment));
    }

    @Test
    void checksOfAPatchAddUpToItsOutcome() {
        PatchRef patch = server.need(patchOf(EventCategory.CHECK_CREATED), "check");
        List<Check> checks = client.checks().list(patch).toList();

        assertThat(checks)
                .isNotEmpty()
                .allSatisfy(check ->
                        assertThat(client.checks().get(patch, check.id())).isEqualTo(check));
        assertThat(checks)
                .extracting(Check::state)
                .contains(client.patches().get(patch).check());
    }

    @Test
    void bundlesAreReadByTheirIds() {
        List<Bundle> bundles = client.bundles().list().limit(FEW).toList();
        server.need(bundles.stream().findFirst(), "bundle that may be seen");

        assertThat(bundles).allSatisfy(row -> {
            Bundle bundle = client.bundles().get(row.id());
            assertThat(bundle.name()).isEqualTo(row.name());
            assertThat(bundle.owner()).isEqualTo(row.owner());
            assertThat(bundle.isPublic()).isEqualTo(row.isPublic());
        });
    }

    @Test
    void eventsComeInEitherOrderOfTheirDates() {
        Comparator<Event> byDate = Comparator.comparing(Event::date);
        EventQuery.Builder events = EventQuery.builder().project(server.project());
        List<Event> newest = client.events().list(events.build()).limit(50).toList();
        List<Event> oldest = client.events()
                .list(events.addOrder(EventQuery.Order.DATE).build())
                .limit(50)
                .toList();

        assertThat(newest).isNotEmpty().isSortedAccordingTo(byDate.reversed());
        assertThat(oldest).isNotEmpty().isSortedAccordingTo(byDate);
        assertThat(newest.get(0).date()).isAfterOrEqualTo(oldest.get(0).date());
    }

    @Test
    void everyPayloadOfAnEventIsOfItsCategory() {
        assertThat(client.events().list().pageSize(250).limit(250))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.payload()).isNotInstanceOf(EventPayload.Unknown.class));
    }

    @Test
    void everyVersionTellsTheSameOfWhatItHas() {
        ApiVersion newest = server.client(builder -> builder.apiVersionOrOlder(ApiVersion.V1_4))
                .server()
                .apiVersion();
        PatchSummary patch = server.patches(1).get(0);
        List<String> maintainers = maintainers(client);
        for (ApiVersion version : ApiVersion.KNOWN) {
            if (newest.isAtLeast(version)) {
                PatchworkClient in = server.client(version);
                assertThat(maintainers(in)).as("maintainers in %s", version).isEqualTo(maintainers);
                assertThat(in.patches().get(patch).name()).isEqualTo(patch.name());
                assertThat(in.patches().list().limit(FEW)).isNotEmpty();
                assertThat(in.covers().list().limit(FEW)).isNotNull();
                assertThat(in.series().list().limit(FEW)).isNotEmpty();
                assertThat(in.events().list().limit(FEW)).isNotEmpty();
                assertThat(in.bundles().list().limit(FEW)).isNotNull();
                assertThat(in.server().has(Capability.SINGLE_COMMENTS)).isEqualTo(version.isAtLeast(ApiVersion.V1_3));
            }
        }
    }

    private List<String> maintainers(PatchworkClient in) {
        return in.projects().get(server.project()).maintainers().stream()
                .map(Maintainer::username)
                .sorted()
                .toList();
    }

    private Optional<PatchRef> patchOf(EventCategory category) {
        return first(category)
                .map(Event::payload)
                .map(payload -> payload instanceof EventPayload.CheckCreated check
                        ? check.patch()
                        : ((EventPayload.PatchCommentCreated) payload).patch());
    }

    private Optional<Event> first(EventCategory category) {
        return client.events().list(EventQuery.builder().category(category).build()).limit(1).stream()
                .findFirst();
    }
}
