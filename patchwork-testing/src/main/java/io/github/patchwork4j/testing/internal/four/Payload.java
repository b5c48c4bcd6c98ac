package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells: plain facts without urls, no check, no delegates, and states by their slugs.
 *
 * @param world where rows are looked up
 * @param dates how dates are written
 */
record Payload(World world, Dates dates) {

    Map<String, @Nullable Object> of(EventRow event) {
        Shape payload = shape();
        switch (event.category()) {
            case SERIES_CREATED, SERIES_COMPLETED -> series(payload, event);
            case COVER_CREATED -> cover(payload, event);
            case PATCH_COMPLETED -> {
                patch(payload, event);
                series(payload, event);
            }
            case PATCH_COMMENT_CREATED -> {
                patch(payload, event);
                comment(payload, world.patchComments().get(event.subjects().comment()));
            }
            case COVER_COMMENT_CREATED -> {
                cover(payload, event);
                comment(payload, world.coverComments().get(event.subjects().comment()));
            }
            case PATCH_STATE_CHANGED -> {
                patch(payload, event);
                payload.put("previous_state", slug(event.change().previousState()));
                payload.put("current_state", slug(event.change().currentState()));
            }
            case PATCH_CREATED, PATCH_DELEGATED, PATCH_RELATION_CHANGED, CHECK_CREATED, CHECK_UPDATED ->
                patch(payload, event);
        }
        return payload.members();
    }

    private void patch(Shape payload, EventRow event) {
        PatchRow patch = world.patches().get(event.subjects().patch());
        payload.put(
                "patch",
                shape().put("id", patch.id())
                        .put("msgid", patch.msgid())
                        .put("date", dates.mail(patch.date()))
                        .put("name", patch.name())
                        .members());
    }

    private void series(Shape payload, EventRow event) {
        SeriesRow series = world.series().get(event.subjects().series());
        payload.put(
                "series",
                shape().put("id", series.id())
                        .put("name", series.name())
                        .put("date", dates.mail(series.date()))
                        .put("version", series.version())
                        .members());
    }

    private void cover(Shape payload, EventRow event) {
        CoverRow cover = world.covers().get(event.subjects().cover());
        payload.put(
                "cover",
                shape().put("id", cover.id())
                        .put("msgid", cover.msgid())
                        .put("date", dates.mail(cover.date()))
                        .put("name", cover.name())
                        .members());
    }

    private void comment(Shape payload, CommentRow comment) {
        payload.put(
                "comment",
                shape().put("id", comment.id())
                        .put("msgid", comment.msgid())
                        .put("date", dates.mail(comment.date()))
                        .members());
    }

    private @Nullable String slug(long state) {
        return state == Row.NONE ? null : world.states().get(state).slug();
    }

    private static Shape shape() {
        return new Shape(0);
    }
}
