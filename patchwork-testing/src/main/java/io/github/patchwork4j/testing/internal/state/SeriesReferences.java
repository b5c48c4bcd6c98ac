package io.github.patchwork4j.testing.internal.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The message ids by which later mails find the series they belong to. */
public final class SeriesReferences {
    private final List<SeriesReference> all = new ArrayList<>();
    private final Map<Key, Long> firsts = new HashMap<>();

    /** Starts without any. */
    public SeriesReferences() {}

    /**
     * Adds one.
     *
     * @param reference a message id of a project, and a series
     */
    public void add(SeriesReference reference) {
        all.add(reference);
        firsts.putIfAbsent(new Key(reference.project(), reference.msgid()), reference.series());
    }

    /**
     * Forgets all of a project.
     *
     * @param project the project's id
     */
    public void removeAll(long project) {
        all.removeIf(reference -> reference.project() == project);
        firsts.keySet().removeIf(key -> key.project() == project);
    }

    /**
     * Finds a series.
     *
     * @param project the project
     * @param msgid a message id
     * @return the series that it was first stored for
     */
    public OptionalLong find(long project, String msgid) {
        Long series = firsts.get(new Key(project, msgid));
        return series == null ? OptionalLong.empty() : OptionalLong.of(series);
    }

    /**
     * Returns all of them.
     *
     * @return a view, in the order in which they were added
     */
    public List<SeriesReference> all() {
        return Collections.unmodifiableList(all);
    }

    private record Key(long project, String msgid) {}
}
