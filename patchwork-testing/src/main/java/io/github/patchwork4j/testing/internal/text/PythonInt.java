package io.github.patchwork4j.testing.internal.text;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Integers as the server reads them: white space around, a sign, underscores between digits, digits of any script. */
public final class PythonInt {
    private static final BigInteger BEYOND_DATABASE = BigInteger.ONE.shiftLeft(63);

    private PythonInt() {}

    /**
     * Reads an integer.
     *
     * @param text any text
     * @return the number, or null if it is none
     */
    public static @Nullable BigInteger parse(String text) {
        String trimmed = PythonText.strip(text);
        boolean negative = trimmed.startsWith("-");
        String unsigned = negative || trimmed.startsWith("+") ? trimmed.substring(1) : trimmed;
        String digits = digits(unsigned);
        if (digits == null) {
            return null;
        }
        BigInteger number = new BigInteger(digits);
        return negative ? number.negate() : number;
    }

    /**
     * Tells whether the database has no room for a number; asking for it is a fault there.
     *
     * @param number any number
     * @return whether it needs more than 64 bits
     */
    public static boolean isBeyondDatabase(BigInteger number) {
        return number.compareTo(BEYOND_DATABASE) >= 0 || number.compareTo(BEYOND_DATABASE.negate()) < 0;
    }

    /** Returns the ASCII digits, or null unless there is a digit at both ends and no two underscores touch. */
    private static @Nullable String digits(String text) {
        StringBuilder digits = new StringBuilder();
        boolean digitBefore = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isDigit(character)) {
                digits.append(Character.digit(character, 10));
                digitBefore = true;
            } else if (character == '_' && digitBefore && i < text.length()) {
                digitBefore = false;
            } else {
                return null;
            }
        }
        return digitBefore ? digits.toString() : null;
    }
}
