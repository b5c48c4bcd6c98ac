package io.github.patchwork4j.testing.internal.snapshot;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.StateRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.view.ApiVersion;
import io.github.patchwork4j.testing.internal.view.BundleView;
import io.github.patchwork4j.testing.internal.view.CheckView;
import io.github.patchwork4j.testing.internal.view.CommentView;
import io.github.patchwork4j.testing.internal.view.CoverView;
import io.github.patchwork4j.testing.internal.view.EventView;
import io.github.patchwork4j.testing.internal.view.PatchView;
import io.github.patchwork4j.testing.internal.view.PersonView;
import io.github.patchwork4j.testing.internal.view.ProjectView;
import io.github.patchwork4j.testing.internal.view.Rendering;
import io.github.patchwork4j.testing.internal.view.RowView;
import io.github.patchwork4j.testing.internal.view.SeriesView;
import io.github.patchwork4j.testing.internal.view.Urls;
import io.github.patchwork4j.testing.internal.view.UserView;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import okio.BufferedSink;

/** Writes a world as a snapshot: what API 1.4 shows, then what only the database knows. */
public final class SnapshotWriter {
    private static final String UNNAMED_ORIGIN = "http://patchwork.example.org";

    private final World world;
    private final Rendering rendering;
    private final JsonWriter out;

    private SnapshotWriter(World world, JsonWriter out) {
        this.world = world;
        this.out = out;
        String origin = world.about().getOrDefault("origin", UNNAMED_ORIGIN);
        ApiVersion newest = new ApiVersion("1." + ApiVersion.NEWEST, ApiVersion.NEWEST, ApiVersion.NEWEST);
        this.rendering = new Rendering(world, new Urls(origin, newest, ""), out);
    }

    /**
     * Writes a snapshot.
     *
     * @param world the world; the caller holds its lock
     * @param sink where the JSON goes; it is flushed, but not closed
     * @throws IOException from the sink
     */
    public static void write(World world, BufferedSink sink) throws IOException {
        JsonWriter out = JsonWriter.of(sink);
        out.setSerializeNulls(true);
        out.setIndent(" ");
        new SnapshotWriter(world, out).write();
        out.flush();
    }

    private void write() throws IOException {
        out.beginObject();
        out.name("about").beginObject();
        for (var text : world.about().entrySet()) {
            out.name(text.getKey()).value(text.getValue());
        }
        out.endObject();
        list("projects", world.projects().all(), ProjectView::listed);
        list("users", world.users().all(), SnapshotWriter::user);
        list("people", world.people().all(), PersonView::listed);
        list("patches", world.patches().all(), PatchView::detailed);
        list("covers", world.covers().all(), CoverView::detailed);
        list("series", world.series().all(), SeriesView::detailed);
        children("patch_comments", "patch", world.patchComments().all(), CommentView.ON_PATCH::write, c -> c.parent());
        children("cover_comments", "cover", world.coverComments().all(), CommentView.ON_COVER::write, c -> c.parent());
        children("checks", "patch", world.checks().all(), CheckView::detailed, check -> check.patch());
        list("events", world.events().oldestFirst(), EventView::listed);
        list("bundles", world.bundles().all(), BundleView::listed);
        list("states", world.states().all(), SnapshotWriter::state);
        HiddenWriter.write(world, out);
        out.endObject();
    }

    private <R> void list(String name, List<R> rows, RowView<R> view) throws IOException {
        out.name(name).beginArray();
        for (R row : rows) {
            view.write(rendering, row);
        }
        out.endArray();
    }

    /** Writes rows by what they hang on, whose id becomes an additional first member. */
    private <R extends Row> void children(
            String name, String parent, List<R> rows, RowView<R> view, ToLongFunction<R> parentOf) throws IOException {
        out.name(name).beginArray();
        List<R> byParent =
                rows.stream().sorted(Comparator.comparingLong(parentOf)).toList();
        for (R row : byParent) {
            out.beginObject();
            out.name(parent).value(parentOf.applyAsLong(row));
            int depth = out.beginFlatten();
            view.write(rendering, row);
            out.endFlatten(depth);
            out.endObject();
        }
        out.endArray();
    }

    /** Users who cannot log in have no settings in a snapshot, since nobody can see them. */
    private static void user(Rendering to, UserRow user) throws IOException {
        if (user.account().active()) {
            UserView.own(to, user);
        } else {
            UserView.listed(to, user);
        }
    }

    private static void state(Rendering to, StateRow state) throws IOException {
        JsonWriter out = to.out();
        out.beginObject();
        out.name("id").value(state.id());
        out.name("slug").value(state.slug());
        out.name("name").value(state.name());
        out.name("ordering").value(state.ordering());
        out.name("action_required").value(state.actionRequired());
        out.endObject();
    }
}
