package io.github.patchwork4j.mbox.internal.python;

/** White space, digits and numbers as Python's {@code str} and {@code int} see them, which Patchwork's results depend on. */
public final class PythonText {
    private PythonText() {}

    /**
     * Tells what is white space.
     *
     * @param c a character
     * @return whether Python's {@code isspace} holds for it
     */
    public static boolean isSpace(char c) {
        if (c <= 0x20) {
            return c == ' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f);
        }
        if (c < 0x1680) {
            return c == 0x85 || c == 0xa0;
        }
        return c == 0x1680
                || (c >= 0x2000 && c <= 0x200a)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202f
                || c == 0x205f
                || c == 0x3000;
    }

    /**
     * Drops the white space at both ends.
     *
     * @param text a text
     * @return what is between
     */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * Strips, and makes each run of white space one space.
     *
     * @param text a text
     * @return its words
     */
    public static String normalized(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = true;
            } else {
                if (space && out.length() > 0) {
                    out.append(' ');
                }
                space = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Drops the white space at the end.
     *
     * @param text a text
     * @return what is before
     */
    public static String stripTrailing(String text) {
        int to = text.length();
        while (to > 0 && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(0, to);
    }

    /**
     * Steps over decimal digits of any script.
     *
     * @param text a text
     * @param from where to begin
     * @return the place of the first character that is none
     */
    public static int skipDigits(CharSequence text, int from) {
        int at = from;
        while (at < text.length()) {
            int digit = Character.codePointAt(text, at);
            if (!Character.isDigit(digit)) {
                break;
            }
            at += Character.charCount(digit);
        }
        return at;
    }

    /**
     * Reads a number.
     *
     * @param digits a text
     * @return its value if it is made of decimal digits of any scripts and fits, else {@code -1}
     */
    public static int number(String digits) {
        if (digits.isEmpty() || skipDigits(digits, 0) < digits.length()) {
            return -1;
        }
        long value = 0;
        for (int at = 0; at < digits.length(); at += Character.charCount(digits.codePointAt(at))) {
            value = value * 10 + Character.digit(digits.codePointAt(at), 10);
            if (value > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return (int) value;
    }

    /**
     * Finds where a line ends.
     *
     * @param text a text
     * @param from a place in the line
     * @return the place of its line feed, or the length of the text
     */
    public static int lineEnd(String text, int from) {
        int found = text.indexOf('\n', from);
        return found < 0 ? text.length() : found;
    }

    /**
     * Compares a part of a text.
     *
     * @param text the text
     * @param at where the part begins
     * @param prefix what it is compared with
     * @return whether it is the same whatever its case
     */
    public static boolean startsWithIgnoreCase(String text, int at, String prefix) {
        return text.regionMatches(true, at, prefix, 0, prefix.length());
    }
}
