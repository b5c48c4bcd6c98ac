package io.github.patchwork4j.mbox.diff;

/** What a diff does to a file; a later version may add more. */
public enum FileStatus {
    /** The file is new. */
    ADDED,
    /** The file goes away. */
    DELETED,
    /** The content of the file changes, and maybe its mode too. */
    MODIFIED,
    /** The file gets another name; its content and mode may change too. */
    RENAMED,
    /** The file is made from another one, which stays; its content and mode may differ. */
    COPIED,
    /** Nothing but the permissions of the file change. */
    MODE_CHANGED,
    /**
     * The file becomes something else, such as a symbolic link. Git itself writes this as two files of the same name, one
     * deleted and one added.
     */
    TYPE_CHANGED
}
