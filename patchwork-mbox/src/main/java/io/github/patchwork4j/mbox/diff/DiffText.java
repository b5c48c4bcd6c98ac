package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.internal.diff.LineScanner;
import io.github.patchwork4j.mbox.internal.diff.Quoting;

/**
 * The text that the readers of headers, hunks and binaries go through together, line by line.
 *
 * <p>Places in it are indexes of the array; what goes into the model counts from the beginning of the text.
 */
final class DiffText {
    final Bytes source;
    final byte[] array;
    final LineScanner lines;
    final Findings findings;
    private final int base;

    DiffText(Bytes source) {
        this.source = source;
        this.array = source.array();
        this.base = source.offset();
        this.lines = new LineScanner(array, base, base + source.length());
        this.findings = new Findings(source);
    }

    /** Returns where the current line begins, counted from the beginning of the text. */
    int offset() {
        return lines.position() - base;
    }

    int offset(int index) {
        return index - base;
    }

    /** Returns the end of the current line's content: the index of its carriage return or line feed. */
    int contentEnd() {
        int end = lines.lineEnd();
        return end > lines.position() && array[end - 1] == '\r' ? end - 1 : end;
    }

    Bytes slice(int from, int to) {
        return Bytes.of(array, from, to - from);
    }

    /** Returns the name at a place, unquoted; the quote must close if there is one. */
    Bytes unquoted(int from, int end) {
        return array[from] == '"' ? Bytes.of(Quoting.unquote(array, from, end)) : slice(from, end);
    }

    void corrupt(int offset, String message) {
        findings.add(Diagnostic.Kind.CORRUPT_DIFF, offset, message);
    }

    void truncated(int offset, String message) {
        findings.add(Diagnostic.Kind.TRUNCATED, offset, message);
    }
}
