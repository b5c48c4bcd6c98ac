package io.github.patchwork4j.mbox.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through bytes eight at a time. */
public final class Scan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Scan() {}

    /**
     * Finds a byte.
     *
     * @param array where to look
     * @param wanted the byte
     * @param from the first index to look at
     * @param to the index after the last
     * @return its index, or {@code -1} if it is not there
     */
    public static int indexOf(byte[] array, byte wanted, int from, int to) {
        long pattern = (wanted & 0xffL) * ONES;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long zeros = zeros(array, at, pattern);
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at < to; at++) {
            if (array[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** The lowest bit that is set in it belongs to the first byte that is like those of the pattern. */
    private static long zeros(byte[] array, int at, long pattern) {
        long difference = (long) LONGS.get(array, at) ^ pattern;
        return (difference - ONES) & ~difference & HIGHS;
    }

    /**
     * Finds the first of two bytes.
     *
     * @param array where to look
     * @param one a byte
     * @param other another
     * @param from the first index to look at
     * @param to the index after the last
     * @return the lower index of the two, or {@code -1} if neither is there
     */
    public static int indexOfEither(byte[] array, byte one, byte other, int from, int to) {
        long ones = (one & 0xffL) * ONES;
        long others = (other & 0xffL) * ONES;
        int at = from;
        // The last step looks at bytes again that are known to be others, so that none are left.
        for (; at < to && to - from >= Long.BYTES; at += Long.BYTES) {
            int word = Math.min(at, to - Long.BYTES);
            long difference = (long) LONGS.get(array, word) ^ ones;
            long otherDifference = (long) LONGS.get(array, word) ^ others;
            long zeros = (((difference - ONES) & ~difference) | ((otherDifference - ONES) & ~otherDifference)) & HIGHS;
            if (zeros != 0) {
                return word + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at < to; at++) {
            if (array[at] == one || array[at] == other) {
                return at;
            }
        }
        return -1;
    }

    /**
     * Finds two bytes that follow each other, such as a line end and the first letter of the next line.
     *
     * @param array where to look
     * @param first the first byte
     * @param second the byte after it
     * @param from the first index to look at
     * @param to the index after the last
     * @return the index of the first byte, or {@code -1} if they are not there
     */
    public static int indexOfPair(byte[] array, byte first, byte second, int from, int to) {
        long firsts = (first & 0xffL) * ONES;
        long seconds = (second & 0xffL) * ONES;
        int at = from;
        // A byte of a difference is zero where the pair begins; its highest bit is then set in the result.
        for (; at <= to - Long.BYTES - 1; at += Long.BYTES) {
            long zeros = pairs(array, at, firsts, seconds);
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at < to - 1; at++) {
            if (array[at] == first && array[at + 1] == second) {
                return at;
            }
        }
        return -1;
    }

    /** The lowest bit that is set in it belongs to the first pair. */
    private static long pairs(byte[] array, int at, long firsts, long seconds) {
        long difference = ((long) LONGS.get(array, at) ^ firsts) | ((long) LONGS.get(array, at + 1) ^ seconds);
        return (difference - ONES) & ~difference & HIGHS;
    }

    /**
     * Tells whether every byte is below 128.
     *
     * @param array where to look
     * @param from the first index to look at
     * @param to the index after the last
     * @return whether no high bit is set
     */
    public static boolean isAscii(byte[] array, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            if (((long) LONGS.get(array, at) & HIGHS) != 0) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (array[at] < 0) {
                return false;
            }
        }
        return true;
    }
}
