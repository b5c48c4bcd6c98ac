package io.github.patchwork4j.mbox.internal.diff;

import java.util.Arrays;

/**
 * Quotes and unquotes path names as git does: in double quotes, with C's escapes and octal numbers for bytes.
 *
 * <p>An escape stands for one byte, not for a character; the bytes may be in any charset or in none.
 */
public final class Quoting {
    private static final String LETTERS = "abtnvfr";
    private static final String MEANINGS = "\u0007\b\t\n\u000b\f\r";

    private Quoting() {}

    /**
     * Finds where a quoted name ends.
     *
     * @param array where it is
     * @param from the index of the opening quote
     * @param to the index after the last byte that may be read
     * @return the index after the closing quote; -1 if there is no such quote or an escape is invalid
     */
    public static int end(byte[] array, int from, int to) {
        int at = from + 1;
        while (at < to) {
            byte b = array[at];
            if (b == '"') {
                return at + 1;
            }
            int length = b == '\\' ? escapeLength(array, at, to) : 1;
            if (length == 0) {
                return -1;
            }
            at += length;
        }
        return -1;
    }

    /**
     * Returns what a quoted name means.
     *
     * @param array where it is
     * @param from the index of the opening quote
     * @param end what {@link #end} has returned for it
     * @return its bytes
     */
    public static byte[] unquote(byte[] array, int from, int end) {
        byte[] name = new byte[end - from];
        int length = 0;
        for (int at = from + 1; at < end - 1; length++) {
            if (array[at] != '\\') {
                name[length] = array[at++];
            } else {
                name[length] = meaning(array, at);
                at += Decimal.isDigit(array[at + 1]) ? 4 : 2;
            }
        }
        return Arrays.copyOf(name, length);
    }

    /**
     * Quotes a name if it has bytes that need it: control characters, quotes, backslashes, and all above 127.
     *
     * @param name the name
     * @return the name as git prints it by default ({@code core.quotePath} is true), in ASCII
     */
    public static String quote(byte[] name) {
        StringBuilder quoted = new StringBuilder(name.length + 2).append('"');
        boolean needed = false;
        for (byte b : name) {
            char c = (char) (b & 0xff);
            int letter = MEANINGS.indexOf(c);
            if (letter >= 0) {
                quoted.append('\\').append(LETTERS.charAt(letter));
            } else if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append('\\').append((char) ('0' + (c >> 6)));
                quoted.append((char) ('0' + ((c >> 3) & 7))).append((char) ('0' + (c & 7)));
            } else {
                quoted.append(c);
                continue;
            }
            needed = true;
        }
        return needed ? quoted.append('"').toString() : quoted.substring(1);
    }

    /** Returns the length of an escape with its backslash, or 0 if git knows no such escape. */
    private static int escapeLength(byte[] array, int at, int to) {
        if (at + 1 >= to) {
            return 0;
        }
        byte next = array[at + 1];
        if (next == '"' || next == '\\' || LETTERS.indexOf(next) >= 0) {
            return 2;
        }
        boolean octal = next >= '0' && next <= '3' && at + 3 < to && isOctal(array[at + 2]) && isOctal(array[at + 3]);
        return octal ? 4 : 0;
    }

    private static byte meaning(byte[] array, int at) {
        byte next = array[at + 1];
        if (Decimal.isDigit(next)) {
            return (byte) ((next - '0') << 6 | (array[at + 2] - '0') << 3 | (array[at + 3] - '0'));
        }
        int letter = LETTERS.indexOf(next);
        return letter >= 0 ? (byte) MEANINGS.charAt(letter) : next;
    }

    private static boolean isOctal(byte b) {
        return b >= '0' && b <= '7';
    }
}
