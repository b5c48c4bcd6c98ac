package io.github.patchwork4j.mbox.internal.diff;

import java.util.Arrays;

/**
 * Finds where the body of a hunk ends, by the line counts of its header and nothing else.
 *
 * <p>What a line looks like never decides: {@code --- a/x} inside the counts is a removed line, and {@code -- } after
 * them is a mail signature. The numbers of added and removed lines follow from the counts, so that lines are only
 * counted, not sorted. One scanner is used for all hunks of a text.
 */
public final class HunkScanner {
    /** How a hunk ended. */
    public enum Outcome {
        /** All lines that the header promised are there. */
        COMPLETE,
        /** A line came that cannot be in a hunk, or not in this one; it is not part of what was scanned. */
        CORRUPT,
        /** The text ended before the counts did. */
        TRUNCATED
    }

    /** The shortest line that is taken for git's "No newline at end of file" in whatever language. */
    private static final int SHORTEST_MARKER = 12;

    private static final Keyword MARKER = Keyword.of("\\ ");

    private static final long OLD_LINE = 1L << 32;
    private static final long NEW_LINE = 1;
    /** The sign bits of both counts; one of them is set as soon as a count falls below 0. */
    private static final long BELOW_ZERO = 0x8000000080000000L;

    /** By how much each first byte of a line lowers the counts, those of old lines in the upper half. */
    private static final long[] STEPS = steps();

    private final LineScanner lines;
    private int addedLines;
    private int deletedLines;
    private boolean lineFeedMissing;

    /**
     * Scans with a line scanner, which moves along.
     *
     * @param lines the lines
     */
    public HunkScanner(LineScanner lines) {
        this.lines = lines;
    }

    /**
     * Passes the body of a hunk and a "no newline" line behind it; the line scanner must be at the first line of it.
     *
     * @param oldCount how many old lines the header promises
     * @param newCount how many new lines the header promises
     * @return how it ended; the line scanner is behind the last line that belongs to the hunk
     */
    public Outcome scan(int oldCount, int newCount) {
        byte[] array = lines.array;
        int[] feeds = lines.feeds;
        int position = lines.position;
        int current = lines.current;
        int found = lines.found;
        long left = oldCount * OLD_LINE | newCount;
        int counted = 0;
        Outcome outcome = Outcome.COMPLETE;
        while (left != 0) {
            if (current == found) {
                lines.moveTo(Math.min(position, lines.end), current);
                if (!lines.fill()) {
                    outcome = Outcome.TRUNCATED;
                    break;
                }
                current = 0;
                found = lines.found;
            }
            long after = left - STEPS[array[position] & 0xff];
            if ((after & BELOW_ZERO) == 0) {
                left = after;
                counted++;
            } else if (!isMarker(array, position, lines.end)) {
                outcome = Outcome.CORRUPT;
                break;
            }
            position = feeds[current++] + 1;
        }
        lineFeedMissing = position > lines.end;
        lines.moveTo(Math.min(position, lines.end), current);
        if (outcome == Outcome.COMPLETE) {
            passLastMarker();
        }
        count(oldCount - (int) (left >>> 32), newCount - (int) left, counted);
        return outcome;
    }

    /**
     * Returns how many lines of the last hunk are new.
     *
     * @return lines with a plus
     */
    public int addedLines() {
        return addedLines;
    }

    /**
     * Returns how many lines of the last hunk are old.
     *
     * @return lines with a minus
     */
    public int deletedLines() {
        return deletedLines;
    }

    /**
     * Tells whether the last counted line of the last hunk just ended, at the end of the text.
     *
     * @return whether a line feed is missing
     */
    public boolean lineFeedMissing() {
        return lineFeedMissing;
    }

    private void count(int oldLines, int newLines, int counted) {
        addedLines = counted - oldLines;
        deletedLines = counted - newLines;
    }

    private void passLastMarker() {
        if (lines.end - lines.position > SHORTEST_MARKER && lines.startsWith(MARKER)) {
            lines.advance();
        }
    }

    private static boolean isMarker(byte[] array, int from, int end) {
        if (!MARKER.isAt(array, from, end) || from > end - SHORTEST_MARKER) {
            return false;
        }
        for (int i = from; i < from + SHORTEST_MARKER - 1; i++) {
            if (array[i] == '\n') {
                return false;
            }
        }
        return true;
    }

    private static long[] steps() {
        long[] steps = new long[256];
        Arrays.fill(steps, Long.MIN_VALUE);
        steps[' '] = OLD_LINE | NEW_LINE;
        // GNU diff leaves out the space of an empty context line.
        steps['\n'] = OLD_LINE | NEW_LINE;
        steps['-'] = OLD_LINE;
        steps['+'] = NEW_LINE;
        return steps;
    }
}
