package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.internal.Scan;

/**
 * Goes once through the mail at the start of a window, from one line that starts with an F to the next, and notes on the way whether a
 * line may be quoted.
 */
final class MailScan {
    private final Window window;

    /** Whether all lines so far were looked at, and none of them may be a quoted From line. */
    private boolean unquoted;

    MailScan(Window window) {
        this.window = window;
    }

    /** Begins with a mail that is perhaps not gone through at all. */
    void skip() {
        unquoted = false;
    }

    /** Begins with the mail at the start of the window, of which there is a byte at least. */
    void begin() {
        unquoted = window.array()[window.start()] != '>';
    }

    /** Whether no line is quoted for certain, as far as the mail was gone through. */
    boolean isUnquoted() {
        return unquoted;
    }

    /** Finds the next line that starts with an F, behind the line end at a place or a later one; -1 if no more is held. */
    int next(int lineEnd) {
        byte[] array = window.array();
        int base = window.start();
        int to = window.end();
        int at = base + lineEnd;
        while (unquoted) {
            int found = MailMarks.next(array, at, to);
            if (found < 0 || array[found + 1] == 'F') {
                return found < 0 ? -1 : found + 1 - base;
            }
            unquoted = found + 2 < to && array[found + 2] != '>' && array[found + 2] != 'F';
            at = found + 1;
        }
        int found = Scan.indexOfPair(array, (byte) '\n', (byte) 'F', at, to);
        return found < 0 ? -1 : found + 1 - base;
    }
}
