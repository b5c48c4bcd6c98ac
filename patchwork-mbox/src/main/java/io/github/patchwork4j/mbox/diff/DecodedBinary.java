package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What decoding a binary has brought: the bytes, or the reason why there are none. */
public final class DecodedBinary {
    private final @Nullable Bytes bytes;
    private final @Nullable Diagnostic problem;

    private DecodedBinary(@Nullable Bytes bytes, @Nullable Diagnostic problem) {
        this.bytes = bytes;
        this.problem = problem;
    }

    static DecodedBinary of(Bytes bytes) {
        return new DecodedBinary(bytes, null);
    }

    static DecodedBinary failed(Diagnostic problem) {
        return new DecodedBinary(null, problem);
    }

    /**
     * Returns the bytes.
     *
     * @return the bytes; empty if there is a {@link #problem()}
     */
    public Optional<Bytes> bytes() {
        return Optional.ofNullable(bytes);
    }

    /**
     * Returns why there are no bytes.
     *
     * @return the problem; empty if there are {@link #bytes()}
     */
    public Optional<Diagnostic> problem() {
        return Optional.ofNullable(problem);
    }
}
