package io.github.patchwork4j.testing.internal.text;

import org.jspecify.annotations.Nullable;

/** The little template language of {@code list_archive_url_format}: one {@code {}} for one value. */
public final class BraceFormat {

    private BraceFormat() {}

    /**
     * Fills a template in.
     *
     * @param format the template; doubled braces stand for themselves
     * @param value what replaces {@code {}} or {@code {0}}
     * @return the text, or null if the template asks for anything else
     */
    public static @Nullable String fill(String format, String value) {
        StringBuilder filled = new StringBuilder();
        boolean valueUsed = false;
        for (int i = 0; i < format.length(); i++) {
            char character = format.charAt(i);
            if (character != '{' && character != '}') {
                filled.append(character);
            } else if (format.startsWith(String.valueOf(character).repeat(2), i)) {
                filled.append(character);
                i++;
            } else if (format.startsWith("{}", i) && !valueUsed) {
                filled.append(value);
                valueUsed = true;
                i++;
            } else if (format.startsWith("{0}", i)) {
                filled.append(value);
                i += 2;
            } else {
                return null;
            }
        }
        return filled.toString();
    }
}
