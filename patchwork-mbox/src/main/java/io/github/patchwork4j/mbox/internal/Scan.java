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
            long difference = (long) LONGS.get(array, at) ^ pattern;
            long zeros = (difference - ONES) & ~difference & HIGHS;
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
