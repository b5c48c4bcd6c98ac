package io.github.patchwork4j.mbox.mail;

/**
 * Text of a mail made safe to show: what is not seen, moves what is seen or steers a terminal is written in ASCII, as {@code <U+202E>}.
 *
 * <p>Written out are control characters, those that change the direction of text (Unicode Annex 9, section 2), characters
 * without width, the ends of lines and paragraphs, tags, halves of surrogate pairs, and the joiners of scripts that need them too.
 */
public final class DisplayText {
    private DisplayText() {}

    /**
     * Escapes a text.
     *
     * @param text a name, an address, a subject
     * @return the text on one line; itself if there is nothing to escape
     */
    public static String of(String text) {
        int first = hidden(text, 0);
        if (first < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 8).append(text, 0, first);
        for (int at = first; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (isHidden(c)) {
                out.append("<U+%04X>".formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /**
     * Finds a character that {@link #of} would escape.
     *
     * @param text the text
     * @param from where to begin
     * @return its place; -1 if there is none
     */
    public static int hidden(String text, int from) {
        for (int at = from; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (isHidden(text.codePointAt(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isHidden(int c) {
        if (c >= ' ' && c < 127) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            // Fillers of Hangul and Braille are blank though they count as letters and signs.
            default -> c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x2800;
        };
    }
}
