package io.github.patchwork4j.mbox.diff;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of a git binary patch: the way forward, and maybe the way back. */
public final class BinaryPatch {
    private final BinaryHunk forward;
    private final @Nullable BinaryHunk reverse;

    BinaryPatch(BinaryHunk forward, @Nullable BinaryHunk reverse) {
        this.forward = forward;
        this.reverse = reverse;
    }

    /**
     * Returns what makes the new content, from the old if it is a delta.
     *
     * @return the first half
     */
    public BinaryHunk forward() {
        return forward;
    }

    /**
     * Returns what makes the old content, from the new if it is a delta.
     *
     * @return the second half, if the diff has it
     */
    public Optional<BinaryHunk> reverse() {
        return Optional.ofNullable(reverse);
    }
}
