package io.github.patchwork4j.mbox;

import io.github.patchwork4j.mbox.internal.Scan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A run of bytes inside an array: a slice of the input that was parsed, or the result of a decoding.
 *
 * <p>Slices share the array of what they were cut from and are cheap; {@link #copy()} lets go of it. The bytes are
 * never changed by this library, and whoever wraps an array with {@link #of(byte[])} must not change it either. Two
 * views are equal when their bytes are.
 */
public final class Bytes {
    /** No bytes at all. */
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /**
     * Returns a view of a whole array, without copying it.
     *
     * @param array the bytes
     * @return the view
     */
    public static Bytes of(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    /**
     * Returns a view of a part of an array, without copying it.
     *
     * @param array the bytes
     * @param offset where the view begins
     * @param length how many bytes it has
     * @return the view
     * @throws IndexOutOfBoundsException if that part is not inside the array
     */
    public static Bytes of(byte[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new Bytes(array, offset, length);
    }

    /**
     * Returns the UTF-8 bytes of a text.
     *
     * @param text the text
     * @return its bytes
     */
    public static Bytes ofUtf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns how many bytes there are.
     *
     * @return the length
     */
    public int length() {
        return length;
    }

    /**
     * Tells whether there are no bytes.
     *
     * @return whether the length is 0
     */
    public boolean isEmpty() {
        return length == 0;
    }

    /**
     * Returns one byte.
     *
     * @param index its place, from 0
     * @return the byte, signed as Java's bytes are
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public byte at(int index) {
        return array[offset + Objects.checkIndex(index, length)];
    }

    /**
     * Returns the bytes from one place to another.
     *
     * @param from the first place
     * @param to the place after the last
     * @return a view that shares this one's array
     * @throws IndexOutOfBoundsException if the places are not inside this view
     */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return new Bytes(array, offset + from, to - from);
    }

    /**
     * Finds the next place that holds a byte.
     *
     * @param wanted the byte
     * @param from where to begin
     * @return the place, or {@code -1} if there is none
     */
    public int indexOf(byte wanted, int from) {
        int found = Scan.indexOf(array, wanted, offset + Math.max(from, 0), offset + length);
        return found < 0 ? -1 : found - offset;
    }

    /**
     * Tells whether the bytes at a place are those of an ASCII text.
     *
     * @param ascii the text
     * @param at the place
     * @return whether all of it is there
     */
    public boolean startsWith(String ascii, int at) {
        if (at < 0 || at > length - ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (array[offset + at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether the bytes begin with those of an ASCII text.
     *
     * @param ascii the text
     * @return whether all of it is there
     */
    public boolean startsWith(String ascii) {
        return startsWith(ascii, 0);
    }

    /**
     * Tells whether every byte is below 128.
     *
     * @return whether the bytes mean the same in ASCII, UTF-8 and Latin-1
     */
    public boolean isAscii() {
        return Scan.isAscii(array, offset, offset + length);
    }

    /**
     * Decodes the bytes; what is malformed becomes U+FFFD.
     *
     * @param charset the charset
     * @return the text
     */
    public String decode(Charset charset) {
        return new String(array, offset, length, charset);
    }

    /**
     * Decodes the bytes as Latin-1, which keeps each byte as one character.
     *
     * @return the text
     */
    public String latin1() {
        return decode(StandardCharsets.ISO_8859_1);
    }

    /**
     * Decodes the bytes as UTF-8; what is malformed becomes U+FFFD.
     *
     * @return the text
     */
    public String utf8() {
        return decode(StandardCharsets.UTF_8);
    }

    /**
     * Returns the bytes in an array of their own.
     *
     * @return a new array
     */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /**
     * Returns the same bytes in an array that holds nothing else, so that the input they came from can be freed.
     *
     * @return this if it already is alone, a copy otherwise
     */
    public Bytes copy() {
        return length == array.length ? this : of(toArray());
    }

    /**
     * Writes the bytes.
     *
     * @param out where to
     * @throws IOException if the stream throws it
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(array, offset, length);
    }

    /**
     * Returns the array behind this view, for code that scans many bytes; others share it, so it must not be changed.
     *
     * @return the array; the bytes of this view begin at {@link #offset()}
     */
    public byte[] array() {
        return array;
    }

    /**
     * Returns where in {@link #array()} the bytes begin.
     *
     * @return the index of the first byte
     */
    public int offset() {
        return offset;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /** Returns the length and the first bytes, for a debugger; use a decoding method for the content. */
    @Override
    public String toString() {
        int shown = Math.min(length, 40);
        return "Bytes[" + length + "]{" + slice(0, shown).latin1() + (shown < length ? "…}" : "}");
    }
}
