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
 * What an event is about: no check, no delegates, and states by their slugs.
 *
 * @param world where rows are looked up
 * @param facts what is told of each row
 */
record Payload(World world, Facts facts) {

    Map<String, @Nullable Object> of(EventRow event) {
        Shape payload = new Shape(0);
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
                if (facts.tellStates()) {
                    payload.put("previous_state", slug(event.change().previousState()));
                    payload.put("current_state", slug(event.change().currentState()));
                }
            }
            case PATCH_CREATED, PATCH_DELEGATED, PATCH_RELATION_CHANGED, CHECK_CREATED, CHECK_UPDATED ->
                patch(payload, event);
        }
        return payload.members();
    }

    private void patch(Shape payload, EventRow event) {
        payload.put(
                "patch",
                facts.patch(world.patches().get(event.subjects().patch())).members());
    }

    private void series(Shape payload, EventRow event) {
        payload.put(
                "series",
                facts.series(world.series().get(event.subjects().series())).members());
    }

    private void cover(Shape payload, EventRow event) {
        payload.put(
                "cover",
                facts.cover(world.covers().get(event.subjects().cover())).members());
    }

    private void comment(Shape payload, CommentRow comment) {
        payload.put("comment", facts.comment(comment).members());
    }

    private @Nullable String slug(long state) {
        return state == Row.NONE ? null : world.states().get(state).slug();
    }

    /** What is told of the rows that an event is about. */
    interface Facts {
        Shape patch(PatchRow patch);

        Shape series(SeriesRow series);

        Shape cover(CoverRow cover);

        Shape comment(CommentRow comment);

        /** Tells whether the states of a patch are told, too. */
        boolean tellStates();
    }
}
