package io.github.patchwork4j.mbox.internal.python;

/** White space as Python's {@code str} sees it, which Patchwork's results depend on. */
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
