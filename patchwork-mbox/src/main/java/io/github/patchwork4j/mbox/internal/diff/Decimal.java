package io.github.patchwork4j.mbox.internal.diff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads unsigned decimal numbers that may be longer than any number should be. */
public final class Decimal {
    /** What {@link #value()} is when the digits mean more than {@link Integer#MAX_VALUE}. */
    public static final int OVERFLOW = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long TOO_LARGE = Integer.MAX_VALUE + 1L;

    private int value;

    /** Makes a reader, which keeps the last number it has read. */
    public Decimal() {}

    /**
     * Reads the digits at a place.
     *
     * @param array where they are
     * @param from the index of the first digit
     * @param to the index after the last byte that may be read
     * @return the index after the last digit; {@code from} if there is none
     */
    public int read(byte[] array, int from, int to) {
        if (from <= to - Long.BYTES) {
            long word = (long) LONGS.get(array, from);
            long others = othersIn(word);
            if (others != 0) {
                int digits = Long.numberOfTrailingZeros(others) >>> 3;
                value = digits == 0 ? 0 : ofBytes(word, 0, digits);
                return from + digits;
            }
        }
        return readBytes(array, from, to);
    }

    /** Returns the high bits of those of eight bytes that are no digits; exact for every byte. */
    static long othersIn(long word) {
        long values = word ^ ('0' * ONES);
        return (((values & ~HIGHS) + (0x80 - 10) * ONES) | values) & HIGHS;
    }

    /** Returns the number that some of eight bytes are the digits of, at least one. */
    static int ofBytes(long word, int from, int to) {
        return ofEightDigits((word >>> (Byte.SIZE * from)) << (Long.SIZE - Byte.SIZE * (to - from)));
    }

    /** Adds neighbours up three times, each time twice as far apart; the first digit is lowest, bytes of 0 count as digits. */
    private static int ofEightDigits(long word) {
        long pairs = ((word & (0x0f * ONES)) * ((10 << 8) | 1)) >>> 8;
        long fours = ((pairs & 0x00ff00ff00ff00ffL) * ((100 << 16) | 1)) >>> 16;
        return (int) (((fours & 0x0000ffff0000ffffL) * ((10_000L << 32) | 1)) >>> 32);
    }

    private int readBytes(byte[] array, int from, int to) {
        long number = 0;
        int at = from;
        for (; at < to; at++) {
            int digit = array[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            // Once it is too large it stays so.
            number = Math.min(number * 10 + digit, TOO_LARGE);
        }
        value = number > Integer.MAX_VALUE ? OVERFLOW : (int) number;
        return at;
    }

    /**
     * Returns the number that was read last.
     *
     * @return the number, or {@link #OVERFLOW}
     */
    public int value() {
        return value;
    }

    /**
     * Tells whether a byte is an ASCII digit.
     *
     * @param b the byte
     * @return whether it is one of 0 to 9
     */
    public static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
