package io.github.patchwork4j.client;

import org.jspecify.annotations.Nullable;

/** JSON that is broken, or that is not what it should be; the message tells where and why. */
public final class DecodeException extends PatchworkException {
    private static final long serialVersionUID = 1L;

    DecodeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
