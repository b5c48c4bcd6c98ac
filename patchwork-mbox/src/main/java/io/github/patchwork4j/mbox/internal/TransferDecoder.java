package io.github.patchwork4j.mbox.internal;

import io.github.patchwork4j.mbox.Bytes;

/** Undoes the transfer encodings of MIME (RFC 2045, section 6), leniently and in one pass. */
public final class TransferDecoder {
    private TransferDecoder() {}

    /**
     * Decodes quoted-printable. An {@code =} that two hexadecimal digits or a line end do not follow stays as it is;
     * white space at the end of a line stays too, as git and Python keep it.
     *
     * @param encoded the encoded bytes
     * @return the decoded ones, never more
     */
    public static Bytes quotedPrintable(Bytes encoded) {
        if (encoded.indexOf((byte) '=', 0) < 0) {
            return encoded;
        }
        ByteSink out = new ByteSink(encoded.length());
        int at = 0;
        while (at < encoded.length()) {
            byte b = encoded.at(at);
            int softBreak = b == '=' ? softBreakLength(encoded, at) : 0;
            if (softBreak > 0) {
                at += softBreak;
            } else if (b == '=' && hexPair(encoded, at + 1) >= 0) {
                out.write(hexPair(encoded, at + 1));
                at += 3;
            } else {
                out.write(b);
                at++;
            }
        }
        return out.toBytes();
    }

    private static int softBreakLength(Bytes bytes, int at) {
        if (at + 1 == bytes.length()) {
            return 1;
        }
        if (bytes.at(at + 1) == '\n') {
            return 2;
        }
        return bytes.startsWith("\r\n", at + 1) ? 3 : 0;
    }

    /**
     * Decodes the Q encoding of RFC 2047, section 4.2.
     *
     * @param encoded the encoded bytes
     * @return the decoded ones, never more
     */
    public static Bytes q(Bytes encoded) {
        ByteSink out = new ByteSink(encoded.length());
        int at = 0;
        while (at < encoded.length()) {
            byte b = encoded.at(at);
            if (b == '=' && hexPair(encoded, at + 1) >= 0) {
                out.write(hexPair(encoded, at + 1));
                at += 3;
            } else {
                out.write(b == '_' ? ' ' : b);
                at++;
            }
        }
        return out.toBytes();
    }

    private static int hexPair(Bytes bytes, int at) {
        if (at + 2 > bytes.length()) {
            return -1;
        }
        int high = Ascii.hex(bytes.at(at));
        int low = Ascii.hex(bytes.at(at + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /**
     * Decodes base64. What is not in its alphabet is skipped, missing padding is accepted, and after padding a new run
     * may begin.
     *
     * @param encoded the encoded bytes
     * @return the decoded ones, never more
     */
    public static Bytes base64(Bytes encoded) {
        ByteSink out = new ByteSink(encoded.length() / 4 * 3 + 3);
        int bits = 0;
        int held = 0;
        for (int at = 0; at < encoded.length(); at++) {
            byte b = encoded.at(at);
            int value = Ascii.base64(b);
            if (value >= 0) {
                held = (held << 6 | value) & 0xffff;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    out.write(held >> bits);
                }
            } else if (b == '=') {
                bits = 0;
            }
        }
        return out.toBytes();
    }
}
