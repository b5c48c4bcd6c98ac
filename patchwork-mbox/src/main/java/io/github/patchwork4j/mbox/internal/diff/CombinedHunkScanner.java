package io.github.patchwork4j.mbox.internal.diff;

import io.github.patchwork4j.mbox.internal.diff.HunkScanner.Outcome;

/**
 * Finds where the body of a combined diff's hunk ends, by the line counts of its header.
 *
 * <p>Each line has a column of markers for each parent. A line with a minus anywhere is not in the result, and is in those
 * parents that have a minus; any other line is in the result, and in those parents that have a space.
 */
public final class CombinedHunkScanner {
    private final LineScanner lines;
    private int[] left = new int[0];
    private long leftInAll;
    private int addedLines;
    private int deletedLines;

    /**
     * Scans with a line scanner, which moves along.
     *
     * @param lines the lines
     */
    public CombinedHunkScanner(LineScanner lines) {
        this.lines = lines;
    }

    /**
     * Passes the body of a hunk; the line scanner must be at the first line of it.
     *
     * @param header its header
     * @param parents how many parents it has
     * @return how it ended; the line scanner is behind the last line that belongs to the hunk
     */
    public Outcome scan(HunkHeader header, int parents) {
        addedLines = 0;
        deletedLines = 0;
        leftInAll = 0;
        left = new int[parents + 1];
        for (int side = 0; side <= parents; side++) {
            left[side] = header.count(side);
            leftInAll += left[side];
        }
        while (leftInAll > 0) {
            if (lines.atEnd()) {
                return Outcome.TRUNCATED;
            }
            if (!lines.startsWith("\\ ") && !takeLine(parents)) {
                return Outcome.CORRUPT;
            }
            lines.advance();
        }
        while (lines.startsWith("\\ ")) {
            lines.advance();
        }
        return Outcome.COMPLETE;
    }

    /**
     * Returns how many lines of the last hunk are in the result and not in all parents.
     *
     * @return the count
     */
    public int addedLines() {
        return addedLines;
    }

    /**
     * Returns how many lines of the last hunk are in a parent and not in the result.
     *
     * @return the count
     */
    public int deletedLines() {
        return deletedLines;
    }

    private boolean takeLine(int parents) {
        int from = lines.position();
        if (lines.lineEnd() - from < parents) {
            return false;
        }
        boolean minus = false;
        boolean plus = false;
        for (int i = from; i < from + parents; i++) {
            byte marker = lines.array()[i];
            minus |= marker == '-';
            plus |= marker == '+';
            if (marker != '-' && marker != '+' && marker != ' ') {
                return false;
            }
        }
        if ((minus && plus) || !lower(from, parents, minus ? '-' : ' ')) {
            return false;
        }
        if (!minus && !lower(parents)) {
            return false;
        }
        addedLines += plus ? 1 : 0;
        deletedLines += minus ? 1 : 0;
        return true;
    }

    private boolean lower(int from, int parents, char marker) {
        for (int side = 0; side < parents; side++) {
            if (lines.array()[from + side] == marker && !lower(side)) {
                return false;
            }
        }
        return true;
    }

    private boolean lower(int side) {
        left[side]--;
        leftInAll--;
        return left[side] >= 0;
    }
}
