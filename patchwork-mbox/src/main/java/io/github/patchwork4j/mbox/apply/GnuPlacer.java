package io.github.patchwork4j.mbox.apply;

/**
 * Places hunks as GNU patch does with a fuzz factor.
 *
 * <p>Line numbers are those of the old file, moved by the offset of the hunk before. With each degree of fuzz a line of
 * context is left out at the end that has more, and then at both; while one end has fewer lines than the other, it must be
 * the beginning of the file (if the hunk is for its first line) or its end. Hunks are only placed below the last change.
 */
final class GnuPlacer implements HunkPlacer {
    private static final String BEHIND_OPEN_LINE = "what it adds would be joined to a last line that has no line feed";

    private final FileLines file;
    private final int maxFuzz;
    private final Work work;
    /** How many lines the hunks before have added; the file here has them, GNU's numbers do not. */
    private int growth;
    /** The last line, in the file as it is now, that a hunk has changed; lines from 1. */
    private int frozen;
    /** By how much the hunk before was off its place. */
    private int lastOffset;

    GnuPlacer(FileLines file, int maxFuzz, Work work) {
        this.file = file;
        this.maxFuzz = maxFuzz;
        this.work = work;
    }

    @Override
    public HunkResult place(HunkSides sides) {
        int context = Math.max(sides.leading, sides.trailing);
        // A hunk without old lines names the line that it follows.
        int named = sides.beforeStart + (sides.before.isEmpty() ? 1 : 0);
        int guess = named + growth + lastOffset;
        for (int fuzz = 0; fuzz <= Math.min(maxFuzz, context); fuzz++) {
            int head = fuzz + sides.leading - context;
            int tail = fuzz + sides.trailing - context;
            int found = locate(sides, guess, head, tail);
            if (found > 0 && isBehindOpenLine(sides, found)) {
                return HunkResult.rejected(sides, BEHIND_OPEN_LINE);
            }
            if (found > 0) {
                int dropped = Math.max(head, 0);
                HunkResult result =
                        HunkResult.applied(sides, found + dropped, found - named - growth, dropped, Math.max(tail, 0));
                replace(sides, found);
                lastOffset += sides.before.isEmpty() ? 0 : found - guess;
                return work.isSpent() ? HunkResult.rejected(sides, TOO_MUCH) : result;
            }
        }
        return HunkResult.rejected(sides, work.isSpent() ? TOO_MUCH : NO_PLACE);
    }

    /** Returns the line, from 1, at which the hunk's first line is, or would be if it was not left out; 0 if there is none. */
    private int locate(HunkSides sides, int guess, int head, int tail) {
        int size = sides.before.size();
        int last = file.size() - size + 1;
        if (size == 0) {
            // What is to follow a line behind the end of the file follows the last one.
            return guess > frozen ? Math.min(guess, last) : 0;
        }
        if (head < 0 && sides.beforeStart <= 1) {
            boolean possible = frozen <= sides.leading && last >= 1 && (tail >= 0 || last == 1);
            return possible && matches(sides, 1, 0, Math.max(tail, 0)) ? 1 : 0;
        }
        int first = Math.max(frozen + 1, 1);
        int from = Math.max(head, 0);
        if (tail < 0) {
            return last >= first && matches(sides, last, from, 0) ? last : 0;
        }
        // Lines of context that are left out need not be there: they may lie behind the end of the file.
        last += tail;
        for (int offset = 0; !work.isSpent(); offset++) {
            int down = guess + offset;
            int up = guess - offset;
            if (down > last && up < first) {
                return 0;
            }
            if (down <= last && down >= first && matches(sides, down, from, tail)) {
                return down;
            }
            if (offset > 0 && up >= first && up <= last && matches(sides, up, from, tail)) {
                return up;
            }
        }
        return 0;
    }

    /** Tells whether the change would be joined to a last line without line feed, as GNU patch does: that is never meant. */
    private boolean isBehindOpenLine(HunkSides sides, int line) {
        int size = file.size();
        boolean overhangs = line + sides.before.size() - 1 > size;
        boolean atEnd = line - 1 + sides.before.size() - sides.trailing == size;
        return overhangs && atEnd && size > 0 && !file.endsWithLineFeed(size - 1);
    }

    private boolean matches(HunkSides sides, int line, int head, int tail) {
        for (int i = head; i < sides.before.size() - tail; i++) {
            int at = line - 1 + i;
            if (!work.spend(1) || !file.mayBe(at, sides, i) || !file.isExactly(at, sides.before.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Replaces what is between the hunk's first and last lines of context, which stay as they are in the file. */
    private void replace(HunkSides sides, int line) {
        int from = sides.leading;
        int removed = sides.before.size() - sides.leading - sides.trailing;
        int to = sides.after.size() - sides.trailing;
        if (work.spend((long) file.distance(line - 1 + from) + to - from)) {
            file.replace(line - 1 + from, removed, sides.after.subList(from, to));
            growth += to - from - removed;
            frozen = line - 1 + to;
        }
    }
}
