package io.github.patchwork4j.mbox.internal.python;

import io.github.patchwork4j.mbox.Bytes;
import java.util.Optional;

/** Reads UTF-7 (RFC 2152), which Java does not know. */
final class Utf7 {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final Bytes bytes;
    private final StringBuilder text;
    private int at;

    private Utf7(Bytes bytes) {
        this.bytes = bytes;
        this.text = new StringBuilder(bytes.length());
    }

    /** Decodes strictly; empty if the bytes are not UTF-7. */
    static Optional<String> decode(Bytes bytes) {
        Utf7 decoder = new Utf7(bytes);
        return decoder.all() ? Optional.of(decoder.text.toString()) : Optional.empty();
    }

    private boolean all() {
        while (at < bytes.length()) {
            byte b = bytes.at(at++);
            if (b < 0) {
                return false;
            }
            if (b != '+') {
                text.append((char) b);
            } else if (!shifted()) {
                return false;
            }
        }
        return true;
    }

    /** Reads what stands between a plus sign and the first byte that is no digit of base64. */
    private boolean shifted() {
        int start = at;
        int buffer = 0;
        int bits = 0;
        while (at < bytes.length() && DIGITS.indexOf(bytes.at(at)) >= 0) {
            buffer = (buffer << 6 | DIGITS.indexOf(bytes.at(at++))) & 0xff_ffff;
            bits += 6;
            if (bits >= 16) {
                bits -= 16;
                text.append((char) (buffer >> bits));
            }
        }
        boolean empty = at == start;
        boolean rest = bits >= 6 || (buffer & ((1 << bits) - 1)) != 0;
        boolean surrogate = text.length() > 0 && Character.isHighSurrogate(text.charAt(text.length() - 1));
        if (at == bytes.length()) {
            return empty || (!rest && !surrogate);
        }
        if (bytes.at(at) == '-') {
            at++;
            if (empty) {
                text.append('+');
            }
            return !rest;
        }
        return !empty && !rest;
    }
}
