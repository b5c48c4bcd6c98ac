package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.util.Arrays;

/** Tells lines apart quickly, and surely. */
final class LineHash {
    private LineHash() {}

    /** Returns a number that is the same for lines that the options take for the same. */
    static int of(byte[] array, int from, int to, ApplyOptions options) {
        boolean skipsSpace = options.ignoreSpaceChange();
        int hash = 0;
        for (int i = from; i < to; i++) {
            if (!skipsSpace || !Ascii.isSpace(array[i])) {
                hash = 31 * hash + array[i];
            }
        }
        // Spread, so that lines that differ in a few bytes are not neighbours.
        return hash * 0x9E3779B1;
    }

    static boolean same(Bytes line, byte[] array, int from, int to) {
        return Arrays.equals(line.array(), line.offset(), line.offset() + line.length(), array, from, to);
    }

    /** Tells whether two lines are the same but for the lengths of their runs of white space, and for their line ends. */
    static boolean sameButForSpace(Bytes line, byte[] array, int from, int to) {
        byte[] other = line.array();
        int at = line.offset();
        int end = contentEnd(other, at, at + line.length());
        int limit = contentEnd(array, from, to);
        int i = from;
        while (at < end && i < limit) {
            if (Ascii.isSpace(other[at])) {
                if (!Ascii.isSpace(array[i])) {
                    return false;
                }
                at = spaceEnd(other, at, end);
                i = spaceEnd(array, i, limit);
            } else if (other[at++] != array[i++]) {
                return false;
            }
        }
        return at == end && i == limit;
    }

    private static int contentEnd(byte[] array, int from, int to) {
        int end = to;
        while (end > from && (array[end - 1] == '\n' || array[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    private static int spaceEnd(byte[] array, int from, int to) {
        int at = from;
        while (at < to && Ascii.isSpace(array[at])) {
            at++;
        }
        return at;
    }
}
