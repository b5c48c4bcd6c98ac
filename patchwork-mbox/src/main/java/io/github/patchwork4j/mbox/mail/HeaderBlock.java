package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.util.List;

/**
 * Reads headers up to an empty line, or up to a line that is no header and then belongs to the body (git's rule).
 */
final class HeaderBlock {
    /** Tells whether a line ends the headers although it might look like one. */
    interface Stop {
        boolean at(int from, int to);
    }

    private final Bytes mail;
    private final HeaderCollector collector;
    private int headerStart = -1;
    private int headerEnd;
    private int bodyStart;

    private HeaderBlock(Bytes mail, HeaderCollector collector) {
        this.mail = mail;
        this.collector = collector;
    }

    static HeaderBlock read(Bytes mail, int start, Limits limits, List<Diagnostic> diagnostics, Stop stop) {
        HeaderBlock block =
                new HeaderBlock(mail, new HeaderCollector(mail, limits, diagnostics, MailHeader.Rules.USUAL));
        block.readLines(start, stop);
        return block;
    }

    MailHeaders headers() {
        return collector.headers();
    }

    int bodyStart() {
        return bodyStart;
    }

    private void readLines(int start, Stop stop) {
        int at = start;
        boolean open = false;
        while (at < mail.length()) {
            int end = Ascii.lineEnd(mail, at);
            byte first = mail.at(at);
            boolean continues = open && (first == ' ' || first == '\t');
            if (!continues && !isHeader(at, end, stop)) {
                break;
            }
            if (!continues) {
                finishHeader();
                headerStart = isEnvelope(at) ? -1 : at;
            }
            open = true;
            headerEnd = end;
            at = end;
        }
        finishHeader();
        bodyStart = at;
        if (at < mail.length()) {
            leave(at);
        }
    }

    private void leave(int at) {
        int end = Ascii.lineEnd(mail, at);
        if (Ascii.trimEnd(mail.slice(at, end)).isEmpty()) {
            bodyStart = end;
        } else {
            collector.reportOpenEnd(at, end);
        }
    }

    private boolean isHeader(int from, int to, Stop stop) {
        if (isEnvelope(from)) {
            return true;
        }
        for (int i = from; i < to; i++) {
            byte b = mail.at(i);
            if (b == ':') {
                return !stop.at(from, to);
            }
            if (b <= ' ' || b == 127) {
                return false;
            }
        }
        return false;
    }

    private boolean isEnvelope(int at) {
        return mail.startsWith("From ", at) || mail.startsWith(">From ", at);
    }

    private void finishHeader() {
        if (headerStart >= 0) {
            collector.add(headerStart, headerEnd);
        }
        headerStart = -1;
    }
}
