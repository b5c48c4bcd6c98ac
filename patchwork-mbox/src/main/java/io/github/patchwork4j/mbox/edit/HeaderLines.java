package io.github.patchwork4j.mbox.edit;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The beginning of a mail as a list of pieces, of which each is a header or something between two of them. */
final class HeaderLines {
    /** Headers beyond the usual limits must not escape a change. */
    static final Limits ALL_HEADERS = Limits.builder()
            .maxHeaders(Integer.MAX_VALUE)
            .maxHeaderBytes(Integer.MAX_VALUE)
            .maxHeaderBlockBytes(Integer.MAX_VALUE)
            .build();

    /**
     * A piece.
     *
     * @param name the header's name in lower case; empty if it is none
     */
    private record Piece(String name, Bytes bytes) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final String lineEnd;
    private final Bytes rest;
    private final boolean headless;

    private HeaderLines(Mail mail, String lineEnd) {
        this.lineEnd = lineEnd;
        Bytes raw = mail.raw();
        int at = 0;
        for (MailHeader header : mail.headers()) {
            int start = (int) header.offset();
            pieces.add(new Piece("", raw.slice(at, start)));
            at = start + header.raw().length();
            pieces.add(new Piece(key(header.name()), raw.slice(start, at)));
        }
        this.headless = pieces.isEmpty();
        if (headless) {
            at = envelopeEnd(raw);
            pieces.add(new Piece("", raw.slice(0, at)));
        }
        this.rest = raw.slice(at, raw.length());
    }

    /** Returns where a mail without headers goes on behind its envelope line; 0 if it has none. */
    private static int envelopeEnd(Bytes raw) {
        int start = 0;
        while (start < raw.length() && Ascii.isSpace(raw.at(start))) {
            start++;
        }
        int end = 0;
        for (int at = start; isEnvelope(raw, at) || (end > 0 && isContinued(raw, at)); at = end) {
            end = Ascii.lineEnd(raw, at);
        }
        return end;
    }

    private static boolean isEnvelope(Bytes raw, int at) {
        return raw.startsWith("From ", at) || raw.startsWith(">From ", at);
    }

    private static boolean isContinued(Bytes raw, int at) {
        return at < raw.length() && (raw.at(at) == ' ' || raw.at(at) == '\t');
    }

    static HeaderLines of(Bytes mail, String lineEnd) {
        return new HeaderLines(Mail.parse(mail, ALL_HEADERS), lineEnd);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void replace(String name, Bytes header) {
        boolean done = false;
        String key = key(name);
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).name().equals(key)) {
                pieces.set(i, done ? new Piece("", Bytes.EMPTY) : new Piece(key, header));
                done = true;
            }
        }
        if (!done) {
            add(name, header);
        }
    }

    void add(String name, Bytes header) {
        pieces.add(new Piece(key(name), header));
    }

    void remove(String name) {
        pieces.replaceAll(piece -> piece.name().equals(key(name)) ? new Piece("", Bytes.EMPTY) : piece);
    }

    Bytes toBytes() {
        ByteSink out = new ByteSink(rest.length() + 1024);
        for (Piece piece : pieces) {
            // A header that ended the mail has no line end.
            boolean open = out.length() > 0
                    && out.toBytes().at(out.length() - 1) != '\n'
                    && !piece.name().isEmpty();
            out.write(open ? Bytes.ofUtf8(lineEnd) : Bytes.EMPTY);
            out.write(piece.bytes());
        }
        // White space would make the text go on with the last header.
        boolean needsEmptyLine = headless && pieces.size() > 1 && !rest.isEmpty() && !startsWithLineEnd(rest);
        out.write(needsEmptyLine ? Bytes.ofUtf8(lineEnd) : Bytes.EMPTY);
        out.write(rest);
        return out.toBytes();
    }

    private static boolean startsWithLineEnd(Bytes text) {
        return text.at(0) == '\n' || (text.at(0) == '\r' && text.length() > 1 && text.at(1) == '\n');
    }
}
