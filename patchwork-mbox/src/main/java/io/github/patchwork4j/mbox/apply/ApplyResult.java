package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What applying a diff has come to. */
public final class ApplyResult {
    private final List<FileResult> files;
    private final Map<Bytes, Optional<TreeFile>> changes;

    ApplyResult(List<FileResult> files, Map<Bytes, Optional<TreeFile>> changes) {
        this.files = List.copyOf(files);
        this.changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /**
     * Tells whether the whole diff was applied.
     *
     * @return whether there is a file, and none has a problem; a text without a diff cannot be applied, as in git
     */
    public boolean isApplied() {
        return !files.isEmpty() && files.stream().allMatch(FileResult::isApplied);
    }

    /**
     * Returns what became of each file, in the order of the diff.
     *
     * @return the results
     */
    public List<FileResult> files() {
        return files;
    }

    /**
     * Returns the paths that change: each with its new file, or with none if it goes away.
     *
     * @return an unmodifiable map; empty if a file has a problem, unless {@link ApplyOptions#withPartialResults()} was asked
     *     for, which leaves out only what has none
     */
    public Map<Bytes, Optional<TreeFile>> changes() {
        return changes;
    }

    /** Returns whether all went well and the number of changed paths, for a debugger. */
    @Override
    public String toString() {
        return "ApplyResult[" + (isApplied() ? "applied" : "refused") + ", " + changes.size() + " changes]";
    }
}
