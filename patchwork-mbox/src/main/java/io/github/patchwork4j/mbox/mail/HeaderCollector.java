package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.util.ArrayList;
import java.util.List;

/** Keeps the headers of a block as far as the limits allow. */
final class HeaderCollector {
    private final Bytes mail;
    private final Limits limits;
    private final List<Diagnostic> diagnostics;
    private final MailHeader.Rules rules;
    private final List<MailHeader> headers = new ArrayList<>();
    private int keptBytes;
    private boolean full;

    HeaderCollector(Bytes mail, Limits limits, List<Diagnostic> diagnostics, MailHeader.Rules rules) {
        this.mail = mail;
        this.limits = limits;
        this.diagnostics = diagnostics;
        this.rules = rules;
    }

    MailHeaders headers() {
        return new MailHeaders(headers);
    }

    /** Takes a header with all its lines. */
    void add(int start, int end) {
        int length = end - start;
        int kept = Math.min(length, limits.maxHeaderBytes());
        if (full) {
            return;
        }
        if (headers.size() == limits.maxHeaders() || kept > limits.maxHeaderBlockBytes() - keptBytes) {
            full = true;
            report(start, "more headers than are kept: " + headers.size() + " in " + keptBytes + " bytes");
            return;
        }
        if (kept < length) {
            report(start, "header of " + length + " bytes was cut after " + kept);
        }
        Bytes raw = mail.slice(start, start + kept);
        if (raw.indexOf((byte) ':', 0) >= 0) {
            headers.add(new MailHeader(raw, start, rules));
            keptBytes += kept;
        }
    }

    private void report(int offset, String message) {
        diagnostics.add(new Diagnostic(Diagnostic.Kind.LIMIT_EXCEEDED, offset, message));
    }

    /** Tells that the headers end without an empty line. */
    void reportOpenEnd(int from, int to) {
        String line = Ascii.trim(mail.slice(from, Math.min(to, from + 60))).latin1();
        diagnostics.add(
                new Diagnostic(Diagnostic.Kind.MALFORMED_HEADER, from, "no empty line after the headers: " + line));
    }
}
