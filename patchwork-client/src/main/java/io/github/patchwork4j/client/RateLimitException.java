package io.github.patchwork4j.client;

/** Too many requests: status 429, from whatever stands in front of the server. */
public final class RateLimitException extends ApiException {
    private static final long serialVersionUID = 1L;

    RateLimitException(ErrorAnswer answer) {
        super(answer);
    }
}
