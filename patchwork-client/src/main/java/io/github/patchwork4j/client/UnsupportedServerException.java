package io.github.patchwork4j.client;

import org.jspecify.annotations.Nullable;

/**
 * A server that this client cannot talk to: it has another API, as forks of Patchwork do, or none of the versions that
 * it may be asked in.
 */
public final class UnsupportedServerException extends PatchworkException {
    private static final long serialVersionUID = 1L;

    UnsupportedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
