package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import java.io.IOException;
import java.util.List;

/** Series in their two forms: embedded and in full. */
public final class SeriesView {

    private SeriesView() {}

    /**
     * Writes a series, with its dependencies if its project shows them.
     *
     * @param to where and how
     * @param series the row
     * @throws IOException from the writer
     */
    public static void detailed(Rendering to, SeriesRow series) throws IOException {
        write(to, series, showsDependencies(to, series));
    }

    /**
     * Writes a page of series. The first one whose project hides dependencies makes them vanish from all that follow.
     *
     * @param to where and how
     * @param page the rows
     * @throws IOException from the writer
     */
    public static void page(Rendering to, List<SeriesRow> page) throws IOException {
        boolean dependencies = true;
        for (SeriesRow series : page) {
            dependencies = dependencies && showsDependencies(to, series);
            write(to, series, dependencies);
        }
    }

    /**
     * Writes a series that another object holds.
     *
     * @param to where and how
     * @param series the row
     * @throws IOException from the writer
     */
    static void embedded(Rendering to, SeriesRow series) throws IOException {
        to.out().beginObject();
        identity(to, series);
        MailView.dateAndName(to, series.date(), series.name());
        to.out().name("version").value(series.version());
        mbox(to, series);
        to.out().endObject();
    }

    private static void write(Rendering to, SeriesRow series, boolean dependencies) throws IOException {
        JsonWriter out = to.out();
        out.beginObject();
        identity(to, series);
        out.name("project");
        ProjectView.embedded(to, series.project());
        out.name("name").value(series.name());
        MailView.date(to, series.date());
        out.name("submitter");
        PersonView.embedded(to, series.submitter());
        counts(to, series);
        mbox(to, series);
        out.name("cover_letter");
        if (series.cover() == Row.NONE) {
            out.nullValue();
        } else {
            CoverView.embedded(to, to.world().covers().get(series.cover()));
        }
        out.name("patches");
        PatchView.embedded(to, to.world().patches().ofSeries(series.id()));
        if (dependencies) {
            urls(to, "dependencies", to.world().series().dependenciesOf(series.id()));
            urls(to, "dependents", to.world().series().dependentsOf(series.id()));
        }
        out.endObject();
    }

    private static void identity(Rendering to, SeriesRow series) throws IOException {
        to.out().name("id").value(series.id());
        to.out().name("url").value(to.urls().object("series", series.id()));
        if (to.version().has(1)) {
            String list = to.urls().page(to.pages().listOf(series));
            to.out().name("web_url").value(list + "?series=" + series.id());
        }
    }

    private static void counts(Rendering to, SeriesRow series) throws IOException {
        int received = to.world().patches().countOfSeries(series.id());
        to.out().name("version").value(series.version());
        to.out().name("total").value(series.total());
        to.out().name("received_total").value(received);
        to.out().name("received_all").value(series.total() <= received);
    }

    private static void mbox(Rendering to, SeriesRow series) throws IOException {
        to.out().name("mbox").value(to.urls().page("/series/" + series.id() + "/mbox/"));
    }

    private static boolean showsDependencies(Rendering to, SeriesRow series) {
        return to.version().has(4)
                && to.world().projects().get(series.project()).showDependencies();
    }

    private static void urls(Rendering to, String field, List<Long> ids) throws IOException {
        to.out().name(field).beginArray();
        for (long id : ids) {
            to.out().value(to.urls().object("series", id));
        }
        to.out().endArray();
    }
}
