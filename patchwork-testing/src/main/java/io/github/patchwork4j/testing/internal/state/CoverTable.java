package io.github.patchwork4j.testing.internal.state;

import java.util.HashMap;
import java.util.Map;

/** The cover letters. */
public final class CoverTable extends MailTable<CoverRow> {
    private final Map<String, Integer> counts = new HashMap<>();

    /** Starts empty. */
    public CoverTable() {}

    @Override
    public void add(CoverRow row) {
        super.add(row);
        counts.merge(row.name(), 1, Integer::sum);
    }

    @Override
    public void remove(long id) {
        counts.merge(get(id).name(), -1, Integer::sum);
        super.remove(id);
    }

    /**
     * Counts the covers of a name in all projects.
     *
     * @param name the whole name
     * @return how many there were
     */
    public int countNamed(String name) {
        return counts.getOrDefault(name, 0);
    }

    @Override
    long projectOf(CoverRow row) {
        return row.project();
    }
}
