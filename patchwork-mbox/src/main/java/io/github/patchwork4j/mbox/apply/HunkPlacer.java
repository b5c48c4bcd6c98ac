package io.github.patchwork4j.mbox.apply;

/** Finds the place of one hunk after the other in a file, and changes the file there. */
interface HunkPlacer {
    /** Why a hunk is rejected whose lines are not there. */
    String NO_PLACE = "its lines are not there";

    /** Why a hunk is rejected that costs too much to place. */
    String TOO_MUCH = "the steps are used up";

    /** Applies a hunk, or leaves the file as it is. */
    HunkResult place(HunkSides sides);
}
