package io.github.patchwork4j.testing.internal.snapshot;

import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that {@code last_id} has for the tables. */
public final class LastIds {
    /** What only servers of 4.0 have, so that other snapshots do not name it. */
    static final String WEBHOOK = "webhook";

    private LastIds() {}

    /**
     * Chooses the id of the next object of a kind.
     *
     * @param world the world
     * @param kind a name such as {@code patch}
     * @param id the id, which no lower one may follow
     * @throws IllegalArgumentException if there is no such kind
     */
    public static void reserve(World world, String kind, long id) {
        Table<?> table = tables(world).get(kind);
        if (table == null) {
            throw new IllegalArgumentException("no kind of object is called \"" + kind + "\"");
        }
        table.reserve(id - 1);
    }

    static Map<String, Table<?>> tables(World world) {
        Map<String, Table<?>> tables = new LinkedHashMap<>();
        tables.put("patch", world.patches());
        tables.put("cover", world.covers());
        tables.put("series", world.series());
        tables.put("patch_comment", world.patchComments());
        tables.put("cover_comment", world.coverComments());
        tables.put("check", world.checks());
        tables.put("bundle", world.bundles());
        tables.put("event", world.events());
        tables.put("person", world.people());
        tables.put("project", world.projects());
        tables.put("user", world.users());
        tables.put(WEBHOOK, world.webhooks());
        return tables;
    }
}
