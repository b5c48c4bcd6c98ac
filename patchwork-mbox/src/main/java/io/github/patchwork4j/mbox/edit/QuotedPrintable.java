package io.github.patchwork4j.mbox.edit;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;

/** Encodes a text as quoted-printable (RFC 2045, section 6.7). */
final class QuotedPrintable {
    private static final int LINE = 75;
    private static final Bytes HEX = Bytes.ofUtf8("0123456789ABCDEF");

    private QuotedPrintable() {}

    static Bytes encode(Bytes text, String lineEnd) {
        ByteSink out = new ByteSink(text.length() + text.length() / 8);
        Bytes softBreak = Bytes.ofUtf8("=" + lineEnd);
        int at = 0;
        while (at < text.length()) {
            int end = Ascii.lineEnd(text, at);
            int stop = end;
            stop -= stop > at && text.at(stop - 1) == '\n' ? 1 : 0;
            stop -= stop < end && stop > at && text.at(stop - 1) == '\r' ? 1 : 0;
            line(text.slice(at, stop), softBreak, out);
            out.write(text.slice(stop, end));
            at = end;
        }
        return out.toBytes();
    }

    private static void line(Bytes line, Bytes softBreak, ByteSink out) {
        int used = 0;
        for (int i = 0; i < line.length(); i++) {
            byte b = line.at(i);
            boolean lastSpace = (b == ' ' || b == '\t') && i == line.length() - 1;
            boolean plain = b != '=' && ((b >= ' ' && b < 127) || b == '\t') && !lastSpace;
            int length = plain ? 1 : 3;
            if (used + length > LINE) {
                out.write(softBreak);
                used = 0;
            }
            if (plain) {
                out.write(b);
            } else {
                out.write('=');
                out.write(HEX.at((b & 0xff) >> 4));
                out.write(HEX.at(b & 0xf));
            }
            used += length;
        }
    }
}
