package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.ArrayList;

/** One header of a mail or of a MIME part. */
public final class MailHeader {
    /** By what rules a header's text is read. */
    enum Rules {
        /** RFC 2047, read leniently. */
        USUAL,
        /** Those of Python's standard library, as a Patchwork server uses it. */
        PYTHON
    }

    private final Bytes raw;
    private final int colon;
    private final long offset;
    private final Rules rules;

    MailHeader(Bytes raw, long offset, Rules rules) {
        this.rules = rules;
        this.raw = raw;
        this.colon = raw.indexOf((byte) ':', 0);
        this.offset = offset;
    }

    /**
     * Returns the name as the mail writes it.
     *
     * @return the name, without the colon
     */
    public String name() {
        return raw.slice(0, colon).latin1();
    }

    /**
     * Returns the header as it stands in the mail, with its name and its folded lines.
     *
     * @return the bytes, with the last line end; cut at {@link io.github.patchwork4j.mbox.Limits#maxHeaderBytes()}
     */
    public Bytes raw() {
        return raw;
    }

    /**
     * Returns where {@link #raw()} begins.
     *
     * @return the offset from the beginning of the mail, in bytes
     */
    public long offset() {
        return offset;
    }

    /**
     * Returns the value on one line, as git unfolds it: each line loses the white space at its end, and a continuation
     * begins with one space instead of its first character.
     *
     * @return the bytes, nothing decoded
     */
    public Bytes value() {
        Bytes first = Ascii.trim(raw.slice(colon + 1, Ascii.lineEnd(raw, 0)));
        int at = Ascii.lineEnd(raw, 0);
        if (at == raw.length()) {
            return first;
        }
        ByteSink unfolded = new ByteSink(raw.length());
        unfolded.write(first);
        while (at < raw.length()) {
            int end = Ascii.lineEnd(raw, at);
            Bytes piece = Ascii.trimEnd(raw.slice(at, end));
            if (!piece.isEmpty()) {
                unfolded.write(' ');
                unfolded.write(piece.slice(1, piece.length()));
            }
            at = end;
        }
        return Ascii.trim(unfolded.toBytes());
    }

    /**
     * Returns the value as text: unfolded, encoded words (RFC 2047) decoded, bytes outside ASCII read as UTF-8 or else as windows-1252.
     * In a mail of {@link Mail#parseAsPython} it is {@link #textAsPython()}.
     *
     * @return the text; an encoded word that cannot be decoded stays as it is
     */
    public String text() {
        return rules == Rules.PYTHON ? textAsPython() : EncodedWords.decode(value(), offset, new ArrayList<>());
    }

    /**
     * Returns the value as a Patchwork server reads it with Python's {@code email.header}: all encoded words decoded or none of them; each
     * byte outside ASCII that no charset explains is U+FFFD.
     *
     * @return the text without NULs, with one space for each run of white space
     */
    public String textAsPython() {
        return PythonHeaderText.of(afterColon());
    }

    /** The value with its folds and all white space. */
    Bytes afterColon() {
        return raw.slice(colon + 1, raw.length());
    }

    /** Tells whether it has a name, whatever the case of either. */
    boolean isNamed(String name) {
        if (colon != name.length()) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            if (Ascii.lower(raw.at(i)) != Ascii.lower(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name() + ": " + text();
    }
}
