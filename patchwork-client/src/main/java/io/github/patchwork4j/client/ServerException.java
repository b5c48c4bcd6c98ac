package io.github.patchwork4j.client;

/** The server, or a proxy in front of it, failed: status 500 and above. */
public final class ServerException extends ApiException {
    private static final long serialVersionUID = 1L;

    ServerException(ErrorAnswer answer) {
        super(answer);
    }

    /** Returns the same with something more to say. */
    ServerException with(String note) {
        return new ServerException(answer().with(note));
    }
}
