package io.github.patchwork4j.client;

/**
 * An answer of the wrong kind, mostly an HTML page where JSON or a mail was due: the page of a proxy, a login or a wall
 * against bots, or an address that is none of Patchwork's API.
 */
public final class UnexpectedContentException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final String contentType;
    private final String start;

    UnexpectedContentException(ErrorAnswer answer, String contentType, String start) {
        super(answer);
        this.contentType = contentType;
        this.start = start;
    }

    /**
     * {@return the answer's {@code Content-Type}, empty if it has none}
     */
    public String contentType() {
        return contentType;
    }

    /**
     * {@return the first 500 bytes of the answer, as UTF-8}
     */
    public String start() {
        return start;
    }
}
