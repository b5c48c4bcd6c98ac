package io.github.patchwork4j.mbox.archive;

/** What becomes of CR LF when a mail is taken out of an archive. */
public enum LineEnds {
    /** CR LF becomes LF, as in {@code git mailsplit} and {@code git am}; {@link SplitRule#ANY_FROM} changes nothing. */
    AS_GIT,
    /** Every byte stays, as with {@code --keep-cr}. */
    KEEP
}
