package io.github.patchwork4j.mbox.apply;

/** Finds the place of one hunk after the other in a file, and changes the file there. */
interface HunkPlacer {
    /** Applies a hunk, or leaves the file as it is. */
    HunkResult place(HunkSides sides);
}
