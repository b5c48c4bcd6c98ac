package io.github.patchwork4j.client;

import java.io.IOException;

/** No answer, or not all of it: the connection failed, timed out or broke off. */
public final class TransportException extends PatchworkException {
    private static final long serialVersionUID = 1L;

    TransportException(String request, IOException cause) {
        super(request + ": " + cause, cause);
    }
}
