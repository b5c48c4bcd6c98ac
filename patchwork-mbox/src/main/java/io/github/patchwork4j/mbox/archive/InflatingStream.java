package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates a stream that begins like gzip (RFC 1952), one member after the other, and hands out any other as it is.
 *
 * <p>What is wrong with compressed data ends it and is told by {@link #trouble()}. Java's own stream guesses from
 * {@code available()} whether another member follows and takes a broken one for the end.
 */
final class InflatingStream extends InputStream {
    private static final int ID1 = 0x1f;
    private static final int ID2 = 0x8b;
    private static final int DEFLATE = 8;
    private static final int HAS_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    /** Below this many bytes the ratio does not matter. */
    private static final long HARMLESS = 64L << 20;

    private enum State {
        UNKNOWN,
        PLAIN,
        BETWEEN_MEMBERS,
        IN_MEMBER,
        ENDED
    }

    private final InputStream in;
    private final Limits limits;
    private final byte[] buffer = new byte[64 << 10];
    private final CRC32 crc = new CRC32();
    private int at;
    private int end;
    private long taken;
    private long given;
    private State state = State.UNKNOWN;
    private @Nullable Inflater inflater;
    private @Nullable Diagnostic trouble;

    InflatingStream(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    static boolean isGzip(byte[] array, int from, int to) {
        return to - from >= 2 && (array[from] & 0xff) == ID1 && (array[from + 1] & 0xff) == ID2;
    }

    /** What was wrong with compressed data; its offset counts inflated bytes. */
    @Nullable Diagnostic trouble() {
        return trouble;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (state == State.UNKNOWN) {
            while (end < 2 && fill()) {
                // Two bytes tell.
            }
            state = isGzip(buffer, at, end) ? State.BETWEEN_MEMBERS : State.PLAIN;
        }
        return state == State.PLAIN ? plain(target, offset, length) : inflated(target, offset, length);
    }

    private int plain(byte[] target, int offset, int length) throws IOException {
        if (at == end) {
            return in.read(target, offset, length);
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, target, offset, count);
        at += count;
        return count;
    }

    private int inflated(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count == 0) {
            if (state == State.BETWEEN_MEMBERS) {
                startMember();
            }
            if (state == State.ENDED) {
                return -1;
            }
            count = inflate(target, offset, length);
        }
        given += count;
        crc.update(target, offset, count);
        boolean bomb = given > HARMLESS && given / limits.maxInflationRatio() > taken;
        if (bomb || given > limits.maxInflatedBytes()) {
            stop(Diagnostic.Kind.LIMIT_EXCEEDED, given + " bytes out of " + taken + " compressed ones");
        }
        return count;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        Inflater open = inflater();
        try {
            int count = open.inflate(target, offset, length);
            if (count == 0 && (open.finished() || open.needsDictionary())) {
                finishMember(open);
            } else if (count == 0 && open.needsInput()) {
                if (fill()) {
                    open.setInput(buffer, at, end - at);
                    at = end;
                } else {
                    stop(Diagnostic.Kind.TRUNCATED, "the compressed data breaks off");
                }
            }
            return count;
        } catch (DataFormatException e) {
            stop(Diagnostic.Kind.UNREADABLE, "the compressed data is broken: " + e.getMessage());
            return 0;
        }
    }

    private Inflater inflater() {
        if (inflater == null) {
            inflater = new Inflater(true);
        }
        return inflater;
    }

    private void startMember() throws IOException {
        int first = next();
        while (taken > 1 && first == 0) {
            // Tapes and some servers pad with zeros.
            first = next();
        }
        if (first < 0) {
            state = State.ENDED;
            return;
        }
        if (first != ID1 || next() != ID2 || next() != DEFLATE) {
            stop(Diagnostic.Kind.UNREADABLE, "what follows the compressed data is no gzip member");
            return;
        }
        int flags = next();
        boolean whole = skip(6)
                && ((flags & HAS_EXTRA) == 0 || skip(next() | next() << 8))
                && ((flags & HAS_NAME) == 0 || skipText())
                && ((flags & HAS_COMMENT) == 0 || skipText())
                && ((flags & HAS_CRC) == 0 || skip(2));
        if (flags < 0 || !whole) {
            stop(Diagnostic.Kind.TRUNCATED, "the compressed data breaks off");
            return;
        }
        inflater().reset();
        inflater().setInput(buffer, at, end - at);
        at = end;
        crc.reset();
        state = State.IN_MEMBER;
    }

    private void finishMember(Inflater open) throws IOException {
        at = end - open.getRemaining();
        long sum = little(4);
        long size = little(4);
        if (size < 0) {
            stop(Diagnostic.Kind.TRUNCATED, "the compressed data breaks off");
        } else if (sum != crc.getValue() || size != (open.getBytesWritten() & 0xffffffffL)) {
            stop(Diagnostic.Kind.UNREADABLE, "the compressed data has a wrong checksum");
        } else {
            state = State.BETWEEN_MEMBERS;
        }
    }

    private long little(int count) throws IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int b = next();
            if (b < 0) {
                return -1;
            }
            value |= (long) b << (8 * i);
        }
        return value;
    }

    private boolean skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (next() < 0) {
                return false;
            }
        }
        return count >= 0;
    }

    private boolean skipText() throws IOException {
        int b = next();
        while (b > 0) {
            b = next();
        }
        return b == 0;
    }

    private int next() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xff : -1;
    }

    /** Reads more; what is in the buffer stays until it has been taken. */
    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = 0;
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read <= 0) {
            return false;
        }
        end += read;
        taken += read;
        return true;
    }

    private void stop(Diagnostic.Kind kind, String message) {
        trouble = new Diagnostic(kind, given, message);
        state = State.ENDED;
    }

    @Override
    public void close() throws IOException {
        if (inflater != null) {
            inflater.end();
        }
        in.close();
    }
}
