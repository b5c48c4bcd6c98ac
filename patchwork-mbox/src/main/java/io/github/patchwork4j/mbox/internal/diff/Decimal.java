package io.github.patchwork4j.mbox.internal.diff;

/** Reads unsigned decimal numbers that may be longer than any number should be. */
public final class Decimal {
    /** What {@link #value()} is when the digits mean more than {@link Integer#MAX_VALUE}. */
    public static final int OVERFLOW = -1;

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
        long number = 0;
        int at = from;
        for (; at < to && isDigit(array[at]); at++) {
            if (number <= Integer.MAX_VALUE) {
                number = number * 10 + (array[at] - '0');
            }
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
