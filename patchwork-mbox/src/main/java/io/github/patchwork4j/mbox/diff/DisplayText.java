package io.github.patchwork4j.mbox.diff;

/** Makes text from a diff fit to be shown: what could steer a terminal or hide in the line is written as an escape. */
final class DisplayText {
    private DisplayText() {}

    /** Returns the text with a backslash, {@code u} and four hexadecimal digits for what is not to be shown. */
    static String of(String text) {
        if (text.codePoints().noneMatch(DisplayText::isUnfit)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isUnfit(c)) {
                shown.append(c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isUnfit(int c) {
        return Character.isISOControl(c) || isHidden(c);
    }

    /** Tells whether a character is a format control or a line separator of Unicode, which cannot be seen. */
    static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
