package io.github.patchwork4j.mbox.internal;

import io.github.patchwork4j.mbox.Bytes;

/** Tells what ASCII bytes are, without a locale and without tables that depend on one. */
public final class Ascii {
    private Ascii() {}

    /**
     * Tells whether a byte is white space for git, for which vertical tab and form feed are none.
     *
     * @param b the byte
     * @return whether it is SP, TAB, LF or CR
     */
    public static boolean isSpace(int b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /**
     * Tells whether a byte is white space in the sense of C's {@code isspace}.
     *
     * @param b the byte
     * @return whether it is SP, TAB, LF, VT, FF or CR
     */
    public static boolean isSpaceInC(int b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    /**
     * Tells whether a byte is a decimal digit.
     *
     * @param b the byte
     * @return whether it is 0 to 9
     */
    public static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    /**
     * Tells whether a byte is a letter.
     *
     * @param b the byte
     * @return whether it is a to z or A to Z
     */
    public static boolean isLetter(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    /**
     * Makes an upper-case letter lower-case.
     *
     * @param b the byte
     * @return the letter, or the byte as it was
     */
    public static int lower(int b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }

    /**
     * Returns the value of a hexadecimal digit.
     *
     * @param b the byte
     * @return 0 to 15, or {@code -1} if it is none
     */
    public static int hex(int b) {
        if (isDigit(b)) {
            return b - '0';
        }
        int letter = lower(b);
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    /**
     * Returns the value of a digit of base64.
     *
     * @param b the byte
     * @return 0 to 63, or {@code -1} if it is none
     */
    public static int base64(int b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        if (isDigit(b)) {
            return b - '0' + 52;
        }
        return b == '+' ? 62 : b == '/' ? 63 : -1;
    }

    /**
     * Tells whether the bytes at a place are those of a text, whatever their case.
     *
     * @param bytes where to look
     * @param at the place
     * @param lowerCase the text, in lower case
     * @return whether all of it is there
     */
    public static boolean startsWithIgnoreCase(Bytes bytes, int at, String lowerCase) {
        if (at > bytes.length() - lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lower(bytes.at(at + i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Drops white space from both ends.
     *
     * @param bytes the bytes
     * @return a slice of them
     */
    public static Bytes trim(Bytes bytes) {
        return trimEnd(trimStart(bytes));
    }

    /**
     * Drops white space from the beginning.
     *
     * @param bytes the bytes
     * @return a slice of them
     */
    public static Bytes trimStart(Bytes bytes) {
        int from = 0;
        while (from < bytes.length() && isSpace(bytes.at(from))) {
            from++;
        }
        return bytes.slice(from, bytes.length());
    }

    /**
     * Drops white space from the end.
     *
     * @param bytes the bytes
     * @return a slice of them
     */
    public static Bytes trimEnd(Bytes bytes) {
        int to = bytes.length();
        while (to > 0 && isSpace(bytes.at(to - 1))) {
            to--;
        }
        return bytes.slice(0, to);
    }

    /**
     * Returns where a line ends.
     *
     * @param bytes the bytes
     * @param from where the line begins
     * @return the place after its LF, or the end of the bytes
     */
    public static int lineEnd(Bytes bytes, int from) {
        int found = bytes.indexOf((byte) '\n', from);
        return found < 0 ? bytes.length() : found + 1;
    }

    /**
     * Reads a decimal number.
     *
     * @param digits a text
     * @return its value if it is made of 1 to 9 ASCII digits, else {@code -1}
     */
    public static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 9) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            if (!isDigit(digits.charAt(i))) {
                return -1;
            }
            value = value * 10 + (digits.charAt(i) - '0');
        }
        return value;
    }
}
