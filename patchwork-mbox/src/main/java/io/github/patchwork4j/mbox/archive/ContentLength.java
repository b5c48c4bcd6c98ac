package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.io.IOException;

/** Finds where the mail at the start of a window ends by its Content-Length, which is only believed where it leads to a mail or the end. */
final class ContentLength {
    private static final String NAME = "content-length:";

    private final Window window;
    private final int maxHeaderBlock;
    private final int maxMail;
    private int said;
    private int textEnd;

    ContentLength(Window window, int maxHeaderBlock, int maxMail) {
        this.window = window;
        this.maxHeaderBlock = maxHeaderBlock;
        this.maxMail = maxMail;
    }

    /** Where the mail ends, its separator included, or -1 if it has no length that can be believed. */
    int end(int envelopeEnd) throws IOException {
        said = -1;
        textEnd = -1;
        int bodyStart = -1;
        int at = envelopeEnd;
        while (bodyStart < 0) {
            int end = window.lineEnd(at, FromLine.MAX_LENGTH);
            boolean isNextMail = end > at && FromLine.isGits(window.array(), window.start() + at, window.start() + end);
            if (end <= at || end - envelopeEnd > maxHeaderBlock || isNextMail) {
                said = -1;
                return -1;
            }
            Bytes line = window.look(end).slice(at, end);
            if (Ascii.trimEnd(line).isEmpty()) {
                bodyStart = end;
            } else if (said < 0 && Ascii.startsWithIgnoreCase(line, 0, NAME)) {
                said = Ascii.number(
                        Ascii.trim(line.slice(NAME.length(), line.length())).latin1());
            }
            at = end;
        }
        long target = (long) bodyStart + said;
        return said < 0 || target > maxMail ? -1 : landing((int) target);
    }

    /** What the header says, or -1 if there is none with a number; of the last mail that was looked at. */
    int said() {
        return said;
    }

    /** Where that mail ends before its separator, or -1 if its length is not believed. */
    int textEnd() {
        return textEnd;
    }

    /** Where the separator ends if there is a From line or the end of the archive behind it, else -1. */
    private int landing(int target) throws IOException {
        if (!window.has(target)) {
            return -1;
        }
        int end = target;
        if (window.has(end + 1) && window.look(end + 1).at(end) == '\r') {
            end++;
        }
        if (window.has(end + 1) && window.look(end + 1).at(end) == '\n') {
            end++;
        }
        int reach = end + FromLine.START.length();
        boolean lands = !window.has(end + 1)
                || (window.has(reach)
                        && window.array()[window.start() + end - 1] == '\n'
                        && FromLine.starts(window.array(), window.start() + end, window.start() + reach));
        textEnd = lands ? target : -1;
        return lands ? end : -1;
    }
}
