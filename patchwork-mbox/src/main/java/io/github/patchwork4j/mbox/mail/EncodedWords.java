package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.Charsets;
import io.github.patchwork4j.mbox.internal.GitTransfer;
import io.github.patchwork4j.mbox.internal.TransferDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the encoded words of a header value (RFC 2047); one that is broken stays as it is and is reported.
 *
 * <p>White space between two words is dropped. The bytes of neighbours in the same charset are joined before they are
 * decoded, because mailers split a character over two words.
 */
public final class EncodedWords {
    private static final int MAX_CHARSET = 80;

    private final Bytes value;
    private final long offset;
    private final List<Diagnostic> diagnostics;
    private final boolean keepsBytes;
    private final ByteSink text = new ByteSink(64);
    private final ByteSink pending = new ByteSink(64);
    private @Nullable Charset pendingCharset;
    private int plainStart;

    private EncodedWords(Bytes value, long offset, List<Diagnostic> diagnostics, boolean keepsBytes) {
        this.keepsBytes = keepsBytes;
        this.value = value;
        this.offset = offset;
        this.diagnostics = diagnostics;
    }

    /**
     * Decodes a value.
     *
     * @param value the unfolded bytes; those outside ASCII that no word covers are read as UTF-8 or else as windows-1252
     * @param offset where the value stands, for diagnostics
     * @param diagnostics takes what was broken
     * @return the text
     */
    public static String decode(Bytes value, long offset, List<Diagnostic> diagnostics) {
        return new EncodedWords(value, offset, diagnostics, false).decode().utf8();
    }

    /**
     * Decodes a value as git does, which knows nothing of the charset of what stands outside encoded words.
     *
     * @param value the unfolded bytes
     * @return the bytes with those of encoded words in UTF-8 and all others as they are
     */
    public static Bytes utf8(Bytes value) {
        return value.indexOf((byte) '=', 0) < 0 ? value : new EncodedWords(value, 0, new ArrayList<>(), true).decode();
    }

    private Bytes decode() {
        int at = value.indexOf((byte) '=', 0);
        boolean ends = true;
        while (at >= 0 && ends) {
            if (!value.startsWith("=?", at)) {
                at = value.indexOf((byte) '=', at + 1);
                continue;
            }
            int end = wordEnd(at);
            ends = end != NO_END;
            at = value.indexOf((byte) '=', end > 0 ? end : at + 1);
        }
        flushPlain(value.length());
        return text.toBytes();
    }

    private static final int NO_WORD = -1;
    private static final int NO_END = -2;

    /** Decodes the word at a place and returns where it ends, or why there is none. */
    private int wordEnd(int start) {
        int charsetEnd = value.indexOf((byte) '?', start + 2);
        if (charsetEnd < 0) {
            return NO_END;
        }
        if (charsetEnd - start > MAX_CHARSET || charsetEnd + 2 >= value.length() || value.at(charsetEnd + 2) != '?') {
            return NO_WORD;
        }
        int dataStart = charsetEnd + 3;
        int dataEnd = value.indexOf((byte) '?', dataStart);
        while (dataEnd >= 0 && !value.startsWith("?=", dataEnd)) {
            dataEnd = value.indexOf((byte) '?', dataEnd + 1);
        }
        if (dataEnd < 0) {
            report(Diagnostic.Kind.MALFORMED_HEADER, start, "encoded word does not end");
            return NO_END;
        }
        Bytes data = value.slice(dataStart, dataEnd);
        return word(start, value.slice(start + 2, charsetEnd).latin1(), value.at(charsetEnd + 1), data)
                ? dataEnd + 2
                : NO_WORD;
    }

    private boolean word(int start, String charsetName, byte encoding, Bytes data) {
        // For git a word without a charset is in its own.
        Optional<Charset> charset =
                keepsBytes && charsetName.isEmpty() ? Optional.of(StandardCharsets.UTF_8) : Charsets.find(charsetName);
        boolean isQ = encoding == 'q' || encoding == 'Q';
        boolean isB = encoding == 'b' || encoding == 'B';
        if (charset.isEmpty() || (!isQ && !isB)) {
            Diagnostic.Kind kind = charset.isEmpty() ? Diagnostic.Kind.CHARSET : Diagnostic.Kind.MALFORMED_HEADER;
            report(kind, start, "encoded word of unknown kind: " + charsetName + "?" + (char) encoding);
            return false;
        }
        if (pendingCharset != null && !isBlank(plainStart, start)) {
            flushWords();
        }
        if (pendingCharset == null) {
            flushPlain(start);
        } else if (!pendingCharset.equals(charset.get())) {
            flushWords();
        }
        pendingCharset = charset.get();
        pending.write(keepsBytes ? ofGit(data, isQ) : isQ ? TransferDecoder.q(data) : TransferDecoder.base64(data));
        // "=?", charset, "?", encoding, "?", data, "?="
        plainStart = start + charsetName.length() + data.length() + 7;
        return true;
    }

    private static Bytes ofGit(Bytes data, boolean isQ) {
        return isQ ? GitTransfer.q(data) : GitTransfer.base64(data);
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Ascii.isSpace(value.at(i))) {
                return false;
            }
        }
        return true;
    }

    private void flushPlain(int to) {
        flushWords();
        if (to > plainStart) {
            Bytes plain = value.slice(plainStart, to);
            text.write(keepsBytes ? plain : Bytes.ofUtf8(Charsets.guess(plain)));
            plainStart = to;
        }
    }

    private void flushWords() {
        Charset charset = pendingCharset;
        if (charset != null) {
            Bytes bytes = pending.toBytes();
            Optional<String> decoded = Charsets.strict(bytes, charset);
            if (decoded.isEmpty()) {
                report(Diagnostic.Kind.CHARSET, plainStart, "encoded word is not " + charset);
            }
            boolean asIs = keepsBytes && charset.equals(StandardCharsets.UTF_8);
            text.write(asIs ? bytes : Bytes.ofUtf8(decoded.orElseGet(() -> bytes.decode(charset))));
            pending.reset();
            pendingCharset = null;
        }
    }

    private void report(Diagnostic.Kind kind, int at, String message) {
        diagnostics.add(new Diagnostic(kind, offset + at, message));
    }
}
