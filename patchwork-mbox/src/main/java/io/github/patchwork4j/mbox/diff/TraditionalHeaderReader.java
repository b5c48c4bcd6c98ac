package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Scan;
import io.github.patchwork4j.mbox.internal.diff.LineScanner;
import io.github.patchwork4j.mbox.internal.diff.Names;
import io.github.patchwork4j.mbox.internal.diff.Quoting;
import io.github.patchwork4j.mbox.internal.diff.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Reads the two lines that open a file in a diff that is not git's: {@code ---} and {@code +++} in a unified diff,
 * {@code ***} and {@code ---} in a context diff.
 */
final class TraditionalHeaderReader {
    /** The shortest header of a hunk, with its line feed. */
    private static final int SHORTEST_HUNK = "@@ -0,0 +1 @@\n".length();

    private final DiffText text;
    private final int fixedStrip;
    /** How many components the names of the file before had to lose; tells what to do when there is only one name. */
    private int lastStrip = 1;

    TraditionalHeaderReader(DiffText text, int fixedStrip) {
        this.text = text;
        this.fixedStrip = fixedStrip;
    }

    /** Tells whether the current line is the first of three: {@code ---}, {@code +++}, and the header of a hunk. */
    boolean isAtHeader() {
        // Git takes no notice of a line without any name.
        if (!text.lines.startsWith("--- ") || text.lines.lineEnd() == text.lines.position() + "--- ".length()) {
            return false;
        }
        int end = text.lines.end();
        int second = text.lines.lineEnd() + 1;
        if (!LineScanner.startsWith(text.array, second, end, "+++ ")) {
            return false;
        }
        int feed = Scan.indexOf(text.array, (byte) '\n', second, end);
        return feed >= 0
                && end - feed - 1 >= SHORTEST_HUNK
                && LineScanner.startsWith(text.array, feed + 1, end, "@@ -");
    }

    /** Tells whether the current line is the first of three: {@code ***}, {@code ---}, and the stars before a hunk. */
    boolean isAtContextHeader() {
        if (!text.lines.startsWith("*** ")) {
            return false;
        }
        int end = text.lines.end();
        int second = text.lines.lineEnd() + 1;
        int feed = LineScanner.startsWith(text.array, second, end, "--- ")
                ? Scan.indexOf(text.array, (byte) '\n', second, end)
                : -1;
        return feed >= 0 && LineScanner.startsWith(text.array, feed + 1, end, "***************");
    }

    /** Reads the header that was just found into a draft. */
    void read(DiffFormat format, FileDraft draft, int preambleFrom) {
        draft.begin(format, preambleFrom, text.offset());
        int oldFrom = text.lines.position() + "--- ".length();
        int oldTo = text.lines.lineEnd();
        text.lines.advance();
        int newFrom = text.lines.position() + "+++ ".length();
        int newTo = text.lines.lineEnd();
        text.lines.advance();
        draft.headerTo = text.offset();
        draft.to = draft.headerTo;
        boolean oldIsNull = Names.isDevNull(text.array, oldFrom, oldTo);
        boolean newIsNull = Names.isDevNull(text.array, newFrom, newTo);
        Bytes before = oldIsNull ? null : name(oldFrom, oldTo);
        Bytes after = newIsNull ? null : name(newFrom, newTo);
        draft.isNew = oldIsNull || Timestamp.isEpoch(text.array, oldFrom, oldTo);
        draft.isDeleted = !draft.isNew && (newIsNull || Timestamp.isEpoch(text.array, newFrom, newTo));
        draft.undecided = !draft.isNew && !draft.isDeleted;
        resolve(draft, before, after);
    }

    private void resolve(FileDraft draft, @Nullable Bytes before, @Nullable Bytes after) {
        lastStrip = fixedStrip >= 0 ? fixedStrip : detectedStrip(before, after);
        DiffPath oldPath = path(before);
        DiffPath newPath = path(after);
        if (oldPath == null && newPath == null) {
            text.corrupt(draft.from, "header does not tell the file's name");
        }
        // Of foo and foo.orig, the shorter is meant on both sides.
        boolean oldIsMeant = newPath == null || (oldPath != null && isLonger(newPath, oldPath));
        DiffPath meant = oldIsMeant ? oldPath : newPath;
        draft.oldPath = meant;
        draft.newPath = meant;
    }

    private static boolean isLonger(DiffPath path, DiffPath start) {
        Bytes longer = path.raw().slice(path.prefix().length(), path.raw().length());
        Bytes shorter = start.bytes();
        return longer.length() > shorter.length()
                && longer.slice(0, shorter.length()).equals(shorter);
    }

    private @Nullable DiffPath path(@Nullable Bytes raw) {
        return raw == null ? null : DiffPath.stripped(raw, lastStrip);
    }

    /** Takes the first component for a prefix if it differs between the sides, or is one letter or a dot. */
    private int detectedStrip(@Nullable Bytes before, @Nullable Bytes after) {
        Bytes one = before != null ? before : after;
        Bytes other = after != null ? after : before;
        int first = firstSlash(one);
        int second = firstSlash(other);
        if (one == null || other == null || first < 0 || second < 0) {
            return 0;
        }
        // Neither is the root a component to keep.
        if (first <= 1) {
            return 1;
        }
        if (before == null || after == null) {
            return lastStrip;
        }
        return one.slice(0, first).equals(other.slice(0, second)) ? 0 : 1;
    }

    private static int firstSlash(@Nullable Bytes name) {
        return name == null ? -1 : name.indexOf((byte) '/', 0);
    }

    /** Returns the name between two indexes, without the time behind it, or null if there is none. */
    private @Nullable Bytes name(int from, int to) {
        if (from < to && text.array[from] == '"') {
            int quoteEnd = Quoting.end(text.array, from, to);
            if (quoteEnd >= 0) {
                return text.unquoted(from, quoteEnd);
            }
        }
        int end = Timestamp.nameEnd(text.array, from, to);
        if (end < 0) {
            end = Names.end(text.array, from, to, true);
        }
        return end <= from ? null : text.slice(from, end);
    }
}
