package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CommentTable;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.view.RowView;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** One comment, found by its parent and its own id. */
final class CommentEndpoint extends DetailEndpoint<CommentRow> {

    CommentEndpoint(
            String parent,
            CommentTable comments,
            RowView<CommentRow> view,
            BiPredicate<@Nullable UserRow, CommentRow> editors) {
        super(
                parent + " Comment Detail",
                description("a " + parent.toLowerCase(Locale.ROOT) + " comment"),
                call -> find(call, comments),
                view,
                Writing.changes(editors, Forms.COMMENT));
    }

    @Override
    Reply change(ApiCall call, CommentRow comment) {
        if (call.request().method().equals("PUT")) {
            throw new ServerFault("comments cannot be PUT, only PATCHed");
        }
        return super.change(call, comment);
    }

    private static @Nullable CommentRow find(ApiCall call, CommentTable comments) {
        CommentRow comment = comments.find(call.id(1));
        return comment != null && comment.parent() == call.id(0) ? comment : null;
    }
}
