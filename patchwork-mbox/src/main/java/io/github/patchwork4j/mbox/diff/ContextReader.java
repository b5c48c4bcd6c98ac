package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Hunk.Rest;
import io.github.patchwork4j.mbox.internal.diff.ContextHalf;
import io.github.patchwork4j.mbox.internal.diff.ContextMerge;
import io.github.patchwork4j.mbox.internal.diff.HunkHeader;
import io.github.patchwork4j.mbox.internal.diff.LineScanner;

/**
 * Reads the hunks of context diffs, each of which shows the lines before the change and then those after it.
 *
 * <p>A half that has nothing but context may be left out. The two are put together to the unified hunk that says the same.
 */
final class ContextReader {
    private static final String STARS = "***************";

    private final DiffText text;
    private final HunkHeader header = new HunkHeader();

    ContextReader(DiffText text) {
        this.text = text;
    }

    /** Tells whether the current line and the next one open a hunk. */
    boolean isAtHunk() {
        int next = text.lines.lineEnd() + 1;
        return text.lines.startsWith(STARS) && LineScanner.startsWith(text.array, next, text.lines.end(), "*** ");
    }

    /** Reads the hunk that was just found. */
    Hunk read() {
        int from = text.offset();
        Bytes section = text.slice(text.lines.position() + STARS.length(), text.lines.lineEnd());
        text.lines.advance();
        ContextHalf before = new ContextHalf(text.lines, "*** ", '-');
        ContextHalf after = new ContextHalf(text.lines, "--- ", '+');
        boolean sound = before.read() && after.read();
        ContextMerge merge = new ContextMerge(before, after);
        Bytes unified = merge.unified(section);
        sound = merge.fits() && sound;
        if (!sound) {
            text.corrupt(from, "halves of a context hunk do not fit each other or their line numbers");
        } else if (merge.addedLines() + merge.deletedLines() == 0) {
            text.corrupt(from, "hunk changes nothing");
        }
        Bytes written = text.slice(text.lines.position() - (text.offset() - from), text.lines.position());
        int feed = unified.indexOf((byte) '\n', 0);
        header.read(unified.array(), unified.offset(), unified.offset() + feed, 1);
        int sections = header.section() - unified.offset();
        Rest rest = new Rest(null, written, merge.deletedLines(), sound);
        return new Hunk(unified, from, sections, unified.length(), header, merge.addedLines(), rest);
    }
}
