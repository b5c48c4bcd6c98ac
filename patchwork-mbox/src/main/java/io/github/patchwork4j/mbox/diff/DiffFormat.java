package io.github.patchwork4j.mbox.diff;

/** How the diff of a file is written; a later version may add more. */
public enum DiffFormat {
    /** Git's own, which begins with {@code diff --git}. */
    GIT,
    /** The unified diff of diff, Subversion, CVS and others, which begins with {@code ---} and {@code +++}. */
    TRADITIONAL,
    /**
     * Git's diff of a merge against all its parents, which begins with {@code diff --cc} or {@code diff --combined}. It is
     * for reading; no tool applies it.
     */
    COMBINED
}
