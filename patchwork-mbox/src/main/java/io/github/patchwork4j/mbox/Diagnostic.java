package io.github.patchwork4j.mbox;

/**
 * Something in the input that is broken, suspicious, or cut short by a limit; parsing went on all the same.
 *
 * @param kind what it is
 * @param offset where it was seen, in bytes from the beginning of what was given to the parser that reports it
 * @param message what was found, with the offending value, for a person to read
 */
public record Diagnostic(Kind kind, long offset, String message) {
    /** What a diagnostic is about; a later version may add more. */
    public enum Kind {
        /** A bound of {@link Limits} was reached; what lies beyond it was left out. */
        LIMIT_EXCEEDED,
        /** A line that may or may not begin a mail. */
        SUSPICIOUS_SPLIT,
        /** A header, or an encoding in it, that does not follow its standard. */
        MALFORMED_HEADER,
        /** A character that is not seen, or that moves or hides others, where a person or a subject is named. */
        HIDDEN_CHARACTER,
        /** A MIME structure, boundary or transfer encoding that does not follow its standard. */
        MALFORMED_BODY,
        /** A charset that is unknown, or bytes that are not in the charset declared. */
        CHARSET,
        /** A diff that git would call corrupt, or whose parts contradict each other. */
        CORRUPT_DIFF,
        /** What has made a diff corrupt, as far as it shows: a mail program that wrapped its lines or encoded them. */
        DAMAGED_DIFF,
        /** The input ends in the middle of something. */
        TRUNCATED,
        /** A file of an archive, or a part of a compressed one, that could not be read. */
        UNREADABLE
    }
}
