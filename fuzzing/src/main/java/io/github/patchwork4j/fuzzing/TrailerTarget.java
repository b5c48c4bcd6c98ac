package io.github.patchwork4j.fuzzing;

import io.github.patchwork4j.mbox.patch.Trailer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the trailers of messages: each has a key and is one line. */
public final class TrailerTarget {
    private TrailerTarget() {}

    /**
     * Called by the fuzzer.
     *
     * @param data a message
     */
    public static void fuzzerTestOneInput(byte[] data) {
        String message = new String(data, StandardCharsets.UTF_8);
        Promise.allocatesLinearly(data.length, 300, () -> Trailer.parse(message));
        List<Trailer> trailers = Trailer.parse(message);
        for (Trailer trailer : trailers) {
            Promise.holds(!trailer.key().isEmpty(), "a trailer without a key: " + trailer);
            Promise.holds(trailer.value().indexOf('\n') < 0, "a trailer of two lines: " + trailer);
        }
    }
}
