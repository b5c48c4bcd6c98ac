package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.Scan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts what comes through a {@link Window} at the lines that begin a mail. */
final class MailSplitter {
    private final Window window;
    private final SplitRule rule;
    private final LineEnds lineEnds;
    private final int maxMail;
    private long index;
    private boolean bare;

    /** Of the mail being read: the bytes of it that are no longer in the window, and those kept of them. */
    private long dropped;

    private @Nullable Bytes kept;

    /** Distances from the window's start: of the line being read, and of the first byte not yet looked at. */
    private int line;

    private int scanned;

    MailSplitter(Window window, SplitRule rule, LineEnds lineEnds, Limits limits) {
        this.window = window;
        this.rule = rule;
        this.lineEnds = lineEnds;
        this.maxMail = limits.maxMessageBytes();
    }

    @Nullable ArchivedMail next() throws IOException {
        if (index == 0) {
            skipWhiteSpace();
        }
        dropped = 0;
        kept = null;
        line = 0;
        scanned = 0;
        boolean envelope = firstLineIsEnvelope();
        if (held() == 0 && kept == null) {
            return null;
        }
        if (index == 0) {
            // git never splits a file that does not begin with an envelope line.
            bare = !envelope && rule != SplitRule.ANY_FROM;
        }
        findEnd();
        return take(envelope);
    }

    private int held() {
        return window.end() - window.start();
    }

    private void skipWhiteSpace() throws IOException {
        while (held() > 0 || window.grow()) {
            if (held() > 0) {
                if (!Ascii.isSpace(window.array()[window.start()])) {
                    return;
                }
                window.letGo(1);
            }
        }
    }

    /** Reads the first line and steps over it. */
    private boolean firstLineIsEnvelope() throws IOException {
        Reach end = readLine();
        boolean envelope =
                end != Reach.BLURRED && FromLine.begins(rule, window.array(), window.start(), window.start() + scanned);
        line = scanned;
        return envelope;
    }

    private void findEnd() throws IOException {
        while (true) {
            Reach end = readLine();
            if (end == Reach.NOTHING) {
                return;
            }
            int from = window.start() + line;
            if (end == Reach.WHOLE && !bare && FromLine.begins(rule, window.array(), from, window.start() + scanned)) {
                return;
            }
            line = scanned;
        }
    }

    /** How much of a line {@link #readLine()} has between {@code line} and {@code scanned}. */
    private enum Reach {
        WHOLE,
        /** The line was too long to matter and its beginning was let go. */
        BLURRED,
        NOTHING
    }

    private Reach readLine() throws IOException {
        boolean blurred = false;
        while (true) {
            int base = window.start();
            int found = Scan.indexOf(window.array(), (byte) '\n', base + scanned, window.end());
            if (found >= 0) {
                scanned = found + 1 - base;
                return blurred ? Reach.BLURRED : Reach.WHOLE;
            }
            scanned = held();
            blurred |= letGoOfTooMuch();
            if (!window.grow()) {
                scanned = held();
                boolean nothing = !blurred && line == scanned;
                return nothing ? Reach.NOTHING : blurred ? Reach.BLURRED : Reach.WHOLE;
            }
        }
    }

    /** Drops what lies beyond the limit, but not a line that may still begin the next mail. */
    private boolean letGoOfTooMuch() {
        if (kept == null && held() <= maxMail) {
            return false;
        }
        if (kept == null) {
            kept = window.keep(maxMail);
        }
        int length = scanned - line;
        int from = window.start() + line;
        boolean mayBegin = length <= FromLine.MAX_LENGTH
                && (length < FromLine.START.length() || FromLine.starts(window.array(), from, from + length));
        int count = mayBegin ? line : scanned;
        window.letGo(count);
        dropped += count;
        scanned -= count;
        line = 0;
        return !mayBegin;
    }

    private ArchivedMail take(boolean envelope) {
        long length = dropped + line;
        long offset = window.startOffset() - dropped;
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (!envelope) {
            diagnostics.add(new Diagnostic(
                    Diagnostic.Kind.SUSPICIOUS_SPLIT, offset, "the archive does not begin with a From line"));
        }
        int size = (int) Math.min(length, maxMail);
        Bytes raw = kept != null ? kept.slice(0, size) : window.keep(size);
        if (length > maxMail) {
            String message = "mail of " + length + " bytes was cut after " + maxMail;
            diagnostics.add(new Diagnostic(Diagnostic.Kind.LIMIT_EXCEEDED, offset + maxMail, message));
        }
        window.letGo(line);
        return new ArchivedMail(index++, offset, raw, envelope, rule, lineEnds, diagnostics);
    }
}
