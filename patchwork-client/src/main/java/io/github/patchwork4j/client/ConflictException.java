package io.github.patchwork4j.client;

/** The write contradicts what is there: status 409, which only relations between patches bring about. */
public final class ConflictException extends ApiException {
    private static final long serialVersionUID = 1L;

    ConflictException(ErrorAnswer answer) {
        super(answer);
    }
}
