package io.github.patchwork4j.testing.internal.snapshot;

import io.github.patchwork4j.testing.internal.state.StateRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.List;
import java.util.Locale;

/** What a new installation has: nothing but the usual states. */
public final class EmptyWorld {
    private static final List<String> STATES = List.of(
            "New",
            "Under Review",
            "Accepted",
            "Rejected",
            "RFC",
            "Not Applicable",
            "Changes Requested",
            "Awaiting Upstream",
            "Superseded",
            "Deferred");
    private static final int WITH_ACTION_REQUIRED = 2;

    private EmptyWorld() {}

    /**
     * Makes one.
     *
     * @return a new world
     */
    public static World create() {
        World world = new World();
        for (int i = 0; i < STATES.size(); i++) {
            String name = STATES.get(i);
            String slug = name.toLowerCase(Locale.ROOT).replace(' ', '-');
            world.states().add(new StateRow(i + 1, slug, name, i, i < WITH_ACTION_REQUIRED));
        }
        return world;
    }
}
