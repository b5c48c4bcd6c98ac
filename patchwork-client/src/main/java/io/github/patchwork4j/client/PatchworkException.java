package io.github.patchwork4j.client;

import org.jspecify.annotations.Nullable;

/**
 * Whatever can go wrong between a program and a server: the one type to catch for all of it.
 *
 * <p>Messages name the request, never the credentials.
 */
public abstract class PatchworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PatchworkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
