package io.github.patchwork4j.testing.internal.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The series, their covers and what they depend on. */
public final class SeriesTable extends DatedTable<SeriesRow> {
    private final Map<Long, Long> byCover = new HashMap<>();
    private final Grouping dependencies = new Grouping();
    private final Grouping dependents = new Grouping();
    private final List<Dependency> allDependencies = new ArrayList<>();
    private final Map<Long, Map<String, String>> metadata = new HashMap<>();

    /** Starts empty. */
    public SeriesTable() {}

    @Override
    public void add(SeriesRow row) {
        super.add(row);
        if (row.cover() != Row.NONE) {
            byCover.put(row.cover(), row.id());
        }
    }

    @Override
    public void replace(SeriesRow row) {
        byCover.remove(get(row.id()).cover());
        super.replace(row);
        if (row.cover() != Row.NONE) {
            byCover.put(row.cover(), row.id());
        }
    }

    /** Deletes a series with all that is known of it, also by other series. */
    @Override
    public void remove(long id) {
        byCover.remove(get(id).cover());
        super.remove(id);
        metadata.remove(id);
        List<Dependency> gone = allDependencies.stream()
                .filter(dependency -> dependency.series() == id || dependency.needed() == id)
                .toList();
        allDependencies.removeAll(gone);
        for (Dependency dependency : gone) {
            dependencies.remove(dependency.series(), dependency.needed());
            dependents.remove(dependency.needed(), dependency.series());
        }
    }

    /**
     * Notes that one series needs another.
     *
     * @param series the id of the series that needs
     * @param needed the id of the series that is needed
     */
    public void addDependency(long series, long needed) {
        dependencies.add(series, needed);
        dependents.add(needed, series);
        allDependencies.add(new Dependency(series, needed));
    }

    /**
     * Returns all dependencies.
     *
     * @return in the order in which they were noted
     */
    public List<Dependency> dependencies() {
        return List.copyOf(allDependencies);
    }

    /**
     * Returns what a series needs.
     *
     * @param series the series' id
     * @return ids of series
     */
    public List<Long> dependenciesOf(long series) {
        return dependencies.of(series);
    }

    /**
     * Returns what needs a series.
     *
     * @param series the series' id
     * @return ids of series
     */
    public List<Long> dependentsOf(long series) {
        return dependents.of(series);
    }

    /**
     * Returns what programs noted about a series, which only 4.0 keeps.
     *
     * @param series the series' id
     * @return texts by their keys, in their order
     */
    public Map<String, String> metadata(long series) {
        return metadata.getOrDefault(series, Map.of());
    }

    /**
     * Replaces what programs noted about a series.
     *
     * @param series the series' id
     * @param texts texts by their keys
     */
    public void setMetadata(long series, Map<String, String> texts) {
        metadata.put(series, new TreeMap<>(texts));
    }

    /**
     * Finds the series that a cover opens.
     *
     * @param cover the cover's id
     * @return the series, or null
     */
    public @Nullable SeriesRow ofCover(long cover) {
        Long id = byCover.get(cover);
        return id == null ? null : find((long) id);
    }

    /**
     * One series needs another.
     *
     * @param series the id of the series that needs
     * @param needed the id of the series that is needed
     */
    public record Dependency(long series, long needed) {}
}
