package io.github.patchwork4j.mbox.internal.diff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the line that opens a hunk: {@code @@ -a,b +c,d @@ section}, or {@code @@@ -a,b -c,d +e,f @@@ section} with one
 * more {@code @} for each further parent. One reader is used for all hunks of a text.
 */
public final class HunkHeader {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Decimal decimal = new Decimal();
    private int[] starts = new int[2];
    private int[] counts = new int[2];
    private int sections;
    private boolean isTooLarge;

    /** Makes a reader, which keeps the last header it has read. */
    public HunkHeader() {}

    /**
     * Reads a header.
     *
     * @param array where it is
     * @param from the index of its first byte
     * @param to the index after the last byte of the text, as no line feed can be taken for a part of a header
     * @param parents how many old sides it has, 1 but for combined diffs
     * @return whether it is one; all its numbers must be below 2^31
     */
    public boolean read(byte[] array, int from, int to, int parents) {
        if (parents >= starts.length) {
            starts = new int[parents + 1];
            counts = new int[parents + 1];
        }
        isTooLarge = false;
        int at = pastSigns(array, from, to, parents);
        for (int side = 0; side <= parents && at >= 0; side++) {
            at = readRange(array, at, to, side, side == parents ? '+' : '-');
        }
        if (at < 0 || at >= to || array[at] != ' ') {
            sections = -1;
            return false;
        }
        sections = pastSigns(array, at + 1, to, parents);
        return sections >= 0 && !isTooLarge;
    }

    /**
     * Tells whether a line that is no header would be one if its numbers were smaller.
     *
     * @return whether it has the shape of a header
     */
    public boolean isTooLarge() {
        return isTooLarge && sections >= 0;
    }

    /**
     * Returns the first line of a side.
     *
     * @param side 0 for the first old side; the last is the new side
     * @return the line number, from 1; that of the line before if the side is empty
     */
    public int start(int side) {
        return starts[side];
    }

    /**
     * Returns how many lines a side has.
     *
     * @param side 0 for the first old side; the last is the new side
     * @return the count; 1 if the header leaves it out
     */
    public int count(int side) {
        return counts[side];
    }

    /**
     * Puts other counts for those that were read of a hunk with one old side.
     *
     * @param before how many old lines there are
     * @param after how many new lines there are
     */
    public void replaceCounts(int before, int after) {
        counts[0] = before;
        counts[1] = after;
    }

    /**
     * Returns where the text after the header's closing signs begins.
     *
     * @return an index, at most that of the line feed
     */
    public int section() {
        return sections;
    }

    /**
     * Returns the starts and counts of the old sides in turn.
     *
     * @param parents how many there are
     * @return a new array: start and count of the first old side first
     */
    public int[] ranges(int parents) {
        int[] ranges = new int[2 * parents];
        for (int side = 0; side < parents; side++) {
            ranges[2 * side] = starts[side];
            ranges[2 * side + 1] = counts[side];
        }
        return ranges;
    }

    /** Returns the index after {@code parents + 1} at-signs, or -1 if there are fewer. */
    private static int pastSigns(byte[] array, int from, int to, int parents) {
        int past = from + parents + 1;
        if (past > to) {
            return -1;
        }
        for (int i = from; i < past; i++) {
            if (array[i] != '@') {
                return -1;
            }
        }
        return past;
    }

    /** Reads a space, a sign, a line number and a count that may be missing; returns the index after them or -1. */
    private int readRange(byte[] array, int from, int to, int side, char sign) {
        if (from > to - 3 || array[from] != ' ' || array[from + 1] != sign) {
            return -1;
        }
        int past = readShortRange(array, from + 2, to, side);
        return past >= 0 ? past : readNumbers(array, from + 2, to, side);
    }

    /** Reads start and count if both are in eight bytes with what is behind them, as is usual; else returns -1. */
    private int readShortRange(byte[] array, int from, int to, int side) {
        if (from > to - Long.BYTES) {
            return -1;
        }
        long word = (long) LONGS.get(array, from);
        long others = Decimal.othersIn(word);
        long behindComma = others & (others - 1);
        int comma = Long.numberOfTrailingZeros(others) >>> 3;
        int end = Long.numberOfTrailingZeros(behindComma) >>> 3;
        if (behindComma == 0 || comma == 0 || end == comma + 1 || array[from + comma] != ',') {
            return -1;
        }
        starts[side] = Decimal.ofBytes(word, 0, comma);
        counts[side] = Decimal.ofBytes(word, comma + 1, end);
        return from + end;
    }

    private int readNumbers(byte[] array, int from, int to, int side) {
        int at = decimal.read(array, from, to);
        if (at == from) {
            return -1;
        }
        isTooLarge |= decimal.value() == Decimal.OVERFLOW;
        starts[side] = decimal.value();
        counts[side] = 1;
        if (at < to && array[at] == ',') {
            int digits = at + 1;
            at = decimal.read(array, digits, to);
            if (at == digits) {
                return -1;
            }
            isTooLarge |= decimal.value() == Decimal.OVERFLOW;
            counts[side] = decimal.value();
        }
        return at;
    }
}
