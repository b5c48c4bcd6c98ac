package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.PatchRef;
import java.util.OptionalLong;

/** Comments over the API. */
final class ApiComments implements CommentResource {
    private final Session session;

    ApiComments(Session session) {
        this.session = session;
    }

    @Override
    public Comment get(PatchRef patch, long id) {
        session.require(Capability.SINGLE_COMMENTS);
        return session.get(session.api().patchComment(patch.id(), id));
    }

    @Override
    public Paged<Comment> list(PatchRef patch, CommentQuery query) {
        return session.paged(
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
        require(update);
        return session.get(session.api().updatePatchComment(patch.id(), id, update));
    }

    @Override
    public Comment update(CoverRef cover, long id, CommentUpdate update) {
        require(update);
        return session.get(session.api().updateCoverComment(cover.id(), id, update));
    }

    private void require(CommentUpdate update) {
        session.require(Capability.COMMENT_WRITES);
        if (update.isCleared()) {
            session.require(Capability.CLEARING);
        }
    }

    @Override
    public Comment get(CoverRef cover, long id) {
        session.require(Capability.SINGLE_COMMENTS);
        return session.get(session.api().coverComment(cover.id(), id));
    }

    @Override
    public Paged<Comment> list(CoverRef cover, CommentQuery query) {
        return session.paged(
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
