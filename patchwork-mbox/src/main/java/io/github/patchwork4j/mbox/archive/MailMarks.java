package io.github.patchwork4j.mbox.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds in one pass all that a splitter has to know of a mail: the line ends before an F or a {@code >}, and the carriage returns.
 *
 * <p>These are rare, so words of eight bytes are tested for all of them at once, by a test that may take some other bytes for them; only
 * words that do not pass are looked at closely.
 */
final class MailMarks {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long FEEDS = '\n' * ONES;
    private static final long RETURNS = '\r' * ONES;
    private static final long LETTERS = 'F' * ONES;
    private static final long QUOTES = '>' * ONES;

    /** The bits that F and {@code >} have in common. */
    private static final long COMMON = (~('F' ^ '>') & 0xff) * ONES;

    private MailMarks() {}

    /**
     * Finds the first mark.
     *
     * @return the index of a carriage return, or of a line end before an F or a {@code >}; -1 if there is none
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
        for (; at < to; at++) {
            boolean feed = array[at] == '\n' && at + 1 < to && (array[at + 1] == 'F' || array[at + 1] == '>');
            if (feed || array[at] == '\r') {
                return at;
            }
        }
        return -1;
    }

    /**
     * Tells for certain only that no mark begins in a word. Adding 127 to a byte sets its highest bit unless it is 0 or more than 128;
     * only the latter carry over to the next byte, and they do not pass either.
     */
    private static boolean mayHold(byte[] array, int at) {
        long word = (long) LONGS.get(array, at);
        long starts = ((long) LONGS.get(array, at + 1) & COMMON) ^ (LETTERS & COMMON);
        return ((((word ^ FEEDS) | starts) + LOWS) & ((word ^ RETURNS) + LOWS) & HIGHS) != HIGHS;
    }

    /** The lowest bit that is set in it belongs to the first mark. */
    private static long marks(byte[] array, int at) {
        long word = (long) LONGS.get(array, at);
        long next = (long) LONGS.get(array, at + 1);
        long letters = (word ^ FEEDS) | (next ^ LETTERS);
        long quotes = (word ^ FEEDS) | (next ^ QUOTES);
        return (zeros(letters) | zeros(quotes) | zeros(word ^ RETURNS)) & HIGHS;
    }

    private static long zeros(long word) {
        return (word - ONES) & ~word;
    }
}
