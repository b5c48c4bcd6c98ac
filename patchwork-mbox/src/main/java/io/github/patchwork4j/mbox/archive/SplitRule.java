package io.github.patchwork4j.mbox.archive;

/**
 * Which lines of an archive begin a new mail, and how the mail is read back out of it.
 *
 * <p>A split that is in doubt, and a line that may begin a mail but did not, is reported with
 * {@link io.github.patchwork4j.mbox.Diagnostic.Kind#SUSPICIOUS_SPLIT}. The files of a folder hold one mail each, whatever the rule.
 */
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
    ANY_FROM,
    /**
     * As RFC 4155 and qmail's mbox(5) describe it: a line that starts {@code From } begins a mail if the line before it
     * is empty, and that empty line belongs to the archive.
     */
    BLANK_LINE,
    /**
     * As mboxcl and mboxcl2 do: a mail's Content-Length tells where it ends. It is believed only if it leads to a line that starts
     * {@code From } or to the end of the archive, perhaps over one empty line, and is within the limit of a mail;
     * else the mail ends where {@link #GIT} would split.
     */
    CONTENT_LENGTH,
    /** The whole file is one mail, as in a Maildir; a first line that starts {@code From } is its envelope line. */
    SINGLE,
    /**
     * Looks at the first lines and goes by the {@link ArchiveFormat} that {@code git am} finds in them: an mbox is split by
     * {@link #GIT}, or by {@link #MBOXRD} if its first line starts {@code From mboxrd@z }; everything else is one mail,
     * patches of StGit and Mercurial rewritten as {@code git am} does it.
     */
    AUTO
}
