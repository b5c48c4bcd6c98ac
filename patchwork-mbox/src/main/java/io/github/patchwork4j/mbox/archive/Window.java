package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.internal.Scan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The part of an archive that is in memory: it grows at its end, and its beginning can be let go. */
final class Window {
    private final @Nullable InflatingStream in;
    private final int chunk;
    private byte[] array;
    private int start;
    private int end;
    private long startOffset;
    private boolean ended;

    Window(InputStream in, int chunk, Limits limits) {
        this.in = new InflatingStream(in, limits);
        this.chunk = chunk;
        this.array = new byte[chunk];
    }

    Window(Bytes bytes) {
        this.in = null;
        this.chunk = 0;
        this.array = bytes.array();
        this.start = bytes.offset();
        this.end = bytes.offset() + bytes.length();
        this.ended = true;
    }

    byte[] array() {
        return array;
    }

    /** The index in {@link #array()} of the first byte that was not let go. */
    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The offset of {@link #start()} from the beginning of the archive. */
    long startOffset() {
        return startOffset;
    }

    /** How many bytes are in memory. */
    int held() {
        return end - start;
    }

    void letGo(int count) {
        start += count;
        startOffset += count;
    }

    /** Returns the first bytes in a form that later reading does not overwrite. */
    Bytes keep(int count) {
        return in == null ? Bytes.of(array, start, count) : Bytes.of(Arrays.copyOfRange(array, start, start + count));
    }

    /** Returns the first bytes to be looked at before anything else is done. */
    Bytes look(int count) {
        return Bytes.of(array, start, Math.min(count, held()));
    }

    /** Grows until that many bytes are held, or until the archive ends. */
    boolean has(int count) throws IOException {
        while (held() < count) {
            if (!grow()) {
                return false;
            }
        }
        return true;
    }

    /** Where the line at a place ends, its LF included; 0 if it is longer than that. Places count from the start. */
    int lineEnd(int from, int most) throws IOException {
        int looked = from;
        while (true) {
            int base = start;
            int stop = Math.min(held(), from + most);
            int found = Scan.indexOf(array, (byte) '\n', base + looked, base + stop);
            if (found >= 0) {
                return found + 1 - base;
            }
            looked = stop;
            if (stop == from + most) {
                // Without a line end, it may still be all that is left.
                return has(stop + 1) ? 0 : stop;
            }
            if (!grow()) {
                return held();
            }
        }
    }

    /** Reads more behind the end; everything may move in the array, so only distances from the start stay true. */
    boolean grow() throws IOException {
        if (ended || in == null) {
            return false;
        }
        makeRoom();
        int read = in.read(array, end, Math.min(chunk, array.length - end));
        if (read < 0) {
            ended = true;
            return false;
        }
        end += read;
        return true;
    }

    private void makeRoom() {
        if (end < array.length) {
            return;
        }
        int held = end - start;
        // Moving only when half is free keeps the cost of moving below one copy per byte.
        byte[] target = start >= array.length / 2 && start > 0 ? array : new byte[roomFor(held)];
        System.arraycopy(array, start, target, 0, held);
        array = target;
        start = 0;
        end = held;
    }

    private int roomFor(int held) {
        long wanted = Math.max(held * 2L, (long) held + chunk);
        return (int) Math.min(wanted, Integer.MAX_VALUE - 8);
    }

    /** What ended the archive too early, once everything was read. */
    @Nullable Diagnostic trouble() {
        return ended && in != null ? in.trouble() : null;
    }

    void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
