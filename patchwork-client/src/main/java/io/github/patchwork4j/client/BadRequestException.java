package io.github.patchwork4j.client;

/** The server does not understand the request, or refuses its values: status 400, and 422 on Patchwork 4.0. */
public final class BadRequestException extends ApiException {
    private static final long serialVersionUID = 1L;

    BadRequestException(ErrorAnswer answer) {
        super(answer);
    }
}
