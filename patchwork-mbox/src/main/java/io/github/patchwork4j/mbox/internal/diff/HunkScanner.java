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
        int end = lines.end;
        int position = lines.position;
        int block = lines.block;
        long feeds = lines.feeds;
        long left = oldCount * OLD_LINE | newCount;
        int counted = 0;
        lineFeedMissing = false;
        Outcome outcome = Outcome.COMPLETE;
        while (left != 0) {
            if (position >= end) {
                outcome = Outcome.TRUNCATED;
                break;
            }
            long step = STEPS[array[position] & 0xff];
            if (((left - step) & BELOW_ZERO) != 0 || (step == 0 && !isMarker(array, position, end))) {
                outcome = Outcome.CORRUPT;
                break;
            }
            left -= step;
            counted += step == 0 ? 0 : 1;
            while (feeds == 0 && block < end - LineScanner.BLOCK) {
                block += LineScanner.BLOCK;
                feeds = LineScanner.feedsAt(array, block, end);
            }
            lineFeedMissing = feeds == 0;
            position = lineFeedMissing ? end : block + Long.numberOfTrailingZeros(feeds) + 1;
            feeds &= feeds - 1;
        }
        lines.moveTo(position, block, feeds);
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
        steps['\\'] = 0;
        return steps;
    }
}
