package io.github.patchwork4j.mbox.internal.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Scan;
import org.jspecify.annotations.Nullable;

/**
 * Tells what mail programs do to patches from the line at which a hunk breaks: they wrap lines, leave an encoding in
 * place, or put no-break spaces for spaces. Nothing is mended, since what was there before is a guess.
 */
public final class Damage {
    /** No program wraps lines that are shorter. */
    private static final int SHORTEST_WRAPPED = 40;

    private Damage() {}

    /**
     * Looks at a line that does not fit into its hunk.
     *
     * @param array the text
     * @param hunk the index where the hunk begins
     * @param line the index where the line begins
     * @param to the index after the last byte of the text
     * @return what has happened to the line or to the one before; null if it looks like neither
     */
    public static @Nullable String of(byte[] array, int hunk, int line, int to) {
        if (line >= to) {
            return null;
        }
        if (array[line] == (byte) 0xa0 || (array[line] == (byte) 0xc2 && at(array, line + 1, to) == (byte) 0xa0)) {
            return "a no-break space stands where a space was";
        }
        if (isQuotedPrintable(array, line, to)) {
            return "the text is quoted-printable and was not decoded";
        }
        if (LineScanner.startsWith(array, line, to, "&nbsp;") || LineScanner.startsWith(array, line, to, "<br")) {
            return "the text is HTML";
        }
        if (line == hunk || opensSomething(array, line, to)) {
            return null;
        }
        int previous = line - 1;
        while (previous > hunk && array[previous - 1] != '\n') {
            previous--;
        }
        int length = line - 1 - previous;
        if (length > 0 && array[line - 2] == '=') {
            return "the text is quoted-printable and was not decoded";
        }
        return length < SHORTEST_WRAPPED ? null : "the line before may have been wrapped at column " + length;
    }

    /**
     * Tells whether a mail program has put spaces for the tab that stands before the time in the header of a diff. Then it has done so
     * everywhere, and hunks with tabs find no place.
     *
     * @param header the lines {@code ---} and {@code +++} of a diff that is not git's
     * @return whether one of them has a time behind spaces
     */
    public static boolean hasLostTab(Bytes header) {
        byte[] array = header.array();
        int to = header.offset() + header.length();
        for (int at = header.offset(); at < to; ) {
            int feed = Scan.indexOf(array, (byte) '\n', at, to);
            int lineEnd = feed < 0 ? to : feed;
            boolean named = LineScanner.startsWith(array, at, lineEnd, "--- ")
                    || LineScanner.startsWith(array, at, lineEnd, "+++ ");
            int nameEnd = named ? Timestamp.nameEnd(array, at + "--- ".length(), lineEnd) : -1;
            if (nameEnd >= 0 && array[nameEnd] == ' ') {
                return true;
            }
            at = lineEnd + 1;
        }
        return false;
    }

    private static byte at(byte[] array, int index, int to) {
        return index < to ? array[index] : 0;
    }

    private static boolean isQuotedPrintable(byte[] array, int at, int to) {
        return array[at] == '='
                && Character.digit(at(array, at + 1, to), 16) >= 0
                && Character.digit(at(array, at + 2, to), 16) >= 0;
    }

    /** A hunk that is too short is followed by another one, by a file or by a signature. */
    private static boolean opensSomething(byte[] array, int line, int to) {
        for (String start : new String[] {"@@ ", "diff ", "--- ", "-- ", "Index: "}) {
            if (LineScanner.startsWith(array, line, to, start)) {
                return true;
            }
        }
        byte first = array[line];
        return first == ' ' || first == '+' || first == '-' || first == '\n' || first == '\\';
    }
}
