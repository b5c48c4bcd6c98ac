package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.text.MailHeaders;
import java.io.IOException;

/** Comments on one kind of mail; the two kinds differ in where they hang only. */
public enum CommentView {
    /** Comments on patches. */
    ON_PATCH("patches") {
        @Override
        long project(Rendering to, CommentRow comment) {
            return to.world().patches().get(comment.parent()).project();
        }
    },
    /** Comments on covers. */
    ON_COVER("covers") {
        @Override
        long project(Rendering to, CommentRow comment) {
            return to.world().covers().get(comment.parent()).project();
        }
    };

    private final String parents;

    CommentView(String parents) {
        this.parents = parents;
    }

    abstract long project(Rendering to, CommentRow comment);

    /**
     * Writes a comment.
     *
     * @param to where and how
     * @param comment the row
     * @throws IOException from the writer
     */
    public void write(Rendering to, CommentRow comment) throws IOException {
        JsonWriter out = to.out();
        out.beginObject();
        identity(to, comment);
        out.name("subject").value(MailHeaders.first(MailHeaders.parse(comment.rawHeaders()), "Subject"));
        out.name("submitter");
        PersonView.embedded(to, comment.submitter());
        out.name("content").value(comment.content());
        out.name("headers");
        HeadersView.write(out, comment.rawHeaders());
        if (to.version().has(3)) {
            out.name("addressed").value(comment.addressed());
        }
        out.endObject();
    }

    /**
     * Writes the comment that an event is about.
     *
     * @param to where and how
     * @param comment the row
     * @throws IOException from the writer
     */
    void embedded(Rendering to, CommentRow comment) throws IOException {
        to.out().beginObject();
        identity(to, comment);
        to.out().endObject();
    }

    private void identity(Rendering to, CommentRow comment) throws IOException {
        JsonWriter out = to.out();
        out.name("id").value(comment.id());
        if (to.version().has(3)) {
            out.name("url").value(to.urls().object(parents + "/" + comment.parent() + "/comments", comment.id()));
        }
        out.name("web_url").value(to.urls().page("/comment/" + comment.id() + "/"));
        out.name("msgid").value(comment.msgid());
        to.listArchiveUrl(comment, project(to, comment));
        MailView.date(to, comment.date());
    }
}
