package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Diagnostic.Kind;
import io.github.patchwork4j.mbox.diff.DiffOptions.Counts;
import io.github.patchwork4j.mbox.diff.Hunk.Rest;
import io.github.patchwork4j.mbox.internal.diff.Damage;
import io.github.patchwork4j.mbox.internal.diff.HunkHeader;
import io.github.patchwork4j.mbox.internal.diff.HunkScanner;
import io.github.patchwork4j.mbox.internal.diff.HunkScanner.Outcome;
import io.github.patchwork4j.mbox.internal.diff.Keyword;
import io.github.patchwork4j.mbox.internal.diff.LineScanner;

/** Makes the hunks of unified diffs, and reports those that git would call corrupt. */
final class HunkReader {
    /** How the header of a hunk begins. */
    static final Keyword START = Keyword.of("@@ -");

    private final DiffText text;
    private final Counts counts;
    private final HunkHeader header = new HunkHeader();
    private final HunkScanner scanner;

    HunkReader(DiffText text, Counts counts) {
        this.text = text;
        this.counts = counts;
        this.scanner = new HunkScanner(text.lines);
    }

    /** Tells whether the current line has the shape of a hunk's header; {@link #read()} may follow then. */
    boolean isAtHeader() {
        return text.lines.startsWith(START) && header.read(text.array, text.lines.position(), text.lines.end(), 1);
    }

    /** Tells whether the line that was just found to be no header has the shape of one, with numbers that are too large. */
    boolean isTooLarge() {
        return text.lines.startsWith(START) && header.isTooLarge();
    }

    /** Reads the hunk whose header was just found. */
    Hunk read() {
        int from = text.offset();
        int start = text.lines.position();
        text.lines.advance();
        boolean recounted = counts == Counts.OF_LINES && recount();
        Outcome outcome = scanner.scan(header.count(0), header.count(1));
        if (outcome == Outcome.CORRUPT) {
            reportCorrupt(from, start);
        } else if (outcome == Outcome.TRUNCATED) {
            text.truncated(from, "text ends before the hunk");
        } else if (scanner.lineFeedMissing()) {
            text.truncated(from, "text ends without a line feed in the hunk");
        } else if (!recounted && scanner.addedLines() + scanner.deletedLines() == 0) {
            text.corrupt(from, "hunk changes nothing");
        }
        int section = text.offset(header.section());
        Rest rest = outcome == Outcome.COMPLETE ? null : new Rest(null, null, scanner.deletedLines(), false);
        return new Hunk(text.source, from, section, text.offset(), header, scanner.addedLines(), rest);
    }

    private void reportCorrupt(int from, int start) {
        text.corrupt(text.offset(), "line does not fit the counts of the hunk at " + from);
        String damage = Damage.of(text.array, start, text.lines.position(), text.lines.end());
        if (damage != null) {
            text.findings.add(Kind.DAMAGED_DIFF, text.offset(), damage);
        }
    }

    /** Counts the lines up to the next hunk or file; a line that belongs to neither leaves the header's counts valid. */
    private boolean recount() {
        LineScanner ahead = new LineScanner(text.array, text.lines.position(), text.lines.end());
        int before = 0;
        int after = 0;
        for (; !ahead.atEnd() && !ahead.startsWith("@@ ") && !ahead.startsWith("diff "); ahead.advance()) {
            switch (text.array[ahead.position()]) {
                case ' ', '\n' -> {
                    before++;
                    after++;
                }
                case '-' -> before++;
                case '+' -> after++;
                case '\\' -> {}
                default -> {
                    return false;
                }
            }
        }
        header.replaceCounts(before, after);
        return true;
    }
}
