package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.diff.Hunk;

/**
 * What became of a hunk.
 *
 * @param hunk the hunk
 * @param isApplied whether a place was found for it
 * @param line the number of the first line of the file that the hunk, with the context that was looked at, was applied to; from
 *     1, in the file as the hunks before have left it; 0 if it was not applied
 * @param offset how many lines below the expected place that is; negative if above. When context was dropped it counts from
 *     the first line that was looked at
 * @param droppedLeading how many lines of context at the beginning of the hunk had to be left out of consideration
 * @param droppedTrailing how many at its end
 * @param reason why it was not applied, a clause for a person to read; empty if it was
 */
public record HunkResult(
        Hunk hunk, boolean isApplied, int line, int offset, int droppedLeading, int droppedTrailing, String reason) {
    static HunkResult applied(HunkSides sides, int line, int offset, int droppedLeading, int droppedTrailing) {
        return new HunkResult(sides.hunk, true, line, offset, droppedLeading, droppedTrailing, "");
    }

    static HunkResult rejected(HunkSides sides, String reason) {
        return new HunkResult(sides.hunk, false, 0, 0, 0, 0, reason);
    }
}
