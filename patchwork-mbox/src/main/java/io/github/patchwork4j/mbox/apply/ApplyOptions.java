package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.PathSafety;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a {@link PatchApplier} applies diffs. How many components are cut off from paths is said where the diff is parsed, see
 * {@link io.github.patchwork4j.mbox.diff.DiffOptions#withStrip(int)}.
 */
public final class ApplyOptions {
    /** As {@code git apply} without options: all or nothing, and every line of context must be there. */
    public static final ApplyOptions DEFAULT = new ApplyOptions(new Draft());

    private static final Set<PathSafety> NEVER_TOLERATED = EnumSet.of(
            PathSafety.SAFE, PathSafety.EMPTY, PathSafety.ABSOLUTE, PathSafety.TRAVERSAL, PathSafety.DOT_GIT);

    private final Draft values;

    /** The values, changed only while nobody else knows them. */
    private static final class Draft implements Cloneable {
        boolean reverse;
        boolean partial;
        boolean unidiffZero;
        boolean ignoreSpaceChange;
        int minContext = Integer.MAX_VALUE;
        int fuzz = -1;
        Bytes directory = Bytes.EMPTY;
        Set<PathSafety> tolerated = EnumSet.noneOf(PathSafety.class);
        long maxSteps = 1L << 30;

        Draft copy() {
            try {
                return (Draft) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private ApplyOptions with(Consumer<Draft> change) {
        Draft draft = values.copy();
        change.accept(draft);
        return new ApplyOptions(draft);
    }

    /** The same by git's rules for places. */
    ApplyOptions withoutFuzz() {
        return with(draft -> draft.fuzz = -1);
    }

    private ApplyOptions(Draft values) {
        this.values = values;
    }

    boolean reverse() {
        return values.reverse;
    }

    boolean partial() {
        return values.partial;
    }

    boolean unidiffZero() {
        return values.unidiffZero;
    }

    boolean ignoreSpaceChange() {
        return values.ignoreSpaceChange;
    }

    int minContext() {
        return values.minContext;
    }

    /** The fuzz factor, or -1 where git's rules hold. */
    int fuzz() {
        return values.fuzz;
    }

    Bytes directory() {
        return values.directory;
    }

    Set<PathSafety> tolerated() {
        return values.tolerated;
    }

    /**
     * Returns how much work one application may take: comparisons of lines, lines read and lines moved.
     *
     * @return the bound
     */
    public long maxSteps() {
        return values.maxSteps;
    }

    /**
     * Returns options that take the diff back, as {@code git apply -R}: files, hunks and modes with their sides swapped, the last file first.
     *
     * @return the options
     */
    public ApplyOptions withReverse() {
        return with(draft -> draft.reverse = true);
    }

    /**
     * Returns options that apply what can be applied, as {@code git apply --reject}: hunks without a place are left out, and
     * files with any other problem stay as they are.
     *
     * @return the options
     */
    public ApplyOptions withPartialResults() {
        return with(draft -> draft.partial = true);
    }

    /**
     * Returns options for diffs without context, as {@code git apply --unidiff-zero}: that a hunk has no context at its
     * end does not mean that it belongs to the end of the file.
     *
     * @return the options
     */
    public ApplyOptions withUnidiffZero() {
        return with(draft -> draft.unidiffZero = true);
    }

    /**
     * Returns options that take lines for the same whose runs of white space differ, where no exact place is found, as
     * {@code git apply --ignore-space-change}. Lines of context stay as the file has them.
     *
     * @return the options
     */
    public ApplyOptions withIgnoredSpaceChange() {
        return with(draft -> draft.ignoreSpaceChange = true);
    }

    /**
     * Returns options that are content with fewer lines of context, as {@code git apply -C}. Lines are left out one by one
     * from the outside, first where there are more.
     *
     * @param lines how many lines of context must be there on both sides of a change, if the diff has so many
     * @return the options; {@link #withFuzz} no longer holds
     * @throws IllegalArgumentException if the number is negative
     */
    public ApplyOptions withMinContext(int lines) {
        return with(draft -> {
            draft.minContext = notNegative("lines", lines);
            draft.fuzz = -1;
        });
    }

    /**
     * Returns options that find the places of hunks as GNU patch does with {@code -F}: up to that many lines of context are left out at
     * both ends. All else stays as git does it.
     *
     * <p>Where GNU patch would join added lines to a last line that has no line feed, the hunk is rejected.
     *
     * @param lines how many; GNU patch has 2 if it is not told
     * @return the options; {@link #withMinContext}, {@link #withUnidiffZero} and {@link #withIgnoredSpaceChange} do not count with it
     * @throws IllegalArgumentException if the number is negative
     */
    public ApplyOptions withFuzz(int lines) {
        return with(draft -> draft.fuzz = notNegative("lines", lines));
    }

    /**
     * Returns options that put all paths of the diff below a directory, as {@code git apply --directory}.
     *
     * @param path the directory, without a slash at the end; empty for none
     * @return the options
     */
    public ApplyOptions withDirectory(Bytes path) {
        return with(draft -> draft.directory = path);
    }

    /**
     * Returns options that allow paths that are not safe on every file system. Git on Linux writes them all.
     *
     * @param concerns what does not matter; none at all if it is empty, which is the default
     * @return the options
     * @throws IllegalArgumentException if one of them is {@link PathSafety#EMPTY}, {@link PathSafety#ABSOLUTE},
     *     {@link PathSafety#TRAVERSAL} or {@link PathSafety#DOT_GIT}, which git does not allow either
     */
    public ApplyOptions withToleratedPaths(Set<PathSafety> concerns) {
        for (PathSafety concern : concerns) {
            if (NEVER_TOLERATED.contains(concern)) {
                throw new IllegalArgumentException("cannot be tolerated: " + concern);
            }
        }
        return with(draft -> draft.tolerated = Set.copyOf(concerns));
    }

    /**
     * Returns options with another bound on the work that one application may take.
     *
     * @param steps the bound on comparisons of lines, lines read and lines moved; the default is 2^30
     * @return the options
     * @throws IllegalArgumentException if the number is negative
     */
    public ApplyOptions withMaxSteps(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("steps must be at least 0: " + steps);
        }
        return with(draft -> draft.maxSteps = steps);
    }

    private static int notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0: " + value);
        }
        return value;
    }
}
