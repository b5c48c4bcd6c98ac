package io.github.patchwork4j.testing.internal.snapshot;

import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CommentTable;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.StateRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.Micros;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads patches, covers and comments, whose raw headers are in the hidden part. */
final class MailReader {
    private final JsonObject root;
    private final World world;

    private MailReader(JsonObject root, World world) {
        this.root = root;
        this.world = world;
    }

    static void read(JsonObject root, World world) {
        MailReader reader = new MailReader(root, world);
        reader.patches();
        reader.covers();
        reader.comments("patch", world.patchComments());
        reader.comments("cover", world.coverComments());
    }

    private void patches() {
        Map<Long, JsonObject> more = more("patches");
        Map<String, Long> states = new HashMap<>();
        for (StateRow state : world.states().all()) {
            states.put(state.slug(), state.id());
        }
        for (JsonObject patch : root.objects("patches")) {
            JsonObject extra = more.getOrDefault(patch.id("id"), JsonObject.of(null));
            Long state = states.get(patch.text("state"));
            if (state == null) {
                throw new IllegalArgumentException(
                        "patch " + patch.id("id") + " is in an unknown state: " + patch.text("state"));
            }
            world.patches().add(patch(patch, extra, state));
        }
    }

    private static PatchRow patch(JsonObject patch, JsonObject extra, long state) {
        return new PatchRow(
                patch.id("id"),
                patch.idOf("project"),
                patch.text("msgid"),
                Micros.parse(patch.text("date")),
                patch.text("name"),
                patch.optionalText("commit_ref"),
                patch.optionalText("pull_url"),
                state,
                patch.flag("archived", false),
                patch.optionalText("hash"),
                patch.idOf("submitter"),
                patch.idOf("delegate"),
                series(patch, extra),
                extra.has("number") ? extra.id("number") : null,
                extra.id("relation"),
                rawHeaders(patch, extra),
                patch.text("content"),
                patch.optionalText("diff"));
    }

    private static long series(JsonObject patch, JsonObject extra) {
        List<JsonObject> shown = patch.objects("series");
        return extra.has("series") || shown.isEmpty()
                ? extra.id("series")
                : shown.get(0).id("id");
    }

    private void covers() {
        Map<Long, JsonObject> more = more("covers");
        for (JsonObject cover : root.objects("covers")) {
            JsonObject extra = more.getOrDefault(cover.id("id"), JsonObject.of(null));
            world.covers()
                    .add(new CoverRow(
                            cover.id("id"),
                            cover.idOf("project"),
                            cover.text("msgid"),
                            Micros.parse(cover.text("date")),
                            cover.text("name"),
                            cover.idOf("submitter"),
                            rawHeaders(cover, extra),
                            cover.text("content")));
        }
    }

    private void comments(String parent, CommentTable table) {
        String section = parent + "_comments";
        Map<Long, JsonObject> more = more(section);
        for (JsonObject comment : root.objects(section)) {
            JsonObject extra = more.getOrDefault(comment.id("id"), JsonObject.of(null));
            table.add(new CommentRow(
                    comment.id("id"),
                    comment.number(parent, Row.NONE),
                    comment.text("msgid"),
                    Micros.parse(comment.text("date")),
                    comment.idOf("submitter"),
                    rawHeaders(comment, extra),
                    comment.text("content"),
                    comment.optionalFlag("addressed")));
        }
    }

    private Map<Long, JsonObject> more(String section) {
        return SnapshotReader.byId(root.object("hidden").objects(section));
    }

    /** Returns the header block; where the hidden part has none it is put together from what the API shows. */
    private static String rawHeaders(JsonObject mail, JsonObject extra) {
        String raw = extra.optionalText("raw_headers");
        if (raw != null) {
            return raw;
        }
        StringBuilder lines = new StringBuilder();
        mail.object("headers").members().forEach((name, value) -> {
            for (Object one : value instanceof List<?> list ? list : List.of(value)) {
                lines.append(lines.isEmpty() ? "" : "\n")
                        .append(name)
                        .append(": ")
                        .append(one);
            }
        });
        return lines.toString();
    }
}
