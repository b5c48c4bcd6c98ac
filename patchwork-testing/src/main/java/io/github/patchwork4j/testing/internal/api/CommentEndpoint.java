package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.input.Given;
import io.github.patchwork4j.testing.internal.input.Input;
import io.github.patchwork4j.testing.internal.input.Values;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CommentTable;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow.Subjects;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.view.CommentView;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** One comment, found by its parent and its own id. */
final class CommentEndpoint extends DetailEndpoint<CommentRow> {
    private final Kind kind;
    private final CommentTable comments;

    CommentEndpoint(Kind kind, CommentTable comments, BiPredicate<@Nullable UserRow, CommentRow> editors) {
        super(
                kind.parent + "Comment",
                kind.parent + " Comment Detail",
                description("a " + kind.parent.toLowerCase(Locale.ROOT) + " comment"),
                call -> find(call, comments),
                kind.view::write,
                Writing.changes(editors, Forms.COMMENT));
        this.kind = kind;
        this.comments = comments;
    }

    @Override
    Reply change(ApiCall call, CommentRow comment) {
        if (call.request().method().equals("PUT")) {
            throw new ServerFault("comments cannot be PUT, only PATCHed");
        }
        Input input = call.input();
        Given<Boolean> addressed =
                input.read(Values.openFlag("addressed", call.world().libraries()));
        input.finish();
        CommentRow changed = comment.with(addressed.orNull(comment.addressed()));
        comments.replace(changed);
        kind.tell(call, changed);
        return Reply.ok(to -> kind.view.write(to, changed));
    }

    private static @Nullable CommentRow find(ApiCall call, CommentTable comments) {
        CommentRow comment = comments.find(call.id(1));
        return comment != null && comment.parent() == call.id(0) ? comment : null;
    }

    /** What is commented on. */
    enum Kind {
        /** A patch. */
        PATCH("Patch", CommentView.ON_PATCH) {
            @Override
            void tell(ApiCall call, CommentRow comment) {
                long project = call.world().patches().get(comment.parent()).project();
                Subjects subjects = new Subjects(comment.parent(), Row.NONE, Row.NONE, comment.id(), Row.NONE);
                call.events().add(EventCategory.PATCH_COMMENT_CREATED, project, Row.NONE, subjects);
            }
        },
        /** A cover letter. */
        COVER("Cover", CommentView.ON_COVER) {
            @Override
            void tell(ApiCall call, CommentRow comment) {
                long project = call.world().covers().get(comment.parent()).project();
                Subjects subjects = new Subjects(Row.NONE, Row.NONE, comment.parent(), comment.id(), Row.NONE);
                call.events().add(EventCategory.COVER_COMMENT_CREATED, project, Row.NONE, subjects);
            }
        };

        private final String parent;
        private final CommentView view;

        Kind(String parent, CommentView view) {
            this.parent = parent;
            this.view = view;
        }

        /** Makes the event of a new comment, which the server makes at each change, too. */
        abstract void tell(ApiCall call, CommentRow comment);
    }
}
