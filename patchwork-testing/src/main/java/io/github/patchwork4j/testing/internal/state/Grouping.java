package io.github.patchwork4j.testing.internal.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An index from the id of one row to the ids of those that refer to it. */
final class Grouping {
    private final Map<Long, List<Long>> members = new HashMap<>();

    /** Notes a reference; nothing happens if there is none. */
    void add(long group, long member) {
        if (group != Row.NONE) {
            members.computeIfAbsent(group, any -> new ArrayList<>(1)).add(member);
        }
    }

    /** Forgets a reference. */
    void remove(long group, long member) {
        List<Long> ids = members.get(group);
        if (ids != null) {
            ids.remove((Long) member);
        }
    }

    /** Returns the ids that refer to a row, in the order in which they were noted. */
    List<Long> of(long group) {
        return members.getOrDefault(group, List.of());
    }
}
