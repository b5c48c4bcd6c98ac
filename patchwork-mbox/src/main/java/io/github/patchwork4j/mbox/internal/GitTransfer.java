package io.github.patchwork4j.mbox.internal;

import io.github.patchwork4j.mbox.Bytes;

/** Undoes transfer encodings as git does: each line on its own, and only up to a NUL. */
public final class GitTransfer {
    private GitTransfer() {}

    /**
     * Returns what stands before the first NUL.
     *
     * @param text the bytes
     * @return a slice of them
     */
    public static Bytes untilNul(Bytes text) {
        int nul = text.indexOf((byte) 0, 0);
        return nul < 0 ? text : text.slice(0, nul);
    }

    /**
     * Decodes base64; padding is skipped like anything else that is no digit, so what follows it is shifted.
     *
     * @param encoded the encoded bytes
     * @return the decoded ones
     */
    public static Bytes base64(Bytes encoded) {
        Bytes text = untilNul(encoded);
        ByteSink out = new ByteSink(text.length() / 4 * 3 + 3);
        int digits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Ascii.base64(text.at(i));
            if (value < 0) {
                continue;
            }
            held = (held << 6 | value) & 0xffff;
            if (digits % 4 != 0) {
                out.write(held >> (6 - 2 * (digits % 4)));
            }
            digits++;
        }
        return out.toBytes();
    }

    /**
     * Decodes a line of quoted-printable.
     *
     * @param line the line with its LF
     * @return the decoded bytes
     */
    public static Bytes quotedPrintable(Bytes line) {
        return unquoted(untilNul(line), '_');
    }

    /**
     * Decodes the Q encoding of headers.
     *
     * @param encoded the encoded bytes
     * @return the decoded ones
     */
    public static Bytes q(Bytes encoded) {
        return unquoted(untilNul(encoded), ' ');
    }

    /** An {@code =} that ends the text or its line ends all, and one without two digits stays. */
    private static Bytes unquoted(Bytes text, char underscore) {
        ByteSink out = new ByteSink(text.length());
        for (int at = 0; at < text.length(); at++) {
            byte b = text.at(at);
            if (b == '=' && (at + 1 == text.length() || text.at(at + 1) == '\n')) {
                break;
            }
            int high = b == '=' ? Ascii.hex(text.at(at + 1)) : -1;
            int low = high >= 0 && at + 2 < text.length() ? Ascii.hex(text.at(at + 2)) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                at += 2;
            } else {
                out.write(b == '_' ? underscore : b);
            }
        }
        return out.toBytes();
    }
}
