package io.github.patchwork4j.client;

/** The credentials are right and not enough: status 403. */
public final class PermissionException extends ApiException {
    private static final long serialVersionUID = 1L;

    PermissionException(ErrorAnswer answer) {
        super(answer);
    }
}
