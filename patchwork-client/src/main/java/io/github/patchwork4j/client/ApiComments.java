package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.PatchRef;
import java.util.Optional;
import java.util.OptionalLong;

/** Comments over the API. */
final class ApiComments implements CommentResource {
    private final Session session;

    ApiComments(Session session) {
        this.session = session;
    }

    @Override
    public Comment get(PatchRef patch, long id) {
        return toGet(patch, id).run();
    }

    Task<Comment> toGet(PatchRef patch, long id) {
        return session.ask(
                Needs.none().when(true, Capability.SINGLE_COMMENTS),
                () -> session.api().patchComment(patch.id(), id));
    }

    @Override
    public Paged<Comment> list(PatchRef patch, CommentQuery query) {
        return session.list(
                needs(query),
                Comment::id,
                Filters.<Comment>none()
                        .by("patch", OptionalLong.of(patch.id()), Existence::parentPatch, (row, id) -> true),
                cursor -> session.api()
                        .patchComments(
                                patch.id(), FilterValues.order(query.order()), cursor.page(), cursor.pageSize()));
    }

    @Override
    public Comment update(PatchRef patch, long id, CommentUpdate update) {
        return toUpdate(patch, id, update).run();
    }

    Task<Comment> toUpdate(PatchRef patch, long id, CommentUpdate update) {
        return session.orReadBack(
                session.ask(needs(update), () -> session.api().updatePatchComment(patch.id(), id, update)),
                toGet(patch, id).map(Optional::of).map(comment -> comment.filter(update::isOn)));
    }

    @Override
    public Comment update(CoverRef cover, long id, CommentUpdate update) {
        return toUpdate(cover, id, update).run();
    }

    Task<Comment> toUpdate(CoverRef cover, long id, CommentUpdate update) {
        return session.orReadBack(
                session.ask(needs(update), () -> session.api().updateCoverComment(cover.id(), id, update)),
                toGet(cover, id).map(Optional::of).map(comment -> comment.filter(update::isOn)));
    }

    private static Needs needs(CommentUpdate update) {
        return Needs.none().when(true, Capability.COMMENT_WRITES).when(update.isCleared(), Capability.CLEARING);
    }

    @Override
    public Comment get(CoverRef cover, long id) {
        return toGet(cover, id).run();
    }

    Task<Comment> toGet(CoverRef cover, long id) {
        return session.ask(
                Needs.none().when(true, Capability.SINGLE_COMMENTS),
                () -> session.api().coverComment(cover.id(), id));
    }

    @Override
    public Paged<Comment> list(CoverRef cover, CommentQuery query) {
        return session.list(
                needs(query),
                Comment::id,
                Filters.<Comment>none()
                        .by("cover", OptionalLong.of(cover.id()), Existence::parentCover, (row, id) -> true),
                cursor -> session.api()
                        .coverComments(
                                cover.id(), FilterValues.order(query.order()), cursor.page(), cursor.pageSize()));
    }

    private static Needs needs(CommentQuery query) {
        return Needs.none().when(true, Capability.COMMENTS).sorting(query.order());
    }
}
