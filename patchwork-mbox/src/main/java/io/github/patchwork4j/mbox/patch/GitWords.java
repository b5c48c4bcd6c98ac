package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.GitTransfer;
import java.util.Optional;

/**
 * Decodes the encoded words of a header (RFC 2047) exactly as git does, which gives up on a header with one that is broken and
 * decodes neighbours each on its own.
 */
final class GitWords {
    private GitWords() {}

    /** Decodes a value; empty if git gives up on it. */
    static Optional<Bytes> decode(Bytes value) {
        int at = find(value, "=?", 0);
        if (at < 0) {
            return Optional.of(value);
        }
        ByteSink out = new ByteSink(value.length());
        int plain = 0;
        while (at >= 0) {
            if (plain == 0 || !isSpace(value, plain, at)) {
                out.write(value.slice(plain, at));
            }
            int charsetEnd = value.indexOf((byte) '?', at + 2);
            if (charsetEnd < 0 || charsetEnd + 3 > value.length() || value.at(charsetEnd + 2) != '?') {
                return Optional.empty();
            }
            int end = find(value, "?=", charsetEnd + 3);
            Optional<Bytes> word = end < 0
                    ? Optional.empty()
                    : word(
                            value.slice(at + 2, charsetEnd).latin1(),
                            value.at(charsetEnd + 1),
                            value.slice(charsetEnd + 3, end));
            if (word.isEmpty()) {
                return Optional.empty();
            }
            out.write(word.get());
            plain = end + 2;
            at = find(value, "=?", plain);
        }
        out.write(value.slice(plain, value.length()));
        return Optional.of(out.toBytes());
    }

    private static Optional<Bytes> word(String charset, byte encoding, Bytes data) {
        return switch (encoding) {
            case 'b', 'B' -> GitCharset.toUtf8OrGiveUp(GitTransfer.base64(data), charset);
            case 'q', 'Q' -> GitCharset.toUtf8OrGiveUp(GitTransfer.q(data), charset);
            default -> Optional.empty();
        };
    }

    private static boolean isSpace(Bytes value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!GitSpace.is(value.at(i))) {
                return false;
            }
        }
        return true;
    }

    private static int find(Bytes value, String two, int from) {
        int at = value.indexOf((byte) two.charAt(0), from);
        while (at >= 0 && !value.startsWith(two, at)) {
            at = value.indexOf((byte) two.charAt(0), at + 1);
        }
        return at;
    }
}
