package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.TransferDecoder;
import io.github.patchwork4j.mbox.mail.MailHeader;
import io.github.patchwork4j.mbox.mail.MimePart;
import java.util.Locale;
import java.util.Optional;

/** Undoes transfer encodings as Python's mail parser does: by exact names, and whole or not at all. */
final class PythonTransfer {
    private PythonTransfer() {}

    /** The content of a part; as it stands if its encoding is unknown or it cannot be decoded. */
    static Bytes content(MimePart part) {
        Bytes body = part.body();
        return switch (part.headers()
                .first("Content-Transfer-Encoding")
                .map(PythonTransfer::encoding)
                .orElse("")) {
            case "quoted-printable" -> TransferDecoder.quotedPrintable(withoutPairs(body));
            case "base64" -> base64(body);
            case "x-uuencode", "uuencode", "uue", "x-uue" -> uuencoded(body).orElse(body);
            default -> body;
        };
    }

    /** White space at the end counts, so that {@code base64} with a space behind it is no encoding. */
    private static String encoding(MailHeader header) {
        String text = header.raw().latin1();
        int from = text.indexOf(':') + 1;
        int to = text.endsWith("\n") ? text.length() - 1 : text.length();
        while (from < to && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
            from++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** Two equals signs are one to Python. */
    private static Bytes withoutPairs(Bytes encoded) {
        ByteSink out = new ByteSink(encoded.length() + 16);
        for (int at = 0; at < encoded.length(); at++) {
            boolean pair = encoded.startsWith("==", at);
            out.write(encoded.at(at));
            if (pair) {
                out.write('3');
                out.write('D');
                at++;
            }
        }
        return out.toBytes();
    }

    /** What is behind the padding, such as the footer of a list, is dropped; one digit too many spoils the whole. */
    private static Bytes base64(Bytes encoded) {
        ByteSink out = new ByteSink(encoded.length() / 4 * 3 + 3);
        int held = 0;
        int digits = 0;
        int padding = 0;
        for (int at = 0; at < encoded.length() && (digits < 2 || digits + padding < 4); at++) {
            byte b = encoded.at(at);
            int value = Ascii.base64(b);
            if (value >= 0) {
                padding = 0;
                held = (held << 6 | value) & 0xffff;
                digits = (digits + 1) % 4;
                if (digits != 1) {
                    out.write(held >> (digits == 0 ? 0 : 6 - 2 * (digits - 1)));
                }
            } else if (b == '=' && digits >= 2) {
                padding++;
            }
        }
        return digits == 1 ? joined(encoded) : out.toBytes();
    }

    private static Bytes joined(Bytes lines) {
        ByteSink out = new ByteSink(lines.length());
        for (int at = 0; at < lines.length(); at++) {
            if (lines.at(at) != '\n' && lines.at(at) != '\r') {
                out.write(lines.at(at));
            }
        }
        return out.toBytes();
    }

    /** From the first line {@code begin MODE} up to the line {@code end}; empty if there is no beginning. */
    private static Optional<Bytes> uuencoded(Bytes encoded) {
        ByteSink out = new ByteSink(encoded.length());
        boolean begun = false;
        int at = 0;
        while (at < encoded.length()) {
            int end = Ascii.lineEnd(encoded, at);
            Bytes line = encoded.slice(at, encoded.at(end - 1) == '\n' ? end - 1 : end);
            at = end;
            if (!begun) {
                begun = isBegin(line);
            } else if (Ascii.trim(line).latin1().equals("end")) {
                break;
            } else if (line.isEmpty() || !uuLine(line, out)) {
                return Optional.empty();
            }
        }
        return begun ? Optional.of(out.toBytes()) : Optional.empty();
    }

    private static boolean isBegin(Bytes line) {
        if (!line.startsWith("begin ")) {
            return false;
        }
        String mode = line.latin1().split(" ", 3)[1];
        return !mode.isEmpty() && mode.chars().allMatch(c -> c >= '0' && c <= '7');
    }

    /** Appends the bytes of a line, as many as its first character says; false if it has a character that is none. */
    private static boolean uuLine(Bytes line, ByteSink out) {
        int count = line.isEmpty() ? 0 : (line.at(0) - ' ') & 0x3f;
        int held = 0;
        int bits = 0;
        for (int i = 1; count > 0; i++) {
            int c = i < line.length() ? line.at(i) : ' ';
            if (c < ' ' || c > ' ' + 64) {
                return false;
            }
            held = (held << 6 | ((c - ' ') & 0x3f)) & 0xffff;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits);
                count--;
            }
        }
        return true;
    }
}
