package io.github.patchwork4j.client;

import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.PatchRef;

/** Comments over the API. */
final class ApiComments implements CommentResource {
    private final Session session;

    ApiComments(Session session) {
        this.session = session;
    }

    @Override
    public Comment get(PatchRef patch, long id) {
        session.require(ApiVersion.V1_3, "reading one comment");
        return session.get(session.api().patchComment(patch.id(), id));
    }

    @Override
    public Paged<Comment> list(PatchRef patch, CommentQuery query) {
        session.require(ApiVersion.V1_1, "listing comments");
        return session.list(cursor -> session.api()
                .patchComments(patch.id(), FilterValues.order(query.order()), cursor.page(), cursor.pageSize()));
    }

    @Override
    public Comment get(CoverRef cover, long id) {
        session.require(ApiVersion.V1_3, "reading one comment");
        return session.get(session.api().coverComment(cover.id(), id));
    }

    @Override
    public Paged<Comment> list(CoverRef cover, CommentQuery query) {
        session.require(ApiVersion.V1_1, "listing comments");
        return session.list(cursor -> session.api()
                .coverComments(cover.id(), FilterValues.order(query.order()), cursor.page(), cursor.pageSize()));
    }
}
