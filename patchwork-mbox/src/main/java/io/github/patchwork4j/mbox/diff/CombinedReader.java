package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Hunk.Rest;
import io.github.patchwork4j.mbox.internal.diff.CombinedHunkScanner;
import io.github.patchwork4j.mbox.internal.diff.HunkHeader;
import io.github.patchwork4j.mbox.internal.diff.HunkScanner.Outcome;
import io.github.patchwork4j.mbox.internal.diff.Quoting;

/** Reads git's combined diffs, which show a merge against all its parents at once. */
final class CombinedReader {
    private static final String START_SHORT = "diff --cc ";
    private static final String START_LONG = "diff --combined ";

    private final DiffText text;
    private final HunkHeader header = new HunkHeader();
    private final CombinedHunkScanner scanner;

    CombinedReader(DiffText text) {
        this.text = text;
        this.scanner = new CombinedHunkScanner(text.lines);
    }

    /** Tells whether the current line opens a combined diff. */
    static boolean isAtHeader(DiffText text) {
        return text.lines.startsWith(START_SHORT) || text.lines.startsWith(START_LONG);
    }

    /** Reads the header that was just found, and the hunks behind it, into a draft. */
    void read(FileDraft draft, int preambleFrom) {
        draft.begin(DiffFormat.COMBINED, preambleFrom, text.offset());
        int name = text.lines.position()
                + (text.lines.startsWith(START_SHORT) ? START_SHORT.length() : START_LONG.length());
        draft.newPath = path(name);
        draft.oldPath = draft.newPath;
        text.lines.advance();
        while (!text.lines.atEnd() && readLine(draft)) {
            text.lines.advance();
        }
        draft.headerTo = text.offset();
        draft.to = draft.headerTo;
        int parents = parentsOfHunk();
        while (parents > 0 && header.read(text.array, text.lines.position(), text.lines.lineEnd(), parents)) {
            Hunk hunk = readHunk(parents);
            draft.add(hunk, text.offset());
            parents = parentsOfHunk();
        }
    }

    private DiffPath path(int from) {
        int end = text.contentEnd();
        if (from >= end) {
            text.corrupt(text.offset(), "header does not tell the file's name");
            return DiffPath.NONE;
        }
        int quoteEnd = text.array[from] == '"' ? Quoting.end(text.array, from, end) : -1;
        Bytes raw = quoteEnd < 0 ? text.slice(from, end) : text.unquoted(from, quoteEnd);
        return new DiffPath(raw, 0);
    }

    /** Takes in the current line, or returns false if it is no part of the header. */
    private boolean readLine(FileDraft draft) {
        if (text.lines.startsWith("index ")) {
            readIds(draft);
            return true;
        }
        if (text.lines.startsWith("mode ")) {
            draft.oldMode = firstMode("mode ");
            draft.newMode = lastMode();
            return true;
        }
        if (text.lines.startsWith("new file mode ")) {
            draft.newMode = firstMode("new file mode ");
            draft.isNew = true;
            return true;
        }
        if (text.lines.startsWith("deleted file mode ")) {
            draft.oldMode = firstMode("deleted file mode ");
            draft.isDeleted = true;
            return true;
        }
        if (text.lines.startsWith("Binary files ")) {
            draft.binary = true;
            return true;
        }
        return text.lines.startsWith("--- ")
                || text.lines.startsWith("+++ ")
                || text.lines.startsWith("rename from ")
                || text.lines.startsWith("copy from ")
                || text.lines.startsWith("similarity index ");
    }

    private void readIds(FileDraft draft) {
        int from = text.lines.position() + "index ".length();
        int end = text.contentEnd();
        if (IndexLine.dots(text.array, from, end) < end) {
            draft.idsFrom = text.offset(from);
        }
    }

    private FileMode firstMode(String keyword) {
        return mode(text.lines.position() + keyword.length());
    }

    private FileMode lastMode() {
        int at = text.contentEnd();
        while (at > text.lines.position() && text.array[at - 1] >= '0' && text.array[at - 1] <= '7') {
            at--;
        }
        return mode(at);
    }

    private FileMode mode(int from) {
        int bits = 0;
        int most = Math.min(from + 6, text.lines.lineEnd());
        for (int at = from; at < most && text.array[at] >= '0' && text.array[at] <= '7'; at++) {
            bits = bits << 3 | (text.array[at] - '0');
        }
        return FileMode.of(bits);
    }

    /** Returns how many parents the hunk has whose header may be the current line: one less than it has at-signs. */
    private int parentsOfHunk() {
        int at = text.lines.position();
        while (at < text.lines.end() && text.array[at] == '@') {
            at++;
        }
        return at - text.lines.position() - 1;
    }

    private Hunk readHunk(int parents) {
        int from = text.offset();
        text.lines.advance();
        Outcome outcome = scanner.scan(header, parents);
        if (outcome == Outcome.CORRUPT) {
            text.corrupt(text.offset(), "line does not fit the counts of the hunk at " + from);
        } else if (outcome == Outcome.TRUNCATED) {
            text.truncated(from, "text ends before the hunk");
        }
        int section = text.offset(header.section());
        boolean complete = outcome == Outcome.COMPLETE;
        Rest rest = new Rest(header.ranges(parents), null, scanner.deletedLines(), complete);
        return new Hunk(text.source, from, section, text.offset(), header, scanner.addedLines(), rest);
    }
}
