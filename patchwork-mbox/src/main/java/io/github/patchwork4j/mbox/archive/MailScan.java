package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.internal.Scan;

/**
 * Goes once through the mail at the start of a window, from one line that starts with an F to the next, and notes on the way whether the
 * mail may have to be rewritten to get it out of the archive.
 */
final class MailScan {
    private final Window window;

    /** Whether everything was looked at so far, and nothing of what {@link Unpacking} takes out of a mail was seen. */
    private boolean plain;

    MailScan(Window window) {
        this.window = window;
    }

    /** Begins with a mail that is split in another way, and so is not looked through. */
    void skip() {
        plain = false;
    }

    /** Begins with the mail at the start of the window, of which there is a byte at least. */
    void begin() {
        plain = window.array()[window.start()] != '>';
    }

    /** Whether the mail, as far as it was gone through from its first byte on, stands in the archive as it was put in. */
    boolean isPlain() {
        return plain;
    }

    /** Finds the next line that starts with an F, behind the line end at a place or a later one; -1 if no more is held. */
    int next(int lineEnd) {
        byte[] array = window.array();
        int base = window.start();
        int to = window.end();
        int at = base + lineEnd;
        while (plain) {
            int found = MailMarks.next(array, at, to);
            if (found < 0) {
                return -1;
            }
            if (array[found] == '\n' && array[found + 1] == 'F') {
                return found + 1 - base;
            }
            plain = array[found] == '\n' && found + 2 < to && array[found + 2] != '>' && array[found + 2] != 'F';
            at = found + 1;
        }
        int found = Scan.indexOfPair(array, (byte) '\n', (byte) 'F', at, to);
        return found < 0 ? -1 : found + 1 - base;
    }
}
