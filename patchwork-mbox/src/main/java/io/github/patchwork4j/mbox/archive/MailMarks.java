package io.github.patchwork4j.mbox.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds in one pass the two kinds of lines that a splitter has to know of: those that start with an F and those that start with a {@code >}.
 *
 * <p>Both are rare. So words of eight bytes are tested for both at once, in as few steps as can be, by a test that takes some other bytes
 * for them too; only words that do not pass are looked at closely.
 */
final class MailMarks {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long FEEDS = '\n' * ONES;
    private static final long LETTERS = 'F' * ONES;
    private static final long QUOTES = '>' * ONES;

    /** Two bits that are set in an F and in a {@code >}, and not both in what lines of a diff start with. */
    private static final long COMMON = 6 * ONES;

    private MailMarks() {}

    /**
     * Finds a line that starts with an F or a {@code >}.
     *
     * @return the index of the line end before it; -1 if there is none
     */
    static int next(byte[] array, int from, int to) {
        int at = from;
        for (; at < to - Long.BYTES; at += Long.BYTES) {
            if (mayHold(array, at)) {
                long marks = marks(array, at);
                if (marks != 0) {
                    return at + (Long.numberOfTrailingZeros(marks) >>> 3);
                }
            }
        }
        for (; at < to - 1; at++) {
            if (array[at] == '\n' && (array[at + 1] == 'F' || array[at + 1] == '>')) {
                return at;
            }
        }
        return -1;
    }

    /** Is true if one of them is there, and also for bytes above 127 and other letters: taking 1 from 0 sets the highest bit. */
    private static boolean mayHold(byte[] array, int at) {
        long feeds = (long) LONGS.get(array, at) ^ FEEDS;
        long starts = ~(long) LONGS.get(array, at + 1) & COMMON;
        return (((feeds | starts) - ONES) & HIGHS) != 0;
    }

    /** The lowest bit that is set in it belongs to the first line end that was looked for. */
    private static long marks(byte[] array, int at) {
        long feeds = (long) LONGS.get(array, at) ^ FEEDS;
        long starts = (long) LONGS.get(array, at + 1);
        return (zeros(feeds | (starts ^ LETTERS)) | zeros(feeds | (starts ^ QUOTES))) & HIGHS;
    }

    private static long zeros(long word) {
        return (word - ONES) & ~word;
    }
}
