package io.github.patchwork4j.testing.internal.snapshot;

import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesTable;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.World;

/** Copies what a snapshot holds from one world to another, which is much faster than to read the snapshot again. */
public final class WorldCopy {
    private WorldCopy() {}

    /**
     * Copies a world that was read from a snapshot and not changed since.
     *
     * @param pristine the world, which stays as it is
     * @return a new world of equal rows
     */
    public static World of(World pristine) {
        World copy = new World();
        copy.about().putAll(pristine.about());
        copy.setTimeZone(pristine.timeZone());
        copy.otherLastIds().putAll(pristine.otherLastIds());
        copy.delegationRules().addAll(pristine.delegationRules());
        rows(pristine.projects(), copy.projects());
        rows(pristine.users(), copy.users());
        rows(pristine.people(), copy.people());
        rows(pristine.states(), copy.states());
        rows(pristine.patches(), copy.patches());
        rows(pristine.covers(), copy.covers());
        rows(pristine.series(), copy.series());
        for (SeriesTable.Dependency dependency : pristine.series().dependencies()) {
            copy.series().addDependency(dependency.series(), dependency.needed());
        }
        rows(pristine.patchComments(), copy.patchComments());
        rows(pristine.coverComments(), copy.coverComments());
        rows(pristine.checks(), copy.checks());
        rows(pristine.events(), copy.events());
        rows(pristine.bundles(), copy.bundles());
        pristine.seriesReferences().all().forEach(copy.seriesReferences()::add);
        return copy;
    }

    private static <R extends Row> void rows(Table<R> from, Table<R> to) {
        from.all().forEach(to::add);
        to.reserve(from.lastId());
    }
}
