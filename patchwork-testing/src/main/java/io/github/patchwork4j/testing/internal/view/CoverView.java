package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import java.io.IOException;

/** Cover letters in their three forms: embedded, in a list, in full. */
public final class CoverView {

    private CoverView() {}

    /**
     * Writes a cover as lists show it.
     *
     * @param to where and how
     * @param cover the row
     * @throws IOException from the writer
     */
    public static void listed(Rendering to, CoverRow cover) throws IOException {
        to.out().beginObject();
        listFields(to, cover);
        to.out().endObject();
    }

    /**
     * Writes a cover with its mail.
     *
     * @param to where and how
     * @param cover the row
     * @throws IOException from the writer
     */
    public static void detailed(Rendering to, CoverRow cover) throws IOException {
        to.out().beginObject();
        listFields(to, cover);
        to.out().name("headers");
        HeadersView.write(to.out(), cover.rawHeaders());
        to.out().name("content").value(cover.content());
        to.out().endObject();
    }

    /**
     * Writes a cover that another object holds.
     *
     * @param to where and how
     * @param cover the row
     * @throws IOException from the writer
     */
    static void embedded(Rendering to, CoverRow cover) throws IOException {
        to.out().beginObject();
        identity(to, cover);
        to.out().name("msgid").value(cover.msgid());
        to.listArchiveUrl(cover, cover.project());
        MailView.dateAndName(to, cover.date(), cover.name());
        mbox(to, cover);
        to.out().endObject();
    }

    private static void listFields(Rendering to, CoverRow cover) throws IOException {
        JsonWriter out = to.out();
        identity(to, cover);
        out.name("project");
        ProjectView.embedded(to, cover.project());
        out.name("msgid").value(cover.msgid());
        to.listArchiveUrl(cover, cover.project());
        MailView.dateAndName(to, cover.date(), cover.name());
        out.name("submitter");
        PersonView.embedded(to, cover.submitter());
        mbox(to, cover);
        out.name("series").beginArray();
        SeriesRow series = to.world().series().ofCover(cover.id());
        if (series != null) {
            SeriesView.embedded(to, series);
        }
        out.endArray();
        if (to.version().has(1)) {
            out.name("comments").value(to.urls().unversioned("covers/" + cover.id() + "/comments"));
        }
    }

    private static void identity(Rendering to, CoverRow cover) throws IOException {
        to.out().name("id").value(cover.id());
        to.out().name("url").value(to.urls().object("covers", cover.id()));
        if (to.version().has(1)) {
            to.out().name("web_url").value(to.urls().page(to.pages().of(cover)));
        }
    }

    private static void mbox(Rendering to, CoverRow cover) throws IOException {
        if (to.version().has(1)) {
            to.out().name("mbox").value(to.urls().page(to.pages().of(cover) + "mbox/"));
        }
    }
}
