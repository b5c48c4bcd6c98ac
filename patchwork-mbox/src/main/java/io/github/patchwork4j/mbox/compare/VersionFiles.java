package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffPath;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.FileStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a diff makes of the files that it is for: for each what becomes of it, and which are new. */
final class VersionFiles {
    /**
     * A file after the diff.
     *
     * @param path where it is; null if it is gone
     * @param file what the diff says about it; null if it stays as it was
     */
    record Result(@Nullable Bytes path, @Nullable FileDiff file) {}

    private final Map<Bytes, List<Result>> results = new LinkedHashMap<>();
    private final Map<Bytes, FileDiff> added = new LinkedHashMap<>();
    private final Set<Bytes> copied = new HashSet<>();
    private final Set<Bytes> unclear = new LinkedHashSet<>();

    VersionFiles(Diff diff) {
        Set<Bytes> changed = new HashSet<>();
        for (FileDiff file : diff.files()) {
            Bytes after = file.newPath().map(DiffPath::bytes).orElse(null);
            Bytes before = file.oldPath().map(DiffPath::bytes).orElse(null);
            if (before == null) {
                if (after == null || added.put(after, file) != null) {
                    unclear.add(file.path().bytes());
                }
                continue;
            }
            boolean copies = file.status() == FileStatus.COPIED;
            if (!copies && !changed.add(before)) {
                unclear.add(before);
            }
            if (copies) {
                copied.add(before);
            }
            results.computeIfAbsent(before, path -> new ArrayList<>()).add(new Result(after, file));
        }
        for (Bytes path : copied) {
            if (!changed.contains(path)) {
                results.getOrDefault(path, new ArrayList<>()).add(new Result(path, null));
            }
        }
    }

    /** The files that were there before and that the diff tells something about. */
    Set<Bytes> origins() {
        return results.keySet();
    }

    /** Returns what becomes of a file that was there before; it stays as it is if the diff does not name it. */
    List<Result> of(Bytes origin) {
        return new ArrayList<>(results.getOrDefault(origin, List.of(new Result(origin, null))));
    }

    /** The new files by their paths. */
    Map<Bytes, FileDiff> added() {
        return added;
    }

    /** The files that the diff names more often than can be understood. */
    Set<Bytes> unclear() {
        return unclear;
    }
}
