package io.github.patchwork4j.testing.internal.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The projects, which are also found by their link names. */
public final class ProjectTable extends Table<ProjectRow> {
    private final Map<String, ProjectRow> byLinkName = new HashMap<>();

    /** Starts empty. */
    public ProjectTable() {}

    @Override
    public void add(ProjectRow row) {
        super.add(row);
        byLinkName.put(row.linkName(), row);
    }

    @Override
    public void replace(ProjectRow row) {
        super.replace(row);
        byLinkName.put(row.linkName(), row);
    }

    @Override
    public void remove(long id) {
        byLinkName.remove(get(id).linkName());
        super.remove(id);
    }

    /**
     * Finds a project by its link name.
     *
     * @param linkName compared with case
     * @return the project, or null
     */
    public @Nullable ProjectRow named(String linkName) {
        return byLinkName.get(linkName);
    }
}
