package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.diff.Names;
import io.github.patchwork4j.mbox.internal.diff.Quoting;
import org.jspecify.annotations.Nullable;

/**
 * The path of a file as a diff names it: bytes in no charset in particular, with or without a prefix such as {@code a/}.
 *
 * <p>Two paths are equal when their {@link #bytes()} are, whatever prefix they had.
 */
public final class DiffPath {
    static final DiffPath NONE = new DiffPath(Bytes.EMPTY, 0);

    private final byte[] array;
    private final int from;
    private final int to;
    private final int prefixLength;

    DiffPath(Bytes raw, int prefixLength) {
        this(raw.array(), raw.offset(), raw.offset() + raw.length(), prefixLength);
    }

    DiffPath(byte[] array, int from, int to, int prefixLength) {
        this.array = array;
        this.from = from;
        this.to = to;
        this.prefixLength = prefixLength;
    }

    /** Returns a path without its first components; null if there are not so many, or nothing is left. */
    static @Nullable DiffPath stripped(Bytes raw, int components) {
        return stripped(raw.array(), raw.offset(), raw.offset() + raw.length(), components);
    }

    /** Returns the path between two places without its first components; null as above. */
    static @Nullable DiffPath stripped(byte[] array, int from, int to, int components) {
        int start = Names.stripped(array, from, to, components);
        return start < 0 || start == to ? null : new DiffPath(array, from, to, start - from);
    }

    /**
     * Returns the name as it stands in the diff, unquoted, with its prefix.
     *
     * @return for example {@code b/src/Main.java}
     */
    public Bytes raw() {
        return Bytes.of(array, from, to - from);
    }

    /**
     * Returns what was cut off to get the path.
     *
     * @return for example {@code b/}; empty if the name has no prefix
     */
    public Bytes prefix() {
        return Bytes.of(array, from, prefixLength);
    }

    /**
     * Returns the path: the name without its prefix, and with one slash for several in a row.
     *
     * @return for example {@code src/Main.java}
     */
    public Bytes bytes() {
        int start = from + prefixLength;
        for (int i = start + 1; i < to; i++) {
            if (array[i] == '/' && array[i - 1] == '/') {
                return Bytes.of(Names.squashed(array, start, to));
            }
        }
        return Bytes.of(array, start, to - start);
    }

    /**
     * Returns the path as text for people: its bytes taken for UTF-8, with U+FFFD for what is not. Control characters, those
     * that turn the direction of text and others that are not seen are written as escapes like {@code u202e} behind a backslash, so that no
     * path can steer a terminal or look like another one.
     *
     * @return the text; it may not lead back to the bytes
     */
    public String display() {
        return DisplayText.of(bytes().utf8());
    }

    /**
     * Returns the path as git prints it in its listings: as it is if it is plain ASCII, else between double quotes, with
     * escapes for control characters, quotes, backslashes and all bytes above 127.
     *
     * @return the path, in ASCII
     */
    public String quoted() {
        return Quoting.quote(bytes().toArray());
    }

    /**
     * Tells whether the path may be used below a directory.
     *
     * @return {@link PathSafety#SAFE}, or what speaks against it
     */
    public PathSafety safety() {
        return PathSafety.of(bytes().toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiffPath that && bytes().equals(that.bytes());
    }

    @Override
    public int hashCode() {
        return bytes().hashCode();
    }

    /** Returns what {@link #display()} does. */
    @Override
    public String toString() {
        return display();
    }
}
