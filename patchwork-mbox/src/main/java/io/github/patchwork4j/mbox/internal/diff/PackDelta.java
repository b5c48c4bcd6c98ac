package io.github.patchwork4j.mbox.internal.diff;

import org.jspecify.annotations.Nullable;

/**
 * Makes a file out of another and a delta in the format of git's packs: runs to copy from the other, and bytes to insert.
 */
public final class PackDelta {
    private static final int COPY = 0x80;
    /** What a copied run's length of 0 stands for. */
    private static final int LONGEST_DEFAULT = 0x10000;

    private final byte[] delta;
    private int at;

    /**
     * Reads a delta.
     *
     * @param delta the inflated delta
     */
    public PackDelta(byte[] delta) {
        this.delta = delta;
    }

    /**
     * Applies the delta.
     *
     * @param base the file that it was made against
     * @param limit the most bytes that the result may have
     * @return the result; null if the delta is broken, is for another base, or makes more than the limit
     */
    public byte @Nullable [] apply(byte[] base, int limit) {
        at = 0;
        if (readSize() != base.length) {
            return null;
        }
        long size = readSize();
        if (size < 0 || size > limit) {
            return null;
        }
        byte[] result = new byte[(int) size];
        int filled = 0;
        while (at < delta.length && filled >= 0) {
            int operation = delta[at++] & 0xff;
            filled = operation >= COPY ? copy(operation, base, result, filled) : insert(operation, result, filled);
        }
        return filled == result.length ? result : null;
    }

    /** Copies a run of the base; returns how much of the result is filled then, or -1 if the run is not there. */
    private int copy(int operation, byte[] base, byte[] result, int filled) {
        long from = readBytes(operation, 4);
        long length = readBytes(operation >> 4, 3);
        length = length == 0 ? LONGEST_DEFAULT : length;
        if (from < 0 || length < 0 || from + length > base.length || filled + length > result.length) {
            return -1;
        }
        System.arraycopy(base, (int) from, result, filled, (int) length);
        return filled + (int) length;
    }

    private int insert(int length, byte[] result, int filled) {
        if (length == 0 || length > delta.length - at || length > result.length - filled) {
            return -1;
        }
        System.arraycopy(delta, at, result, filled, length);
        at += length;
        return filled + length;
    }

    /** Reads the bytes of a number whose bit is set in the operation, lowest first; -1 if the delta ends before. */
    private long readBytes(int bits, int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            if ((bits >> i & 1) != 0) {
                if (at >= delta.length) {
                    return -1;
                }
                number |= (delta[at++] & 0xffL) << (8 * i);
            }
        }
        return number;
    }

    /** Reads a size, seven bits in each byte, lowest first; -1 if there is none below 2^35. */
    private long readSize() {
        long size = 0;
        for (int shift = 0; shift < 35 && at < delta.length; shift += 7) {
            byte b = delta[at++];
            size |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return size;
            }
        }
        return -1;
    }
}
