package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patches in their three forms: embedded, in a list, in full. */
public final class PatchView {

    private PatchView() {}

    /**
     * Writes a patch as lists show it.
     *
     * @param to where and how
     * @param patch the row
     * @throws IOException from the writer
     */
    public static void listed(Rendering to, PatchRow patch) throws IOException {
        to.out().beginObject();
        listFields(to, patch, to.world().patches().relatedTo(patch));
        to.out().endObject();
    }

    /**
     * Writes a patch with its mail.
     *
     * @param to where and how
     * @param patch the row
     * @throws IOException from the writer
     */
    public static void detailed(Rendering to, PatchRow patch) throws IOException {
        write(to, patch, to.world().patches().relatedTo(patch));
    }

    private static void write(Rendering to, PatchRow patch, @Nullable List<PatchRow> related) throws IOException {
        JsonWriter out = to.out();
        out.beginObject();
        listFields(to, patch, related);
        out.name("headers");
        HeadersView.write(out, patch.rawHeaders());
        out.name("content").value(patch.content());
        out.name("diff").value(patch.diff());
        out.name("prefixes").beginArray();
        for (String prefix : prefixes(patch.name())) {
            out.value(prefix);
        }
        out.endArray();
        out.endObject();
    }

    /**
     * Writes a patch that was just changed.
     *
     * @param to where and how
     * @param patch the row
     * @param related what the answer says about related patches, or null to say nothing
     * @throws IOException from the writer
     */
    public static void changed(Rendering to, PatchRow patch, @Nullable List<PatchRow> related) throws IOException {
        write(to, patch, related);
    }

    /**
     * Writes patches that another object holds.
     *
     * @param to where and how
     * @param patches the rows
     * @throws IOException from the writer
     */
    static void embedded(Rendering to, List<PatchRow> patches) throws IOException {
        to.out().beginArray();
        for (PatchRow patch : patches) {
            embedded(to, patch);
        }
        to.out().endArray();
    }

    /**
     * Writes a patch that another object holds.
     *
     * @param to where and how
     * @param patch the row
     * @throws IOException from the writer
     */
    static void embedded(Rendering to, PatchRow patch) throws IOException {
        JsonWriter out = to.out();
        out.beginObject();
        identity(to, patch);
        out.name("msgid").value(patch.msgid());
        to.listArchiveUrl(patch, patch.project());
        MailView.dateAndName(to, patch.date(), patch.name());
        out.name("mbox").value(to.urls().page(to.pages().of(patch) + "mbox/"));
        out.endObject();
    }

    private static void listFields(Rendering to, PatchRow patch, @Nullable List<PatchRow> related) throws IOException {
        JsonWriter out = to.out();
        identity(to, patch);
        out.name("project");
        ProjectView.embedded(to, patch.project());
        out.name("msgid").value(patch.msgid());
        to.listArchiveUrl(patch, patch.project());
        MailView.dateAndName(to, patch.date(), patch.name());
        out.name("commit_ref").value(patch.commitRef());
        out.name("pull_url").value(patch.pullUrl());
        out.name("state").value(to.world().states().get(patch.state()).slug());
        out.name("archived").value(patch.archived());
        out.name("hash").value(patch.hash());
        out.name("submitter");
        PersonView.embedded(to, patch.submitter());
        out.name("delegate");
        UserView.reference(to, patch.delegate());
        out.name("mbox").value(to.urls().page(to.pages().of(patch) + "mbox/"));
        out.name("series").beginArray();
        if (patch.series() != Row.NONE) {
            SeriesView.embedded(to, to.world().series().get(patch.series()));
        }
        out.endArray();
        childFields(to, patch, related);
    }

    private static void childFields(Rendering to, PatchRow patch, @Nullable List<PatchRow> related) throws IOException {
        JsonWriter out = to.out();
        String path = "patches/" + patch.id();
        if (to.version().has(1)) {
            out.name("comments").value(to.urls().unversioned(path + "/comments"));
        }
        out.name("check").value(to.world().checks().summary(patch.id()).word());
        out.name("checks").value(to.urls().unversioned(path + "/checks"));
        out.name("tags").beginObject().endObject();
        if (to.version().has(2) && related != null) {
            out.name("related");
            embedded(to, related);
        }
    }

    private static void identity(Rendering to, PatchRow patch) throws IOException {
        to.out().name("id").value(patch.id());
        to.out().name("url").value(to.urls().object("patches", patch.id()));
        if (to.version().has(1)) {
            to.out().name("web_url").value(to.urls().page(to.pages().of(patch)));
        }
    }

    /** Returns the bracket group that a name may start with, cut at its commas. */
    private static List<String> prefixes(String name) {
        int end = name.indexOf(']');
        return name.startsWith("[") && end > 0 ? List.of(name.substring(1, end).split(",")) : List.of();
    }
}
