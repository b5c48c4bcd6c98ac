package io.github.patchwork4j.mbox.archive;

/** What becomes of the lines of a mail that could be taken for envelope lines when it is written to an mbox. */
public enum Escaping {
    /**
     * As in the archive that the mail was read from, to the byte: envelope line, line ends and separator are those of {@link
     * ArchivedMail#raw()} as far as nothing was changed. Mails that come from no mbox are written as with {@link #MBOXRD}.
     */
    AS_READ,
    /** One {@code >} more before every {@code From } that stands at the start of a line or behind others; loses nothing. */
    MBOXRD,
    /** A {@code >} before {@code From } at the start of a line; cannot be undone for sure. */
    MBOXO,
    /** A {@code >} before the lines at which {@code git am} would split, and only there; so for a file to be applied. */
    GIT_AM,
    /** Nothing, as in mboxcl2; only for archives that are read by {@link SplitRule#CONTENT_LENGTH}. */
    NONE
}
