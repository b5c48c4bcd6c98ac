package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what comes through a {@link Window} at the lines that begin a mail.
 *
 * <p>Only lines that start with an F are looked at. All places are distances from the start of the window, because its
 * bytes move when it grows.
 */
final class MailSplitter implements MailSource {
    /** An empty line of CR LF and the line end before it. */
    private static final int LOOK_BACK = 3;

    private final Window window;
    private final MailScan scan;
    private final ArchiveReader reader;
    private final @Nullable Path file;
    private final @Nullable ArchiveFormat known;
    private final int maxMail;
    private final ByteSink preamble = new ByteSink(0);
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final SplitDoubts doubts;
    private final ContentLength contentLength;

    private long index;
    private boolean begun;
    private boolean split;
    private boolean bare;
    private SplitRule rule;
    private ArchiveFormat format = ArchiveFormat.UNKNOWN;

    /** Of the mail being read: the bytes of it that are no longer in the window, and those kept of them. */
    private long dropped;

    private @Nullable Bytes kept;

    /** Whether no empty line stands before the line that ended the last mail, although one should. */
    private boolean joined;

    /** Where the text of the mail ends, before the separator, by a Content-Length that is to be believed; else -1. */
    private int lengthEnd;

    MailSplitter(
            Window window, ArchiveReader reader, @Nullable Path file, long firstIndex, @Nullable ArchiveFormat known) {
        this.window = window;
        this.scan = new MailScan(window);
        this.reader = reader;
        this.file = file;
        this.known = known;
        this.rule = known == null ? reader.rule() : SplitRule.SINGLE;
        this.index = firstIndex;
        this.maxMail = reader.limits().maxMessageBytes();
        this.doubts = new SplitDoubts(window);
        this.contentLength = new ContentLength(window, reader.limits().maxHeaderBlockBytes(), maxMail);
    }

    @Override
    public @Nullable ArchivedMail next() throws IOException {
        boolean first = !split;
        split = true;
        begin();
        if (!window.has(1)) {
            tellTrouble(diagnostics);
            return null;
        }
        dropped = 0;
        kept = null;
        doubts.begin();
        int envelopeEnd = envelopeEnd();
        if (first) {
            // git never splits a file that does not begin with an envelope line.
            bare = envelopeEnd == 0 && (rule == SplitRule.GIT || rule == SplitRule.MBOXRD);
            doubts.ofBeginning(envelopeEnd, rule, format);
        } else {
            doubts.ofEnvelope(envelopeEnd, joined);
        }
        joined = false;
        lengthEnd = -1;
        return take(envelopeEnd, findEnd(envelopeEnd));
    }

    private void tellTrouble(List<Diagnostic> told) {
        Diagnostic trouble = window.trouble();
        if (trouble != null && !told.contains(trouble)) {
            told.add(trouble);
        }
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        skipWhiteSpace();
        if (rule == SplitRule.AUTO) {
            window.has(FormatSniffer.REACH);
            Bytes beginning = window.look(FormatSniffer.REACH);
            format = FormatSniffer.sniff(beginning);
            boolean quoted = beginning.startsWith("From mboxrd@z ");
            rule = format != ArchiveFormat.MBOX ? SplitRule.SINGLE : quoted ? SplitRule.MBOXRD : SplitRule.GIT;
        } else if (known != null) {
            format = known;
        } else {
            format = rule == SplitRule.SINGLE ? ArchiveFormat.MAIL : ArchiveFormat.MBOX;
        }
    }

    private void skipWhiteSpace() throws IOException {
        while (window.has(1) && Ascii.isSpace(window.array()[window.start()])) {
            if (preamble.length() < maxMail) {
                preamble.write(window.array()[window.start()]);
            } else if (diagnostics.isEmpty()) {
                String message = "white space before the first mail was cut after " + maxMail;
                diagnostics.add(new Diagnostic(Diagnostic.Kind.LIMIT_EXCEEDED, window.startOffset(), message));
            }
            window.letGo(1);
        }
    }

    /** Where the first line ends if it is an envelope line, else 0. */
    private int envelopeEnd() throws IOException {
        int length = FromLine.START.length();
        if (!window.has(length) || !FromLine.starts(window.array(), window.start(), window.start() + length)) {
            return 0;
        }
        int end = window.lineEnd(0, FromLine.MAX_LENGTH);
        boolean any = rule != SplitRule.GIT && rule != SplitRule.MBOXRD;
        return end > 0 && (any || isGits(0, end)) ? end : 0;
    }

    private boolean isGits(int from, int to) {
        return FromLine.isGits(window.array(), window.start() + from, window.start() + to);
    }

    private ArchivedMail take(int envelopeEnd, int end) {
        long length = dropped + end;
        long offset = window.startOffset() - dropped;
        int size = (int) Math.min(length, maxMail);
        Bytes raw = kept != null ? kept.slice(0, size) : window.keep(size);
        int separator = size < length ? 0 : separatorLength(raw, envelopeEnd);
        if (size < length) {
            String message = "mail of " + length + " bytes was cut after " + maxMail;
            doubts.all().add(new Diagnostic(Diagnostic.Kind.LIMIT_EXCEEDED, offset + maxMail, message));
        }
        window.letGo(end);
        if (window.held() == 0) {
            tellTrouble(doubts.all());
        }
        boolean alone = format == ArchiveFormat.STGIT_SERIES && known == null;
        Unpacking unpacking =
                new Unpacking(rule, reader.lineEnds(), alone ? ArchiveFormat.UNKNOWN : format, scan.isUnquoted());
        if (format == ArchiveFormat.HG) {
            ForeignPatch.check(raw, offset, doubts.all());
        }
        return new ArchivedMail(
                index++,
                offset,
                file,
                raw,
                length,
                Math.min(envelopeEnd, size),
                size - separator,
                unpacking,
                doubts.all());
    }

    private int separatorLength(Bytes raw, int envelopeEnd) {
        int length = raw.length();
        if (lengthEnd >= 0) {
            return length - lengthEnd;
        }
        if (length == envelopeEnd || raw.at(length - 1) != '\n' || !(rule == SplitRule.ANY_FROM || dropsEmptyLine())) {
            return 0;
        }
        boolean crlf = dropsEmptyLine() && length - envelopeEnd > 1 && raw.at(length - 2) == '\r';
        int lineStart = crlf ? length - 2 : length - 1;
        return lineStart == envelopeEnd || raw.at(lineStart - 1) == '\n' ? length - lineStart : 0;
    }

    private boolean dropsEmptyLine() {
        return rule == SplitRule.BLANK_LINE || rule == SplitRule.CONTENT_LENGTH;
    }

    /** Where the mail ends, its separator included. */
    private int findEnd(int envelopeEnd) throws IOException {
        scan.skip();
        if (rule == SplitRule.CONTENT_LENGTH) {
            int end = contentLength.end(envelopeEnd);
            lengthEnd = contentLength.textEnd();
            if (end >= 0) {
                return end;
            }
            if (contentLength.said() >= 0) {
                doubts.add(0, "Content-Length does not lead to a From line: " + contentLength.said());
            }
        }
        scan.begin();
        int from = Math.max(envelopeEnd - 1, 0);
        while (true) {
            int at = nextFromLine(from);
            if (at < 0) {
                return window.held();
            }
            int end = window.lineEnd(at, FromLine.MAX_LENGTH);
            if (end > 0 && splitsAt(at, end)) {
                joined = rule != SplitRule.MBOXRD && !isAfterEmptyLine(at);
                return at;
            }
            if (end > 0 && !bare) {
                doubts.ofLine(at, end);
            }
            from = end > 0 ? end - 1 : at;
        }
    }

    /** Finds a line that starts as an envelope line does, behind the line end at a place or a later one. */
    private int nextFromLine(int lineEnd) throws IOException {
        int from = lineEnd;
        while (true) {
            int at = scan.next(from);
            if (at >= 0) {
                int end = at + FromLine.START.length();
                if (window.has(end) && FromLine.starts(window.array(), window.start() + at, window.start() + end)) {
                    return at;
                }
                from = at;
            } else {
                from = Math.max(from, window.held() - 1);
                from -= letGoOfTooMuch(from);
                if (!window.grow()) {
                    return -1;
                }
            }
        }
    }

    /** Drops what lies beyond the limit, but not what may still have to be looked at; returns how much. */
    private int letGoOfTooMuch(int looked) {
        if (kept == null && window.held() <= maxMail) {
            return 0;
        }
        if (kept == null) {
            kept = window.keep(maxMail);
        }
        int count = Math.max(looked - LOOK_BACK, 0);
        window.letGo(count);
        dropped += count;
        return count;
    }

    private boolean splitsAt(int at, int end) {
        return switch (rule) {
            case ANY_FROM -> true;
            case BLANK_LINE -> isAfterEmptyLine(at);
            case SINGLE -> false;
            default -> !bare && isGits(at, end);
        };
    }

    private boolean isAfterEmptyLine(int at) {
        byte[] array = window.array();
        int place = window.start() + at;
        boolean crlf = at > 2 && array[place - 2] == '\r' && array[place - 3] == '\n';
        return crlf || (at > 1 && array[place - 2] == '\n');
    }

    @Override
    public ArchiveFormat format() throws IOException {
        begin();
        return format;
    }

    @Override
    public Bytes preamble() throws IOException {
        begin();
        return preamble.toBytes();
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
