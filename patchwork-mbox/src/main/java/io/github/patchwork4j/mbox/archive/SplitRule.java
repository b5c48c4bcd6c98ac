package io.github.patchwork4j.mbox.archive;

/** Which lines of an mbox begin a new mail, and how the mail is read back out of it. */
public enum SplitRule {
    /**
     * As {@code git mailsplit -b} does: a line that starts {@code From } and ends in a time and a year begins a mail;
     * CR LF becomes LF. A file whose first line is no such line is one mail and is never split.
     */
    GIT,
    /**
     * As {@code git mailsplit -b --mboxrd} does: as {@link #GIT}, and one {@code >} is taken from every line that
     * starts with one or more of them followed by {@code From }. Archives of public-inbox and files of
     * {@code git format-patch --pretty=mboxrd} are of this kind; it is the only one that never splits wrongly.
     */
    MBOXRD,
    /**
     * As Python's {@code mailbox.mbox} does, and so Patchwork's {@code parsearchive}: every line that starts
     * {@code From } begins a mail, and one empty line before it belongs to the archive. Python drops what stands before the first
     * such line; here it is a mail without an envelope line.
     */
    ANY_FROM
}
