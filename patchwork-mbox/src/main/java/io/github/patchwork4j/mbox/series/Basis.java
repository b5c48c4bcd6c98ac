package io.github.patchwork4j.mbox.series;

/** What a mail was put into its series by; a later version may add more. */
public enum Basis {
    /** It is the first mail of the series that was met. */
    FIRST,
    /** A mail of the series refers to it, or it refers to one. */
    REFERENCE,
    /** Sender, version, total and date are those of the series. */
    MARKERS,
    /** Something that usually holds, such as a subject that stayed the same. */
    HEURISTIC
}
