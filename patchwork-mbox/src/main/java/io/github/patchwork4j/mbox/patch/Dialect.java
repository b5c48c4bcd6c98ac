package io.github.patchwork4j.mbox.patch;

/** Whose rules a mail is read by; the two differ in small ways on the same mail, so there is no middle way. */
public enum Dialect {
    /** What {@code git am} would make of it: the rules of {@code git mailinfo}. */
    GIT,
    /** What a Patchwork server stores, its faults included, so that hashes and names are equal to the server's. */
    PATCHWORK
}
