package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.internal.Ascii;

/** Judges whether a line is one that separates the mails of an mbox. */
final class FromLine {
    /** What every envelope line starts with. */
    static final String START = "From ";

    /** A longer line is never an envelope line, so that a scanner need not hold more of it. */
    static final int MAX_LENGTH = 64 << 10;

    private FromLine() {}

    static boolean starts(byte[] array, int from, int to) {
        return to - from >= START.length()
                && array[from] == 'F'
                && array[from + 1] == 'r'
                && array[from + 2] == 'o'
                && array[from + 3] == 'm'
                && array[from + 4] == ' ';
    }

    /** Whether one or more {@code >} stand before what an envelope line starts with. */
    static boolean isQuoted(byte[] array, int from, int to) {
        int at = from;
        while (at < to && array[at] == '>') {
            at++;
        }
        return at > from && starts(array, at, to);
    }

    /**
     * The rule of git mailsplit for a line with its LF: around the last colon stand the digits of a time, and after it
     * a year above 90.
     */
    static boolean isGits(byte[] array, int from, int to) {
        if (!starts(array, from, to) || to - from < 20) {
            return false;
        }
        int colon = to - 3;
        while (colon >= from + START.length() && array[colon] != ':') {
            colon--;
        }
        if (colon < from + START.length()) {
            return false;
        }
        return Ascii.isDigit(array[colon - 4])
                && Ascii.isDigit(array[colon - 2])
                && Ascii.isDigit(array[colon - 1])
                && Ascii.isDigit(array[colon + 1])
                && Ascii.isDigit(array[colon + 2])
                && year(array, colon + 3, to) > 90;
    }

    private static int year(byte[] array, int from, int to) {
        int at = from;
        while (at < to && Ascii.isSpaceInC(array[at])) {
            at++;
        }
        if (at < to && array[at] == '+') {
            at++;
        }
        int year = 0;
        while (at < to && Ascii.isDigit(array[at]) && year < 100_000_000) {
            year = year * 10 + (array[at++] - '0');
        }
        return year;
    }
}
