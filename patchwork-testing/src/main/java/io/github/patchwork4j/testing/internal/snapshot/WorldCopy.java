package io.github.patchwork4j.testing.internal.snapshot;

import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesTable;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.Map;

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
        pristine.series().all().forEach(series -> copyMetadata(series.id(), pristine, copy));
        pristine.seriesReferences().all().forEach(copy.seriesReferences()::add);
        rows(pristine.webhooks(), copy.webhooks());
        copy.events().troubles().addAll(pristine.events().troubles());
        pristine.events().late().forEach(copy.events()::hideUntil);
        return copy;
    }

    private static void copyMetadata(long series, World from, World to) {
        Map<String, String> texts = from.series().metadata(series);
        if (!texts.isEmpty()) {
            to.series().setMetadata(series, texts);
        }
    }

    private static <R extends Row> void rows(Table<R> from, Table<R> to) {
        from.all().forEach(to::add);
        to.reserve(from.lastId());
    }
}
