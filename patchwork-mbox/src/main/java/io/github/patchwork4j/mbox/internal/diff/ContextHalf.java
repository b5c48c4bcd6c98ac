package io.github.patchwork4j.mbox.internal.diff;

import java.util.Arrays;

/**
 * One half of a context diff's hunk: a line with the range of line numbers, and the lines of one side.
 *
 * <p>Each line begins with a marker and a space: two spaces for context, {@code -} or {@code +} for a line that only this
 * side has, {@code !} for one that differs.
 */
public final class ContextHalf {
    private final LineScanner lines;
    private final String keyword;
    private final char ownMark;
    private final Decimal decimal = new Decimal();
    /** The beginning of each line; below 0, and inverted, for those that only say that a line feed is missing. */
    private int[] starts = new int[8];

    private int size;
    private int first;
    private int last;
    private boolean single;

    /**
     * Reads with a line scanner, which moves along.
     *
     * @param lines the lines
     * @param keyword how the line with the range begins, {@code "*** "} or {@code "--- "}
     * @param marker what marks the lines that only this side has
     */
    public ContextHalf(LineScanner lines, String keyword, char marker) {
        this.lines = lines;
        this.keyword = keyword;
        this.ownMark = marker;
    }

    /**
     * Reads the half; the line scanner must be at its range.
     *
     * @return whether the current line is a range; the line scanner stays where it is if not
     */
    public boolean read() {
        if (lines.atEnd() || !lines.startsWith(keyword) || !readRange()) {
            return false;
        }
        lines.advance();
        int left = single ? 1 : Math.max(0, last - first + 1);
        boolean marker = isMarkerLine();
        while (marker || (left > 0 && isLine())) {
            add(marker ? ~lines.position() : lines.position());
            left -= marker ? 0 : 1;
            lines.advance();
            marker = isMarkerLine();
        }
        return true;
    }

    private boolean readRange() {
        int end = lines.lineEnd();
        int from = lines.position() + keyword.length();
        int at = decimal.read(lines.array(), from, end);
        first = decimal.value();
        last = first;
        single = at >= end || lines.array()[at] != ',';
        if (!single) {
            int digits = at + 1;
            at = decimal.read(lines.array(), digits, end);
            last = decimal.value();
            return at > digits && first != Decimal.OVERFLOW && last != Decimal.OVERFLOW;
        }
        return at > from && first != Decimal.OVERFLOW;
    }

    private boolean isMarkerLine() {
        return size > 0 && lines.startsWith("\\ ");
    }

    private boolean isLine() {
        if (lines.atEnd()) {
            return false;
        }
        byte mark = lines.array()[lines.position()];
        int length = lines.lineEnd() - lines.position();
        if (length == 0 || mark == '\r') {
            // An empty context line whose spaces were lost on the way; what a half begins with is none.
            return size > 0;
        }
        boolean known = mark == ' ' || mark == '!' || mark == ownMark;
        return known && (length == 1 || isBlank(lines.array()[lines.position() + 1]));
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    private void add(int start) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = start;
    }

    byte[] array() {
        return lines.array();
    }

    int end() {
        return lines.end();
    }

    /** Returns how many lines there are, those about missing line feeds with them. */
    int size() {
        return size;
    }

    /** Returns where a line begins. */
    int start(int index) {
        return starts[index] < 0 ? ~starts[index] : starts[index];
    }

    /** Tells whether a line only says that the one before it has no line feed. */
    boolean isMarker(int index) {
        return starts[index] < 0;
    }

    /** Tells whether a line is not on the other side. */
    boolean isChanged(int index) {
        byte mark = lines.array()[start(index)];
        return !isMarker(index) && (mark == '!' || mark == ownMark);
    }

    /** Returns the number of the first line, or that of the line before if there are none. */
    int first() {
        return first;
    }

    /** Tells whether so many lines are what the range says; a single number stands for one line or for none. */
    boolean fits(int count) {
        return single ? count <= 1 : count == Math.max(0, last - first + 1);
    }
}
