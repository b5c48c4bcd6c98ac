package io.github.patchwork4j.mbox.internal.diff;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Inflates zlib data of a size that is known beforehand, and never more than that. */
public final class Inflation {
    private Inflation() {}

    /**
     * Inflates a whole zlib stream.
     *
     * @param data the stream
     * @param size how many bytes it must make; the caller has bounded it
     * @return the bytes; null if the stream is broken or makes more or fewer
     */
    public static byte @Nullable [] inflate(byte[] data, int size) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            return inflate(inflater, data.length, size);
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    private static byte @Nullable [] inflate(Inflater inflater, int input, int size) throws DataFormatException {
        // Grows with what really comes, so that a size that is only claimed costs no memory. One byte more than is
        // wanted, to see whether the stream makes more.
        byte[] inflated = new byte[(int) Math.min(size + 1L, input * 4L + 64)];
        int length = 0;
        while (!inflater.finished()) {
            if (length == inflated.length) {
                if (length > size) {
                    return null;
                }
                inflated = Arrays.copyOf(inflated, (int) Math.min(size + 1L, inflated.length * 2L));
            }
            int more = inflater.inflate(inflated, length, inflated.length - length);
            if (more == 0 && !inflater.finished()) {
                return null;
            }
            length += more;
        }
        return length == size ? Arrays.copyOf(inflated, size) : null;
    }
}
