package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.diff.Hunk.HunkSpan;
import io.github.patchwork4j.mbox.internal.diff.HunkHeader;
import io.github.patchwork4j.mbox.internal.diff.HunkScanner;
import io.github.patchwork4j.mbox.internal.diff.HunkScanner.Outcome;

/** Makes the hunks of unified diffs, and reports those that git would call corrupt. */
final class HunkReader {
    private final DiffText text;
    private final HunkHeader header = new HunkHeader();
    private final HunkScanner scanner;

    HunkReader(DiffText text) {
        this.text = text;
        this.scanner = new HunkScanner(text.lines);
    }

    /** Tells whether the current line has the shape of a hunk's header; {@link #read()} may follow then. */
    boolean isAtHeader() {
        return text.lines.startsWith("@@ -") && header.read(text.array, text.lines.position(), text.lines.lineEnd(), 1);
    }

    /** Reads the hunk whose header was just found. */
    Hunk read() {
        int from = text.offset();
        int oldCount = header.count(0);
        int newCount = header.count(1);
        text.lines.advance();
        int body = text.offset();
        Outcome outcome = scanner.scan(oldCount, newCount);
        if (outcome == Outcome.CORRUPT) {
            text.corrupt(text.offset(), "line does not fit the counts of the hunk at " + from);
        } else if (outcome == Outcome.TRUNCATED) {
            text.truncated(from, "text ends before the hunk");
        } else if (scanner.lineFeedMissing()) {
            text.truncated(from, "text ends without a line feed in the hunk");
        } else if (scanner.addedLines() + scanner.deletedLines() == 0) {
            text.corrupt(from, "hunk changes nothing");
        }
        HunkSpan span = new HunkSpan(text.source, from, text.offset(header.section()), body, text.offset());
        boolean complete = outcome == Outcome.COMPLETE;
        return new Hunk(span, header, 1, scanner.addedLines(), scanner.deletedLines(), complete);
    }
}
