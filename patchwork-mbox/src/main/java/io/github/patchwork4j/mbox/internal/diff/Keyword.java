package io.github.patchwork4j.mbox.internal.diff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * An ASCII word that lines are looked at for, compared eight bytes at once. A record, because the compiler takes the fields
 * of constants for constants only if they are those of records.
 *
 * @param text the word
 * @param length how long it is
 * @param first its first eight bytes, the first of them lowest
 * @param mask which bytes of {@code first} count
 */
public record Keyword(String text, int length, long first, long mask) {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /**
     * Returns a word to look for.
     *
     * @param text the word, in ASCII
     * @return the keyword
     */
    public static Keyword of(String text) {
        long first = 0;
        long mask = 0;
        for (int i = 0; i < Math.min(text.length(), Long.BYTES); i++) {
            first |= (long) text.charAt(i) << (Byte.SIZE * i);
            mask |= 0xffL << (Byte.SIZE * i);
        }
        return new Keyword(text, text.length(), first, mask);
    }

    /**
     * Tells whether the word stands at a place.
     *
     * @param array where to look
     * @param at the place
     * @param to the index after the last byte
     * @return whether all of it is there
     */
    public boolean isAt(byte[] array, int at, int to) {
        if (at > to - length) {
            return false;
        }
        if (at <= array.length - Long.BYTES) {
            boolean differs = (((long) LONGS.get(array, at) ^ first) & mask) != 0;
            if (differs || length <= Long.BYTES) {
                return !differs;
            }
        }
        return LineScanner.startsWith(array, at, to, text);
    }
}
