package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.compare.VersionFiles.Result;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The diff that leads from the result of one version of a patch to that of another, made without the files themselves.
 *
 * <p>What the diffs tell about a file is all that is known of it: where only one of them has a hunk, the other leaves the old
 * lines. Applied to the files with the first version applied, the difference makes what the second version would have made of
 * the files that the first was for. If the second was made from another state of the files, its hunks are put where their lines are
 * found, and it says so.
 */
public final class Interdiff {
    /** Why there is no telling what becomes of a file; a later version may add more. */
    public enum Reason {
        /** The second diff is for other lines than the first, and has no place among them. */
        OTHER_BASE,
        /** The file would have to be written or removed as a whole, and parts of it are in neither diff. */
        UNKNOWN_CONTENT,
        /** The content is binary, and the diffs do not have what leads from the one to the other. */
        BINARY,
        /** A diff is cut off, out of order, or that of a merge. */
        NOT_A_PLAIN_DIFF,
        /** A diff names the file several times, or the difference would put it where another one is. */
        AMBIGUOUS,
        /** The steps are used up. */
        LIMIT_EXCEEDED
    }

    /**
     * A file that is missing in the text.
     *
     * @param path its path: after the second version, or what it was before it was removed
     * @param reason why
     */
    public record Omission(Bytes path, Reason reason) {}

    private static final long DEFAULT_STEPS = 1L << 31;

    private final Bytes text;
    private final List<Omission> omissions;
    private final List<Bytes> movedFiles;

    private Interdiff(Bytes text, List<Omission> omissions, Set<Bytes> movedFiles) {
        this.text = text;
        this.omissions = List.copyOf(omissions);
        this.movedFiles = List.copyOf(movedFiles);
    }

    /**
     * Compares two versions of a patch.
     *
     * @param before the old version
     * @param after the new version
     * @return the difference; no diff makes this throw
     */
    public static Interdiff of(Diff before, Diff after) {
        return of(before, after, DEFAULT_STEPS);
    }

    /**
     * Compares two versions of a patch with a bound on the work.
     *
     * @param before the old version
     * @param after the new version
     * @param maxSteps how many steps it may take: lines compared and places looked at. When they are used up, the
     *     difference is right, but may be longer than it need be
     * @return the difference; no diff makes this throw
     * @throws IllegalArgumentException if the bound is negative
     */
    public static Interdiff of(Diff before, Diff after, long maxSteps) {
        if (maxSteps < 0) {
            throw new IllegalArgumentException("maxSteps must be at least 0: " + maxSteps);
        }
        return new Run(new VersionFiles(before), new VersionFiles(after), new Steps(maxSteps)).run();
    }

    /** One comparison. */
    private static final class Run {
        private final VersionFiles before;
        private final VersionFiles after;
        private final Steps steps;
        private final ByteSink removals = new ByteSink(1024);
        private final ByteSink changes = new ByteSink(1024);
        private final List<Omission> omissions = new ArrayList<>();
        private final Set<Bytes> moved = new LinkedHashSet<>();
        /** The files that are there with the first version, and do not make way. */
        private final Set<Bytes> taken = new HashSet<>();

        Run(VersionFiles before, VersionFiles after, Steps steps) {
            this.before = before;
            this.after = after;
            this.steps = steps;
        }

        Interdiff run() {
            Set<Bytes> unclear = new LinkedHashSet<>(before.unclear());
            unclear.addAll(after.unclear());
            unclear.forEach(path -> omit(path, Reason.AMBIGUOUS));
            unclear.addAll(contradictions(before, after));
            unclear.addAll(contradictions(after, before));
            Set<Bytes> origins = new LinkedHashSet<>(before.origins());
            origins.addAll(after.origins());
            Set<Bytes> added = new LinkedHashSet<>(before.added().keySet());
            added.addAll(after.added().keySet());
            origins.removeAll(unclear);
            added.removeAll(unclear);
            List<Pair> pairs = new ArrayList<>();
            origins.forEach(origin -> pair(before.of(origin), after.of(origin), pairs));
            for (Bytes path : added) {
                FileDiff one = before.added().get(path);
                FileDiff other = after.added().get(path);
                pairs.add(new Pair(one == null ? null : path, one, other == null ? null : path, other, false));
            }
            findTaken(pairs);
            pairs.forEach(this::write);
            removals.write(changes.toBytes());
            return new Interdiff(removals.toBytes(), omissions, moved);
        }

        /** Leaves out what one diff adds where the other has a file already. */
        private Set<Bytes> contradictions(VersionFiles one, VersionFiles other) {
            Set<Bytes> paths = new LinkedHashSet<>(one.added().keySet());
            paths.retainAll(other.origins());
            paths.removeAll(one.origins());
            paths.forEach(path -> omit(path, Reason.OTHER_BASE));
            return paths;
        }

        /** Brings together what has become of one file: what kept its name, then what changed it, then what is left. */
        private static void pair(List<Result> ones, List<Result> others, List<Pair> pairs) {
            List<Result> sources =
                    ones.stream().filter(one -> one.path() != null).toList();
            FileDiff gone = ones.stream()
                    .filter(one -> one.path() == null)
                    .map(Result::file)
                    .findFirst()
                    .orElse(null);
            List<Result> free = new ArrayList<>(sources);
            List<Result> open = new ArrayList<>();
            for (Result other : others) {
                Result same = free.stream()
                        .filter(one -> Objects.equals(one.path(), other.path()))
                        .findFirst()
                        .orElse(null);
                if (same == null) {
                    open.add(other);
                } else {
                    free.remove(same);
                    pairs.add(new Pair(same.path(), same.file(), other.path(), other.file(), false));
                }
            }
            FileDiff removal = null;
            for (Result other : open) {
                if (other.path() == null) {
                    removal = other.file();
                } else if (!free.isEmpty()) {
                    Result one = free.remove(0);
                    pairs.add(new Pair(one.path(), one.file(), other.path(), other.file(), false));
                } else if (!sources.isEmpty()) {
                    Result one = sources.get(0);
                    pairs.add(new Pair(one.path(), one.file(), other.path(), other.file(), true));
                } else {
                    pairs.add(new Pair(null, gone, other.path(), other.file(), false));
                }
            }
            for (Result one : free) {
                pairs.add(new Pair(one.path(), one.file(), null, removal, false));
            }
        }

        private void findTaken(List<Pair> pairs) {
            for (Pair pair : pairs) {
                if (pair.from() != null) {
                    taken.add(pair.from());
                }
            }
            for (Pair pair : pairs) {
                if (pair.from() != null && !pair.copies() && !Objects.equals(pair.from(), pair.to())) {
                    taken.remove(pair.from());
                }
            }
        }

        private void write(Pair pair) {
            Bytes from = pair.from();
            Bytes to = pair.to();
            Bytes shown = to != null ? to : from;
            if (shown == null) {
                return;
            }
            FileInterdiff file = new FileInterdiff(pair.one(), pair.other(), to == null, steps);
            boolean whole = from == null || to == null || file.changesType();
            if (file.reason() != null) {
                omit(shown, file.reason());
            } else if (to != null && !Objects.equals(to, from) && !taken.add(to)) {
                omit(shown, Reason.AMBIGUOUS);
            } else if (whole && !file.isWholeKnown()) {
                omit(shown, Reason.UNKNOWN_CONTENT);
            } else if (whole) {
                if (from != null && !pair.copies()) {
                    file.delete(from, removals);
                }
                if (to != null) {
                    file.create(to, changes);
                }
            } else {
                file.change(Objects.requireNonNull(from), Objects.requireNonNull(to), pair.copies(), changes);
            }
            if (file.isMoved() && file.reason() == null) {
                moved.add(shown);
            }
        }

        private void omit(Bytes path, Reason reason) {
            omissions.add(new Omission(path, reason));
        }
    }

    /**
     * A file after the first version and after the second.
     *
     * @param from where it is after the first; null if it is not there
     * @param one what the first says about it; null if it says nothing
     * @param to where it is after the second; null if it is not there
     * @param other what the second says about it; null if it says nothing
     * @param copies whether the file also stays where it is
     */
    private record Pair(
            @Nullable Bytes from,
            @Nullable FileDiff one,
            @Nullable Bytes to,
            @Nullable FileDiff other,
            boolean copies) {}

    /**
     * Returns the difference.
     *
     * @return a diff in git's format, with three lines of context where they are known; empty if nothing differs
     */
    public Bytes text() {
        return text;
    }

    /**
     * Returns the files that may differ without the text saying how.
     *
     * @return the files and what was in the way; empty if the text has all
     */
    public List<Omission> omissions() {
        return omissions;
    }

    /**
     * Returns the files of which the two versions were made from different states.
     *
     * @return their paths; for these the difference holds if the hunks of the second version were put in their right places
     */
    public List<Bytes> movedFiles() {
        return movedFiles;
    }

    /** Returns how many bytes the text has and how many files are missing, for a debugger. */
    @Override
    public String toString() {
        return "Interdiff[" + text.length() + " bytes, " + omissions.size() + " omissions]";
    }
}
