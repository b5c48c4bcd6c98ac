package io.github.patchwork4j.core;

import java.nio.charset.StandardCharsets;

/**
 * The id of a mail, as its {@code Message-Id} header gives it.
 *
 * <p>Two ids are equal when they are the same between the angle brackets, whether or not the brackets were given:
 * Patchwork's answers carry them, its {@code msgid} filter must not. Case counts (RFC 5322, section 3.6.4).
 */
public final class MessageId {
    /** Stands where a server names a mail and leaves its id out, as Patchwork 4.0 does for related patches. */
    public static final MessageId NONE = new MessageId("");

    private static final String HEX = "0123456789ABCDEF";

    private final String text;

    private MessageId(String text) {
        this.text = text;
    }

    /**
     * Returns the id that the given text holds.
     *
     * @param text the id with or without its angle brackets; white space around it is dropped
     * @return the id
     * @throws IllegalArgumentException if there is nothing in {@code text}
     */
    public static MessageId of(String text) {
        MessageId id = new MessageId(text.strip());
        if (id.text.length() == (id.isBracketed() ? "<>".length() : 0)) {
            throw new IllegalArgumentException("message id is empty: \"" + text + "\"");
        }
        return id;
    }

    /**
     * Returns the id without angle brackets, the form of Patchwork's {@code msgid} filter and of its web addresses.
     *
     * @return for example {@code 20260302-frob-v1-1@alice.example.com}; empty for {@link #NONE}
     */
    public String value() {
        return isBracketed() ? text.substring(1, text.length() - 1) : text;
    }

    /**
     * Returns the id between angle brackets, the form of mail headers and of Patchwork's answers.
     *
     * @return for example {@code <20260302-frob-v1-1@alice.example.com>}; {@code <>} for {@link #NONE}
     */
    public String bracketed() {
        return isBracketed() ? text : "<" + text + ">";
    }

    /**
     * Returns the id as one segment of a URL's path: UTF-8, and all but the unreserved characters of RFC 3986, section
     * 2.3, percent-encoded. A slash becomes {@code %2F}; mind that some Patchwork addresses want it encoded twice.
     *
     * @return the encoded {@linkplain #value() value}
     */
    public String urlEncoded() {
        StringBuilder encoded = new StringBuilder();
        for (byte b : value().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    private boolean isBracketed() {
        return text.length() >= 2 && text.charAt(0) == '<' && text.charAt(text.length() - 1) == '>';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageId that && value().equals(that.value());
    }

    @Override
    public int hashCode() {
        return value().hashCode();
    }

    /** Returns the id as it was given, with brackets or without. */
    @Override
    public String toString() {
        return text;
    }
}
