package io.github.patchwork4j.testing.internal.http;

/** A request that makes the real server fail, and so does the fake: it answers with status 500. */
public final class ServerFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Tells why.
     *
     * @param message for the log, clients never see it
     */
    public ServerFault(String message) {
        super(message);
    }
}
