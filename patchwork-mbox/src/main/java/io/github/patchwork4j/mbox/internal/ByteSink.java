package io.github.patchwork4j.mbox.internal;

import io.github.patchwork4j.mbox.Bytes;
import java.util.Arrays;

/** A growing run of bytes that a decoder writes and hands out without copying it once more. */
public final class ByteSink {
    private static final int MAX = Integer.MAX_VALUE - 8;

    /** How many bytes are made room for at first, when there is one to be written. */
    private static final int FEW = 16;

    private static final byte[] NO_ROOM = {};

    private byte[] array;
    private int length;

    /**
     * Makes an empty sink.
     *
     * @param capacity how many bytes are expected
     */
    public ByteSink(int capacity) {
        this.array = capacity <= FEW ? NO_ROOM : new byte[capacity];
    }

    /**
     * Adds one byte.
     *
     * @param b the byte
     */
    public void write(int b) {
        reserve(1);
        array[length++] = (byte) b;
    }

    /**
     * Adds bytes.
     *
     * @param bytes what to add
     */
    public void write(Bytes bytes) {
        write(bytes.array(), bytes.offset(), bytes.length());
    }

    /**
     * Adds a part of an array.
     *
     * @param source the array
     * @param from its first index to add
     * @param count how many bytes to add
     */
    public void write(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, array, length, count);
        length += count;
    }

    /**
     * Takes back the last bytes. What was handed out may change when more is written.
     *
     * @param count how many bytes stay
     */
    public void truncate(int count) {
        length = count;
    }

    /** Forgets what was written; the bytes that were handed out are not touched. */
    public void reset() {
        array = NO_ROOM;
        length = 0;
    }

    /**
     * Returns how many bytes were written.
     *
     * @return the length
     */
    public int length() {
        return length;
    }

    /**
     * Returns what was written so far.
     *
     * @return a view; it does not change when more is written
     */
    public Bytes toBytes() {
        return Bytes.of(array, 0, length);
    }

    private void reserve(int more) {
        if (more > array.length - length) {
            long wanted = Math.max(Math.max((long) length + more, FEW), Math.min(array.length * 2L, MAX));
            array = Arrays.copyOf(array, Math.toIntExact(wanted));
        }
    }
}
