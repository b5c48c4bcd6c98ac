package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import java.io.IOException;

/** Events, each with the payload of its category. */
public final class EventView {

    private EventView() {}

    /**
     * Writes an event.
     *
     * @param to where and how
     * @param event the row
     * @throws IOException from the writer
     */
    public static void listed(Rendering to, EventRow event) throws IOException {
        JsonWriter out = to.out();
        out.beginObject();
        out.name("id").value(event.id());
        out.name("category").value(event.category().word());
        out.name("project");
        ProjectView.embedded(to, event.project());
        MailView.date(to, event.date());
        out.name("actor");
        UserView.reference(to, event.actor());
        out.name("payload").beginObject();
        payload(to, event);
        out.endObject();
        out.endObject();
    }

    private static void payload(Rendering to, EventRow event) throws IOException {
        switch (event.category()) {
            case SERIES_CREATED, SERIES_COMPLETED -> series(to, event);
            case COVER_CREATED -> cover(to, event);
            case PATCH_CREATED -> patch(to, event);
            case PATCH_COMPLETED -> {
                patch(to, event);
                series(to, event);
            }
            case PATCH_COMMENT_CREATED -> {
                patch(to, event);
                to.out().name("comment");
                CommentView.ON_PATCH.embedded(
                        to, to.world().patchComments().get(event.subjects().comment()));
            }
            case COVER_COMMENT_CREATED -> {
                cover(to, event);
                to.out().name("comment");
                CommentView.ON_COVER.embedded(
                        to, to.world().coverComments().get(event.subjects().comment()));
            }
            case PATCH_STATE_CHANGED, PATCH_DELEGATED, PATCH_RELATION_CHANGED -> {
                patch(to, event);
                change(to, event);
            }
            case CHECK_CREATED, CHECK_UPDATED -> {
                patch(to, event);
                to.out().name("check");
                CheckView.embedded(to, to.world().checks().get(event.subjects().check()));
            }
        }
    }

    private static void patch(Rendering to, EventRow event) throws IOException {
        to.out().name("patch");
        PatchView.embedded(to, to.world().patches().get(event.subjects().patch()));
    }

    private static void series(Rendering to, EventRow event) throws IOException {
        to.out().name("series");
        SeriesView.embedded(to, to.world().series().get(event.subjects().series()));
    }

    private static void cover(Rendering to, EventRow event) throws IOException {
        to.out().name("cover");
        CoverView.embedded(to, to.world().covers().get(event.subjects().cover()));
    }

    /** Writes both sides of a change; those of a relation are not told. */
    private static void change(Rendering to, EventRow event) throws IOException {
        JsonWriter out = to.out();
        EventRow.Change change = event.change();
        switch (event.category()) {
            case PATCH_STATE_CHANGED -> {
                state(to, "previous_state", change.previousState());
                state(to, "current_state", change.currentState());
            }
            case PATCH_DELEGATED -> {
                out.name("previous_delegate");
                UserView.reference(to, change.previousDelegate());
                out.name("current_delegate");
                UserView.reference(to, change.currentDelegate());
            }
            default -> {
                out.name("previous_relation").nullValue();
                out.name("current_relation").nullValue();
            }
        }
    }

    private static void state(Rendering to, String field, long state) throws IOException {
        World world = to.world();
        if (state == Row.NONE) {
            to.out().name(field).nullValue();
        } else {
            to.out().name(field).value(world.states().get(state).slug());
        }
    }
}
