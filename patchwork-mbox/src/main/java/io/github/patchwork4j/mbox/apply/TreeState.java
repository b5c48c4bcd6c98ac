package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.FileMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the tree while the files of a diff are gone through: what is there, what goes away at some time, and what was made.
 *
 * <p>As in git, the order of renames and copies does not matter: they read what was there at first. A change of a file that an
 * earlier part of the diff has changed reads what that has made.
 */
final class TreeState {
    private final FileTree tree;
    private final Set<Bytes> toBeRemoved = new HashSet<>();
    private final Set<Bytes> leavingLinks = new HashSet<>();
    private final Set<Bytes> comingLinks = new HashSet<>();
    private final Set<Bytes> removed = new LinkedHashSet<>();
    private final Map<Bytes, TreeFile> made = new LinkedHashMap<>();
    /** The last change of each path, so far: what it has made, or null if it has removed it. */
    private final Map<Bytes, @Nullable TreeFile> latest = new HashMap<>();

    TreeState(FileTree tree, List<Change> changes) {
        this.tree = tree;
        for (Change change : changes) {
            Bytes from = change.from();
            Bytes to = change.to();
            if (from != null && change.removesSource()) {
                toBeRemoved.add(from);
                if (isSymlink(change.expected())) {
                    leavingLinks.add(from);
                }
            }
            if (to != null && isSymlink(change.mode() == null ? change.expected() : change.mode())) {
                comingLinks.add(to);
            }
        }
    }

    private static boolean isSymlink(@Nullable FileMode mode) {
        return mode != null && mode.isSymlink();
    }

    /** Returns what a change reads; empty if it is not there. */
    Optional<TreeFile> source(Change change) {
        Bytes from = Objects.requireNonNull(change.from());
        TreeFile changed = change.isRename() || change.isCopy() ? null : latest.get(from);
        return changed != null ? Optional.of(changed) : tree.find(from);
    }

    /** Tells whether the file that a change reads was removed by an earlier part of the diff. */
    boolean isGone(Change change) {
        boolean original = change.isRename() || change.isCopy();
        return !original && latest.containsKey(change.from()) && latest.get(change.from()) == null;
    }

    /** Tells whether there is a file that does not make way. */
    boolean isTaken(Bytes path) {
        boolean makesWay = latest.containsKey(path) ? latest.get(path) == null : toBeRemoved.contains(path);
        return !makesWay && tree.find(path).isPresent();
    }

    /** Tells whether a path leads through a link of the tree as it is. */
    boolean isReadThroughSymlink(Bytes path) {
        for (int at = path.indexOf((byte) '/', 0); at >= 0; at = path.indexOf((byte) '/', at + 1)) {
            if (isLinkInTree(path.slice(0, at))) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a path leads through a link that the diff makes, or one that is there and does not go away. */
    boolean isWrittenThroughSymlink(Bytes path) {
        for (int at = path.indexOf((byte) '/', 0); at >= 0; at = path.indexOf((byte) '/', at + 1)) {
            Bytes parent = path.slice(0, at);
            if (comingLinks.contains(parent) || (!leavingLinks.contains(parent) && isLinkInTree(parent))) {
                return true;
            }
        }
        return false;
    }

    private boolean isLinkInTree(Bytes path) {
        return tree.find(path).map(file -> file.mode().isSymlink()).orElse(false);
    }

    /** Takes in what a change has come to; null if the file goes away. */
    void record(Change change, @Nullable TreeFile result) {
        Bytes from = change.from();
        if (from != null && change.removesSource()) {
            removed.add(from);
            latest.put(from, null);
        }
        if (change.to() != null && result != null) {
            // As git writes: removals first, then the rest in order, so that the last one stays.
            made.put(change.to(), result);
            latest.put(change.to(), result);
        }
    }

    /** Forgets a file that was made after all. */
    void drop(Bytes path) {
        made.remove(path);
    }

    /** Tells whether a file that was made is where a directory is, or below a file. */
    boolean conflicts(Bytes path) {
        for (int at = path.indexOf((byte) '/', 0); at >= 0; at = path.indexOf((byte) '/', at + 1)) {
            if (isFileAfterwards(path.slice(0, at))) {
                return true;
            }
        }
        return tree.pathsBelow(path).stream().anyMatch(this::isFileAfterwards);
    }

    private boolean isFileAfterwards(Bytes path) {
        return made.containsKey(path)
                || (!removed.contains(path) && tree.find(path).isPresent());
    }

    Map<Bytes, Optional<TreeFile>> changes() {
        Map<Bytes, Optional<TreeFile>> changes = new LinkedHashMap<>();
        removed.forEach(path -> changes.put(path, Optional.empty()));
        made.forEach((path, file) -> changes.put(path, Optional.of(file)));
        return changes;
    }
}
