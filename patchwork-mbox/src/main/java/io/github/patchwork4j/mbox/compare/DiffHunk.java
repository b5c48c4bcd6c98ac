package io.github.patchwork4j.mbox.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of changed lines with the unchanged ones around them, as places in two runs of lines.
 *
 * @param oldFrom the first line before, from 0
 * @param oldTo behind the last line before
 * @param newFrom the first line after, from 0
 * @param newTo behind the last line after
 */
record DiffHunk(int oldFrom, int oldTo, int newFrom, int newTo) {
    static final int CONTEXT = 3;

    /** Takes one line after the other. */
    interface Lines {
        /** Takes a line: a context line or a deleted one by its place before, an added one by its place after. */
        void take(char sign, int place);
    }

    /** Returns the hunks of a difference, with three lines of context; changes with no more than six lines between them share one. */
    static List<DiffHunk> of(LineDiff diff) {
        List<DiffHunk> hunks = new ArrayList<>();
        int before = diff.deleted.length;
        int after = diff.added.length;
        int x = 0;
        int y = 0;
        int from = -1;
        int last = 0;
        while (x < before || y < after) {
            if (!isDeleted(diff, x) && !isAdded(diff, y)) {
                x++;
                y++;
                continue;
            }
            if (from >= 0 && x - last > 2 * CONTEXT) {
                int shift = y - x;
                hunks.add(new DiffHunk(from, last + CONTEXT, newStart(hunks, from), last + CONTEXT + shift));
                from = -1;
            }
            from = from < 0 ? Math.max(x - CONTEXT, 0) : from;
            while (isDeleted(diff, x)) {
                x++;
            }
            while (isAdded(diff, y)) {
                y++;
            }
            last = x;
        }
        if (from >= 0) {
            int to = Math.min(last + CONTEXT, before);
            hunks.add(new DiffHunk(from, to, newStart(hunks, from), after - (before - to)));
        }
        return hunks;
    }

    /** Between two hunks nothing changes, so that the first line after is as far off as the hunk before has moved it. */
    private static int newStart(List<DiffHunk> hunks, int oldFrom) {
        if (hunks.isEmpty()) {
            return oldFrom;
        }
        DiffHunk before = hunks.get(hunks.size() - 1);
        return oldFrom + before.newTo - before.oldTo;
    }

    private static boolean isDeleted(LineDiff diff, int x) {
        return x < diff.deleted.length && diff.deleted[x];
    }

    private static boolean isAdded(LineDiff diff, int y) {
        return y < diff.added.length && diff.added[y];
    }

    /** Goes through the lines: of those that change in one place the deleted ones first. */
    void forEach(LineDiff diff, Lines lines) {
        int x = oldFrom;
        int y = newFrom;
        while (x < oldTo || y < newTo) {
            if (x < oldTo && diff.deleted[x]) {
                lines.take('-', x++);
            } else if (y < newTo && diff.added[y]) {
                lines.take('+', y++);
            } else {
                lines.take(' ', x++);
                y++;
            }
        }
    }
}
