package io.github.patchwork4j.client;

/**
 * The credentials are missing or wrong: status 401 on Patchwork 4.0, and on 3.x a status 403 whose words are about
 * credentials. Wrong credentials fail on 3.x even where none are needed, and count as none on 4.0.
 */
public final class AuthenticationException extends ApiException {
    private static final long serialVersionUID = 1L;

    AuthenticationException(ErrorAnswer answer) {
        super(answer);
    }
}
