package io.github.patchwork4j.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.BundleUpdate;
import io.github.patchwork4j.client.CheckQuery;
import io.github.patchwork4j.client.CheckUpdate;
import io.github.patchwork4j.client.CommentUpdate;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.NewBundle;
import io.github.patchwork4j.client.NewCheck;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.ProjectUpdate;
import io.github.patchwork4j.client.SeriesUpdate;
import io.github.patchwork4j.client.UserUpdate;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.EventPayload;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.User;
import io.github.patchwork4j.core.UserRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client writes is what it reads afterwards; each test puts back what it changed, but for checks, which stay. */
@ParameterizedClass
@MethodSource("io.github.patchwork4j.testing.contract.ContractServer#all")
class ClientContractWritesTest {
    private static final String CONTEXT = "patchwork4j-contract";
    private static final String BUNDLE = "patchwork4j contract";

    private final ContractServer server;
    private final PatchworkClient client;

    ClientContractWritesTest(ContractServer server) {
        this.server = server;
        this.client = server.client();
    }

    @BeforeEach
    void mayWrite() {
        server.requireWriter();
    }

    @Test
    void aPatchIsChangedInAllThatIsNamedAndInNothingElse() {
        Patch before = client.patches().get(server.patches(1).get(0));
        PatchState other = before.state().equals(PatchState.UNDER_REVIEW) ? PatchState.NEW : PatchState.UNDER_REVIEW;
        try {
            Patch after = client.patches()
                    .update(
                            before,
                            PatchUpdate.builder()
                                    .state(other)
                                    .archived(!before.archived())
                                    .commitRef("0123abcd")
                                    .build());

            assertThat(after.state()).isEqualTo(other);
            assertThat(after.archived()).isEqualTo(!before.archived());
            assertThat(after.commitRef()).contains("0123abcd");
            Patch read = client.patches().get(before);
            assertThat(read.state()).isEqualTo(other);
            assertThat(read.commitRef()).contains("0123abcd");
            assertThat(read.delegate()).isEqualTo(before.delegate());
            assertThat(read.pullUrl()).isEqualTo(before.pullUrl());
            assertStateChangeIsTold(before, other);
        } finally {
            PatchUpdate.Builder back =
                    PatchUpdate.builder().state(before.state()).archived(before.archived());
            before.commitRef().ifPresentOrElse(back::commitRef, back::clearCommitRef);
            Patch restored = client.patches().update(before, back.build());
            assertThat(restored.state()).isEqualTo(before.state());
            assertThat(restored.commitRef().orElse(""))
                    .isEqualTo(before.commitRef().orElse(""));
        }
    }

    private void assertStateChangeIsTold(PatchSummary before, PatchState now) {
        assertThat(client.events()
                        .list(EventQuery.builder().patch(before.id()).build())
                        .limit(20))
                .extracting(event -> event.payload())
                .filteredOn(EventPayload.PatchStateChanged.class::isInstance)
                .map(EventPayload.PatchStateChanged.class::cast)
                .first()
                .satisfies(change -> {
                    assertThat(change.previousState()).isEqualTo(before.state());
                    assertThat(change.currentState()).isEqualTo(now);
                });
    }

    @Test
    void aPatchIsDelegatedAndGivenBack() {
        Patch before = client.patches()
                .get(server.need(
                        server.patches(100).stream()
                                .filter(patch -> !server.isFourZero()
                                        || patch.delegate().isPresent()) // 4.0 cannot take a delegate away again
                                .findFirst(),
                        "patch with a delegate"));
        UserRef me = whoAsks();
        try {
            Patch after = client.patches()
                    .update(before, PatchUpdate.builder().delegate(me).build());
            assertThat(after.delegate().map(UserRef::id)).contains(me.id());
            assertThat(client.patches().get(before).delegate().map(UserRef::id)).contains(me.id());
            if (server.isFourZero()) {
                assertThatThrownBy(() -> client.patches()
                                .update(
                                        before,
                                        PatchUpdate.builder().clearDelegate().build()))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        } finally {
            PatchUpdate.Builder back = PatchUpdate.builder();
            before.delegate().ifPresentOrElse(back::delegate, back::clearDelegate);
            Patch restored = client.patches().update(before, back.build());
            assertThat(restored.delegate()).isEqualTo(before.delegate());
        }
    }

    /** Makes a bundle and deletes it, for its owner is who asks; no address tells that. */
    private UserRef whoAsks() {
        Bundle bundle = client.bundles()
                .create(NewBundle.builder(BUNDLE, server.patches(1)).build());
        client.bundles().delete(bundle);
        return bundle.owner();
    }

    @Test
    void aCheckIsPostedFoundAndReplaced() {
        PatchSummary patch = server.patches(1).get(0);
        Check pending = client.checks()
                .create(
                        patch,
                        NewCheck.builder(CheckState.PENDING)
                                .context(CONTEXT)
                                .description("is about to run")
                                .build());
        Check done = client.checks()
                .create(
                        patch,
                        NewCheck.builder(CheckState.SUCCESS)
                                .context(CONTEXT)
                                .targetUrl("https://ci.example.org/1")
                                .build());

        assertThat(pending.state()).isEqualTo(CheckState.PENDING);
        assertThat(pending.description()).contains("is about to run");
        assertThat(done.targetUrl()).contains("https://ci.example.org/1");
        assertThat(done.description().orElse("")).isEmpty();
        assertThat(client.checks().get(patch, done.id()).state()).isEqualTo(CheckState.SUCCESS);
        assertThat(client.checks().list(patch)).extracting(Check::id).contains(done.id());
        if (server.isFourZero()) {
            assertThat(done.id()).isEqualTo(pending.id());
        } else {
            CheckQuery mine = CheckQuery.builder()
                    .context(CONTEXT)
                    .state(CheckState.PENDING)
                    .build();
            assertThat(client.checks().list(patch, mine))
                    .extracting(Check::id)
                    .contains(pending.id())
                    .doesNotContain(done.id());
        }
    }

    @Test
    void aCheckIsChangedWhereTheServerDoesThat() {
        PatchSummary patch = server.patches(1).get(0);
        Check check = client.checks()
                .create(
                        patch,
                        NewCheck.builder(CheckState.PENDING).context(CONTEXT).build());
        CheckUpdate update = CheckUpdate.builder()
                .state(CheckState.SUCCESS)
                .description("done")
                .build();

        if (server.isFourZero()) {
            Check changed = client.checks().update(patch, check, update);
            assertThat(changed.id()).isEqualTo(check.id());
            assertThat(changed.state()).isEqualTo(CheckState.SUCCESS);
            assertThat(client.checks().get(patch, check.id()).description()).contains("done");
        } else {
            assertThatThrownBy(() -> client.checks().update(patch, check, update))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("changing a check");
            client.checks()
                    .create(
                            patch,
                            NewCheck.builder(CheckState.SUCCESS)
                                    .context(CONTEXT)
                                    .build());
        }
    }

    @Test
    void commentsAreMarkedAsAddressed() {
        PatchRef patch = server.need(
                commented(EventCategory.PATCH_COMMENT_CREATED)
                        .map(event -> ((EventPayload.PatchCommentCreated) event.payload()).patch())
                        .filter(one -> markable(client.comments().list(one)).isPresent())
                        .findFirst(),
                "comment on a patch whose mark can be put back");
        Comment before = markable(client.comments().list(patch)).orElseThrow();
        CommentUpdate other =
                before.addressed().orElse(false) ? CommentUpdate.unaddressed() : CommentUpdate.addressed();
        try {
            Comment marked = client.comments().update(patch, before.id(), other);
            assertThat(marked.addressed()).isNotEqualTo(before.addressed());
            assertThat(client.comments().get(patch, before.id())).isEqualTo(marked);
        } finally {
            assertThat(client.comments().update(patch, before.id(), same(before)))
                    .isEqualTo(before);
        }
    }

    @Test
    void commentsOnCoverLettersAreMarkedAsAddressed() {
        CoverRef cover = server.need(
                commented(EventCategory.COVER_COMMENT_CREATED)
                        .map(event -> ((EventPayload.CoverCommentCreated) event.payload()).cover())
                        .filter(one -> markable(client.comments().list(one)).isPresent())
                        .findFirst(),
                "comment on a cover letter whose mark can be put back");
        Comment before = markable(client.comments().list(cover)).orElseThrow();
        CommentUpdate other =
                before.addressed().orElse(false) ? CommentUpdate.unaddressed() : CommentUpdate.addressed();
        try {
            Comment marked = client.comments().update(cover, before.id(), other);
            assertThat(marked.addressed()).isNotEqualTo(before.addressed());
            assertThat(client.comments().get(cover, before.id())).isEqualTo(marked);
        } finally {
            assertThat(client.comments().update(cover, before.id(), same(before)))
                    .isEqualTo(before);
        }
    }

    private Stream<Event> commented(EventCategory category) {
        EventQuery query = EventQuery.builder()
                .project(server.project())
                .category(category)
                .build();
        return client.events().list(query).limit(50).stream();
    }

    /** Finds a comment whose mark can be put back: 4.0 cannot take one away. */
    private Optional<Comment> markable(Paged<Comment> comments) {
        return comments.stream()
                .filter(comment -> !server.isFourZero() || comment.addressed().isPresent())
                .findFirst();
    }

    private static CommentUpdate same(Comment comment) {
        return comment.addressed()
                .map(mark -> mark ? CommentUpdate.addressed() : CommentUpdate.unaddressed())
                .orElseGet(CommentUpdate::cleared);
    }

    @Test
    void aBundleIsMadeChangedAndDeleted() {
        List<PatchSummary> patches = server.patches(3);
        Bundle made = client.bundles()
                .create(NewBundle.builder(BUNDLE, patches.subList(0, 1))
                        .visibleToAll()
                        .build());
        try {
            assertThat(made.name()).isEqualTo(BUNDLE);
            assertThat(made.isPublic()).isTrue();
            client.bundles()
                    .update(
                            made,
                            BundleUpdate.builder()
                                    .name(BUNDLE + " 2")
                                    .patches(patches)
                                    .visibleToOwner()
                                    .build());
            Bundle changed = client.bundles().get(made.id());
            assertThat(changed.name()).isEqualTo(BUNDLE + " 2");
            assertThat(changed.isPublic()).isFalse();
            assertThat(changed.patches())
                    .extracting(PatchRef::id)
                    .containsExactlyInAnyOrderElementsOf(
                            patches.stream().map(PatchRef::id).toList());
        } finally {
            client.bundles().delete(made);
        }
        assertThatThrownBy(() -> client.bundles().get(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aProjectIsChangedAndPutBack() {
        Project before = client.projects().get(server.project());
        try {
            Project after = client.projects()
                    .update(
                            before,
                            ProjectUpdate.builder()
                                    .webscmUrl("https://git.example.org/contract")
                                    .build());
            assertThat(after.webscmUrl()).isEqualTo("https://git.example.org/contract");
            assertThat(client.projects().get(before).scmUrl()).isEqualTo(before.scmUrl());
        } finally {
            Project restored = client.projects()
                    .update(
                            before,
                            ProjectUpdate.builder()
                                    .webscmUrl(before.webscmUrl())
                                    .build());
            assertThat(restored).isEqualTo(before);
        }
    }

    @Test
    void whoAsksMayChangeHisName() {
        User before = client.users().get(whoAsks().id());
        try {
            User after = client.users()
                    .update(
                            before.id(),
                            UserUpdate.builder().firstName("Contract").build());
            assertThat(after.firstName()).isEqualTo("Contract");
            assertThat(client.users().get(before.id()).lastName()).isEqualTo(before.lastName());
        } finally {
            client.users()
                    .update(
                            before.id(),
                            UserUpdate.builder().firstName(before.firstName()).build());
            assertThat(client.users().get(before.id())).isEqualTo(before);
        }
    }

    @Test
    void aSeriesIsChangedWhereTheServerDoesThat() {
        Series before = client.series()
                .get(server.need(
                        server.patches(20).stream()
                                .flatMap(patch -> patch.series().stream())
                                .findFirst(),
                        "patch of a series"));
        SeriesUpdate update =
                SeriesUpdate.builder().metadata(Map.of("ci", "done")).build();

        if (server.isFourZero()) {
            try {
                assertThat(client.series().update(before.id(), update).metadata())
                        .contains(Map.of("ci", "done"));
                assertThat(client.series().get(before.id()).version()).isEqualTo(before.version());
            } finally {
                SeriesUpdate back = SeriesUpdate.builder()
                        .metadata(before.metadata().orElse(Map.of()))
                        .build();
                assertThat(client.series().update(before.id(), back)).isEqualTo(before);
            }
        } else {
            assertThatThrownBy(() -> client.series().update(before.id(), update))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("changing a series");
        }
    }
}
