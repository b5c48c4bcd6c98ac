package io.github.patchwork4j.testing.internal.text;

import java.util.Locale;

/** "No case" as the database means it: only the letters A to Z are folded. */
public final class AsciiCase {

    private AsciiCase() {}

    /**
     * Folds a text.
     *
     * @param text any text
     * @return with A to Z turned into small letters
     */
    public static String fold(String text) {
        if (text.chars().allMatch(character -> character < 128)) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            char character = folded.charAt(i);
            if (character >= 'A' && character <= 'Z') {
                folded.setCharAt(i, (char) (character + ('a' - 'A')));
            }
        }
        return folded.toString();
    }

    /**
     * Compares two texts.
     *
     * @param one a text
     * @param other another
     * @return whether they only differ in the case of A to Z
     */
    public static boolean same(String one, String other) {
        return fold(one).equals(fold(other));
    }
}
