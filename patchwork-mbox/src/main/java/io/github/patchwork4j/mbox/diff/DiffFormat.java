package io.github.patchwork4j.mbox.diff;

/** How the diff of a file is written; a later version may add more. */
public enum DiffFormat {
    /** Git's own, which begins with {@code diff --git}. */
    GIT,
    /** The unified diff of diff, Subversion, CVS and others, which begins with {@code ---} and {@code +++}. */
    TRADITIONAL,
    /**
     * The context diff of diff and CVS, which begins with {@code ***} and {@code ---} and has an old and a new half in each
     * hunk. Git does not apply it, patch does.
     */
    CONTEXT,
    /**
     * Git's diff of a merge against all its parents, which begins with {@code diff --cc} or {@code diff --combined}. It is
     * for reading; no tool applies it.
     */
    COMBINED
}
