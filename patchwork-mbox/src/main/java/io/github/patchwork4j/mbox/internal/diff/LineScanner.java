package io.github.patchwork4j.mbox.internal.diff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Walks the lines of a text from first to last, finding the line feeds of 64 bytes at once.
 *
 * <p>Only a line feed ends a line. Lines of patches are short, so that a search that starts anew on each line spends
 * its time on starting; here a bit mask of the line feeds in the current block of 64 bytes outlives the line.
 */
public final class LineScanner {
    static final int BLOCK = 64;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** Moves the high bit of each of eight bytes into the highest byte, when it is multiplied with them. */
    private static final long GATHER = 0x0002040810204081L;

    final byte[] array;
    final int end;

    /** Where the line begins that was not passed yet. */
    int position;
    /** The index of the byte that bit 0 of {@link #feeds} stands for. */
    int block;
    /** The line feeds of the block that were not passed yet, one bit for each byte. */
    long feeds;

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
        this.block = from;
        this.feeds = feedsAt(array, from, to);
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
        while (feeds == 0) {
            if (block >= end - BLOCK) {
                return end;
            }
            block += BLOCK;
            feeds = feedsAt(array, block, end);
        }
        return block + Long.numberOfTrailingZeros(feeds);
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
        int feed = lineEnd();
        if (feed < end) {
            feeds &= feeds - 1;
            position = feed + 1;
        } else {
            position = end;
        }
    }

    /** Takes over from a loop that has gone on by itself, with what it has made of the fields. */
    void moveTo(int newPosition, int newBlock, long newFeeds) {
        position = newPosition;
        block = newBlock;
        feeds = newFeeds;
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

    /** Returns the line feeds of the 64 bytes from an index on, or of what is left of the text. */
    static long feedsAt(byte[] array, int from, int to) {
        if (from > to - BLOCK) {
            return feedsOfRest(array, from, to);
        }
        long found = 0;
        for (int i = 0; i < BLOCK; i += Long.BYTES) {
            long other = (long) LONGS.get(array, from + i) ^ LINE_FEEDS;
            // Exact for every byte, unlike the shorter test that is only right about the first one found.
            long nonZero = ((other & LOW_BITS) + LOW_BITS) | other;
            found |= (((~nonZero & HIGH_BITS) * GATHER) >>> 56) << i;
        }
        return found;
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
