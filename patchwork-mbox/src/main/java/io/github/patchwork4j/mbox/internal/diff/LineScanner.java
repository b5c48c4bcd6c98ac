package io.github.patchwork4j.mbox.internal.diff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Walks the lines of a text from first to last, looking for the line feeds of some dozens of lines at once.
 *
 * <p>Only a line feed ends a line. Lines of patches are short, so that a search that starts anew on each line spends
 * its time on starting, and on branches that nothing foretells. Here the line feeds of 64 bytes become the bits of a
 * mask, and the masks become a list of places, with hardly a branch that depends on the text.
 */
public final class LineScanner {
    private static final int BLOCK = 64;
    /** How many places are looked for at once, if there are so many. */
    private static final int WANTED = 32;
    /** So many places are written at once, whether there are so many bits or not. */
    private static final int STEP = 4;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGH_BITS = 0x8080808080808080L;

    final byte[] array;
    final int end;

    /** Where the line begins that was not passed yet. */
    int position;
    /** Where the current line and those behind it end, from {@link #current} on; {@link #end} for a line without line feed. */
    final int[] feeds = new int[WANTED + BLOCK + STEP];
    /** Which of the {@link #feeds} is that of the current line. */
    int current;
    /** How many {@link #feeds} there are; if it is that of the current line that is missing, they must be filled. */
    int found;
    /** Up to where line feeds were looked for. */
    private int seen;

    /**
     * Begins at a place, which is taken to be the beginning of a line.
     *
     * @param array the text
     * @param from the index of its first byte
     * @param to the index after its last
     */
    public LineScanner(byte[] array, int from, int to) {
        this.array = array;
        this.end = to;
        this.position = from;
        this.seen = from;
    }

    /**
     * Returns the bytes that are scanned.
     *
     * @return the array, not to be changed
     */
    public byte[] array() {
        return array;
    }

    /**
     * Returns where the text ends.
     *
     * @return the index after the last byte
     */
    public int end() {
        return end;
    }

    /**
     * Returns where the current line begins.
     *
     * @return its index; {@link #end()} if there are no more lines
     */
    public int position() {
        return position;
    }

    /**
     * Tells whether all lines were passed.
     *
     * @return whether {@link #position()} is the end
     */
    public boolean atEnd() {
        return position >= end;
    }

    /**
     * Returns where the current line ends.
     *
     * @return the index of its line feed, or {@link #end()} if it has none
     */
    public int lineEnd() {
        return current < found || fill() ? feeds[current] : end;
    }

    /**
     * Tells whether the current line has its line feed.
     *
     * @return false for a last line that just ends
     */
    public boolean hasLineFeed() {
        return lineEnd() < end;
    }

    /** Goes to the next line, or to the end if this is the last. */
    public void advance() {
        if (current < found || fill()) {
            position = Math.min(feeds[current] + 1, end);
            current++;
        }
    }

    /**
     * Tells whether the current line begins with an ASCII text.
     *
     * @param ascii the text, without line feed
     * @return whether all of it is there
     */
    public boolean startsWith(String ascii) {
        return startsWith(array, position, end, ascii);
    }

    /**
     * Tells whether the current line begins with a word.
     *
     * @param keyword the word
     * @return whether all of it is there
     */
    public boolean startsWith(Keyword keyword) {
        return keyword.isAt(array, position, end);
    }

    /**
     * Tells whether the bytes at a place are those of an ASCII text.
     *
     * @param array where to look
     * @param at the place
     * @param to the index after the last byte
     * @param ascii the text
     * @return whether all of it is there
     */
    public static boolean startsWith(byte[] array, int at, int to, String ascii) {
        int length = ascii.length();
        if (at > to - length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (array[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Takes over from a loop that has gone on by itself, with the line it has come to. */
    void moveTo(int newPosition, int newCurrent) {
        position = newPosition;
        current = newCurrent;
    }

    /**
     * Makes sure that the ends of the current line and of some behind it are known.
     *
     * @param lines how many lines, up to {@value #WANTED}
     * @return false if there are fewer
     */
    public boolean knows(int lines) {
        return found - current >= lines || (fill() && found >= lines);
    }

    /**
     * Returns where one of the lines ends that {@link #knows} has found.
     *
     * @param ahead 0 for the current line, 1 for the one behind it
     * @return the index of its line feed, or {@link #end()} if it has none
     */
    public int knownEnd(int ahead) {
        return feeds[current + ahead];
    }

    /**
     * Passes several lines whose ends are known.
     *
     * @param lines how many
     */
    public void pass(int lines) {
        current += lines;
        position = Math.min(feeds[current - 1] + 1, end);
    }

    /** Finds where more lines end, once most of those that are known were passed; false if there is no more line. */
    boolean fill() {
        if (position >= end) {
            return false;
        }
        int[] places = feeds;
        int count = found - current;
        System.arraycopy(places, current, places, 0, count);
        int last = end - BLOCK;
        int at = seen;
        for (; count < WANTED && at <= last; at += BLOCK) {
            count = unpack(feedsAt(array, at), at, places, count);
        }
        if (count < WANTED && at < end) {
            count = unpack(feedsOfRest(array, at, end), at, places, count);
            at = end;
        }
        seen = at;
        if (count == 0) {
            // The last line has no line feed.
            places[count++] = end;
        }
        current = 0;
        found = count;
        return true;
    }

    /** Adds the places of all bits of a mask to a list; what is written when no bit is left is written over later. */
    private static int unpack(long mask, int at, int[] places, int from) {
        long left = mask;
        int count = from;
        do {
            places[count] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            places[count + 1] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            places[count + 2] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            places[count + 3] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            count += STEP;
        } while (left != 0);
        return from + Long.bitCount(mask);
    }

    /** Returns the line feeds of 64 bytes, one bit for each byte. */
    private static long feedsAt(byte[] array, int from) {
        // Bit k of byte j belongs to byte j of word k, until they change places.
        long others = (others(array, from) >>> 7)
                | (others(array, from + 8) >>> 6)
                | (others(array, from + 16) >>> 5)
                | (others(array, from + 24) >>> 4)
                | (others(array, from + 32) >>> 3)
                | (others(array, from + 40) >>> 2)
                | (others(array, from + 48) >>> 1)
                | others(array, from + 56);
        return ~transposed(others);
    }

    /** Returns the high bits of those of eight bytes that are no line feeds; exact for every byte. */
    private static long others(byte[] array, int from) {
        long other = (long) LONGS.get(array, from) ^ LINE_FEEDS;
        return (((other & LOW_BITS) + LOW_BITS) | other) & HIGH_BITS;
    }

    /** Turns eight bytes of eight bits about: bit k of byte j and bit j of byte k change places. */
    private static long transposed(long bits) {
        long swapped = (bits ^ (bits >>> 7)) & 0x00aa00aa00aa00aaL;
        long pairs = bits ^ swapped ^ (swapped << 7);
        swapped = (pairs ^ (pairs >>> 14)) & 0x0000cccc0000ccccL;
        long fours = pairs ^ swapped ^ (swapped << 14);
        swapped = (fours ^ (fours >>> 28)) & 0x00000000f0f0f0f0L;
        return fours ^ swapped ^ (swapped << 28);
    }

    private static long feedsOfRest(byte[] array, int from, int to) {
        long found = 0;
        for (int i = from; i < to; i++) {
            if (array[i] == '\n') {
                found |= 1L << (i - from);
            }
        }
        return found;
    }
}
