package io.github.patchwork4j.testing.internal.text;

import java.nio.charset.StandardCharsets;
import okio.Buffer;

/** Percent-encoding, with the sets of characters that the server leaves alone in each place. */
public final class UriText {
    private static final String UNRESERVED = "-_.~";

    private UriText() {}

    /**
     * Encodes a path that the server makes for one of its pages.
     *
     * @param path a path in clear text
     * @return the path for a url
     */
    public static String page(String path) {
        return quote(path, "!$&'()*+,;=/~:@");
    }

    /**
     * Encodes one segment of a path, slashes included.
     *
     * @param segment clear text
     * @return the segment for a url
     */
    public static String segment(String segment) {
        return quote(segment, "$&+=:@");
    }

    /**
     * Encodes the path of a request for use in an answer.
     *
     * @param path a decoded path
     * @return the path for a url
     */
    public static String path(String path) {
        return quote(path, "/:@&+$,!~*'()");
    }

    /**
     * Encodes what is not allowed in a url at all and leaves escapes alone.
     *
     * @param query a raw query
     * @return the query for a url
     */
    public static String query(String query) {
        return quote(query, "/#%[]=:;$&()+,!?*@'~");
    }

    /**
     * Encodes a key or a value of a query as forms do.
     *
     * @param text clear text
     * @return the text with {@code +} for a space
     */
    public static String form(String text) {
        return quote(text, " ").replace(' ', '+');
    }

    /**
     * Decodes percent escapes; broken ones stay as they are.
     *
     * @param text encoded text
     * @return clear text, read as UTF-8
     */
    public static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Buffer clear = new Buffer();
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                clear.writeByte(bytes[i]);
            } else {
                clear.writeByte(high * 16 + low);
                i += 2;
            }
        }
        return clear.readUtf8();
    }

    private static String quote(String text, String safe) {
        StringBuilder quoted = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            if (isAsciiLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0 || safe.indexOf(character) >= 0) {
                quoted.append(character);
            } else {
                quoted.append('%')
                        .append(Character.toUpperCase(Character.forDigit(character >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(character & 15, 16)));
            }
        }
        return quoted.toString();
    }

    private static boolean isAsciiLetterOrDigit(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
