package io.github.patchwork4j.testing.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** RFC 2047 words in UTF-8, in whichever of the two encodings is shorter. */
public final class EncodedWord {
    private static final String LITERAL = "-!*+/";

    private EncodedWord() {}

    /**
     * Encodes a text as one word, however long it gets.
     *
     * @param text any text
     * @return the word
     */
    public static String encode(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(octets);
        String quoted = quoted(octets);
        return base64.length() < quoted.length() ? "=?utf-8?b?" + base64 + "?=" : "=?utf-8?q?" + quoted + "?=";
    }

    private static String quoted(byte[] octets) {
        StringBuilder quoted = new StringBuilder();
        for (byte octet : octets) {
            char character = (char) (octet & 0xff);
            if (character == ' ') {
                quoted.append('_');
            } else if (character < 128 && (Character.isLetterOrDigit(character) || LITERAL.indexOf(character) >= 0)) {
                quoted.append(character);
            } else {
                quoted.append('=')
                        .append(Character.toUpperCase(Character.forDigit(character >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(character & 15, 16)));
            }
        }
        return quoted.toString();
    }
}
