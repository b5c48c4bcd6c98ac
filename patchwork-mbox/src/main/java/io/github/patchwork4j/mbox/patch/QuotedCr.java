package io.github.patchwork4j.mbox.patch;

/** What becomes of a CR before the LF of a line in the content of a mail ({@code --quoted-cr} of {@code git mailinfo}). */
public enum QuotedCr {
    /** It stays, and nothing is said. */
    NOWARN,
    /** It stays, and a diagnostic tells of it; git's default. */
    WARN,
    /** It is dropped. */
    STRIP
}
