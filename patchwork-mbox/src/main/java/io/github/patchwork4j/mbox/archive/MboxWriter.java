package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Scan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes an mbox: envelope line, mail, empty line. */
final class MboxWriter extends ArchiveWriter {
    private static final Bytes LF = Bytes.ofUtf8("\n");
    private static final Bytes CRLF = Bytes.ofUtf8("\r\n");

    /** The one of public-inbox, by which a reader knows how lines are escaped. */
    private static final Bytes MBOXRD_ENVELOPE = Bytes.ofUtf8("From mboxrd@z Thu Jan  1 00:00:00 1970");

    private static final Bytes ENVELOPE = Bytes.ofUtf8("From git@z Thu Jan  1 00:00:00 1970");

    private final OutputStream out;
    private final Escaping escaping;
    private boolean empty = true;

    /** The last byte that was written. */
    private byte last = '\n';

    MboxWriter(OutputStream out, Escaping escaping) {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.escaping = escaping;
    }

    @Override
    void begin(Bytes preamble) throws IOException {
        if (empty && escaping == Escaping.AS_READ) {
            put(preamble);
        }
    }

    @Override
    public void write(Bytes content) throws IOException {
        Escaping own = escaping == Escaping.AS_READ ? Escaping.MBOXRD : escaping;
        separate();
        Bytes lineEnd = lineEnd(content);
        put(own == Escaping.MBOXRD ? MBOXRD_ENVELOPE : ENVELOPE);
        put(lineEnd);
        escaped(content, own);
        finish(content, lineEnd);
    }

    @Override
    void put(ArchivedMail mail, @Nullable Bytes changed) throws IOException {
        boolean fromFile = mail.format() != ArchiveFormat.FOLDER && mail.format() != ArchiveFormat.STGIT_SERIES;
        boolean mayStand = empty || mail.envelope().isPresent();
        if (escaping != Escaping.AS_READ || !fromFile || !mayStand) {
            export(mail, changed == null ? mail.content() : changed);
            return;
        }
        separate();
        if (changed == null || changed.equals(mail.content())) {
            put(mail.raw());
        } else {
            put(mail.raw().slice(0, mail.envelopeEnd()));
            escaped(changed, asRead(mail));
            put(mail.separator());
        }
    }

    private void export(ArchivedMail mail, Bytes content) throws IOException {
        Bytes envelope = mail.envelope().orElse(Bytes.EMPTY);
        Bytes lineEnd = lineEnd(content);
        Bytes line = Bytes.of((envelope.latin1() + lineEnd.latin1()).getBytes(StandardCharsets.ISO_8859_1));
        if (!FromLine.isGits(line.array(), line.offset(), line.offset() + line.length())) {
            write(content);
            return;
        }
        separate();
        put(envelope);
        put(lineEnd);
        escaped(content, escaping == Escaping.AS_READ ? Escaping.MBOXRD : escaping);
        finish(content, lineEnd);
    }

    /** By which escaping an archive stays one that is read by its rule. */
    private static Escaping asRead(ArchivedMail mail) {
        return switch (mail.rule()) {
            case MBOXRD -> Escaping.MBOXRD;
            case GIT -> mail.envelope().isPresent() ? Escaping.GIT_AM : Escaping.NONE;
            case ANY_FROM, BLANK_LINE -> Escaping.MBOXO;
            case CONTENT_LENGTH, SINGLE, AUTO -> Escaping.NONE;
        };
    }

    private static Bytes lineEnd(Bytes content) {
        int end = content.indexOf((byte) '\n', 0);
        return end > 0 && content.at(end - 1) == '\r' ? CRLF : LF;
    }

    /** Makes sure that what comes now begins a line, behind an empty one if the last mail ended in the middle of one. */
    private void separate() throws IOException {
        if (!empty && last != '\n') {
            put(LF);
            put(LF);
        }
        empty = false;
    }

    /** Ends a mail with an empty line, unless it has one at its end. */
    private void finish(Bytes content, Bytes lineEnd) throws IOException {
        int end = content.length();
        if (end > 0 && content.at(end - 1) != '\n') {
            put(lineEnd);
        }
        int lineStart = end - (end > 1 && content.at(end - 2) == '\r' ? 2 : 1);
        boolean hasEmptyLine =
                end > 0 && content.at(end - 1) == '\n' && (lineStart == 0 || content.at(lineStart - 1) == '\n');
        if (!hasEmptyLine) {
            put(lineEnd);
        }
    }

    private void escaped(Bytes content, Escaping how) throws IOException {
        if (how == Escaping.NONE) {
            put(content);
            return;
        }
        byte[] array = content.array();
        int stop = content.offset() + content.length();
        int written = content.offset();
        int at = content.offset();
        while (at < stop) {
            int found = Scan.indexOf(array, (byte) '\n', at, stop);
            int end = found < 0 ? stop : found + 1;
            if (isEscaped(how, array, at, end)) {
                put(Bytes.of(array, written, at - written));
                put(Bytes.ofUtf8(">"));
                written = at;
            }
            at = end;
        }
        put(Bytes.of(array, written, stop - written));
    }

    private static boolean isEscaped(Escaping how, byte[] array, int from, int to) {
        return switch (how) {
            case MBOXRD -> FromLine.starts(array, from, to) || FromLine.isQuoted(array, from, to);
            case MBOXO -> FromLine.starts(array, from, to);
            case GIT_AM -> FromLine.isGits(array, from, to);
            case AS_READ, NONE -> false;
        };
    }

    private void put(Bytes bytes) throws IOException {
        int length = bytes.length();
        if (length == 0) {
            return;
        }
        last = bytes.at(length - 1);
        bytes.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
