package io.github.patchwork4j.mbox.archive;

/** What an archive looks like from its first lines; the names are those of {@code git am --patch-format}. */
public enum ArchiveFormat {
    /** Starts with an envelope line, or with a From header. */
    MBOX,
    /** One mail: all lines before the first empty one are headers or go on with one. */
    MAIL,
    /** A patch of StGit: a title, an empty line, and a line that starts {@code From:}, {@code Author:} or {@code Date:}. */
    STGIT,
    /**
     * A series of StGit, which names the files of its patches. They are read if the archive was opened by its path, and
     * lie in its folder or below.
     */
    STGIT_SERIES,
    /** A patch of Mercurial, starting {@code # HG changeset patch}. */
    HG,
    /** A Maildir, or a folder whose files hold one mail each. */
    FOLDER,
    /** None of these; taken for one mail. */
    UNKNOWN
}
