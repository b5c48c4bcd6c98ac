package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Why a step cannot be done, or what it has made.
 *
 * @param problem what speaks against it; null if nothing does
 * @param message the problem in words
 * @param content the content made; empty if there is a problem
 */
record Outcome(FileResult.@Nullable Problem problem, String message, Bytes content) {
    static Outcome of(Bytes content) {
        return new Outcome(null, "", content);
    }

    static Outcome failed(FileResult.Problem problem, String message) {
        return new Outcome(problem, message, Bytes.EMPTY);
    }
}
