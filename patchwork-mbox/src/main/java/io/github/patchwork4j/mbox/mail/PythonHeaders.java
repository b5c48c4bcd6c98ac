package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;

/**
 * Reads a block of headers as Python does: lines of white space continue a header, {@code From } is skipped among them but at their end
 * begins the body, and all else that has no colon behind printable ASCII ends them.
 */
final class PythonHeaders {
    private static final int NONE = -1;

    private final Bytes mail;
    private final HeaderCollector collector;
    private final HeaderBlock.Stop stop;
    private int headerStart = NONE;
    private int headerEnd;
    private int count;
    private Bytes lead = Bytes.EMPTY;
    private int bodyStart;

    private PythonHeaders(Bytes mail, HeaderCollector collector, HeaderBlock.Stop stop) {
        this.mail = mail;
        this.collector = collector;
        this.stop = stop;
    }

    static PythonHeaders read(Bytes mail, int start, HeaderCollector collector, HeaderBlock.Stop stop) {
        PythonHeaders block = new PythonHeaders(mail, collector, stop);
        block.readLines(start);
        return block;
    }

    MailHeaders headers() {
        return collector.headers();
    }

    int bodyStart() {
        return bodyStart;
    }

    /** A line {@code From } that is the first of the body, though it may stand before the empty line; mostly empty. */
    Bytes lead() {
        return lead;
    }

    private void readLines(int start) {
        int at = start;
        int end = start;
        boolean stopped = false;
        while (at < mail.length()) {
            end = Ascii.lineEnd(mail, at);
            stopped = stop.at(at, end);
            if (stopped || !isHeader(at, end)) {
                break;
            }
            take(at, end);
            at = end;
        }
        finishHeader();
        bodyStart = at;
        if (!stopped && at < mail.length()) {
            if (mail.at(at) == '\n') {
                bodyStart = end;
            } else {
                collector.reportOpenEnd(at, end);
            }
        }
    }

    private boolean isHeader(int from, int to) {
        byte first = mail.at(from);
        if (first == ' ' || first == '\t' || mail.startsWith("From ", from)) {
            return true;
        }
        for (int i = from; i < to; i++) {
            byte b = mail.at(i);
            if (b == ':') {
                return true;
            }
            if (b <= ' ' || b == 127) {
                return false;
            }
        }
        return false;
    }

    private void take(int from, int to) {
        count++;
        byte first = mail.at(from);
        if (first == ' ' || first == '\t') {
            lead = Bytes.EMPTY;
            headerEnd = to;
            return;
        }
        finishHeader();
        boolean envelope = mail.startsWith("From ", from);
        lead = envelope && count > 1 ? mail.slice(from, to) : Bytes.EMPTY;
        headerStart = envelope || first == ':' ? NONE : from;
        headerEnd = to;
    }

    private void finishHeader() {
        if (headerStart != NONE) {
            collector.add(headerStart, headerEnd);
        }
        headerStart = NONE;
    }
}
