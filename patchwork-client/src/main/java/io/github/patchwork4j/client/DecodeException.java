package io.github.patchwork4j.client;

/** JSON that is broken, or that is not what it should be; the message tells where and why. */
public final class DecodeException extends PatchworkException {
    private static final long serialVersionUID = 1L;

    /** What Moshi says of malformed JSON, which names a switch that nobody can set here. */
    private static final String MALFORMED = "Use JsonReader.setLenient(true) to accept malformed JSON";

    DecodeException(String message) {
        super(message, null);
    }

    DecodeException(String what, Exception cause) {
        super(what + ": " + String.valueOf(cause.getMessage()).replace(MALFORMED, "malformed JSON"), cause);
    }
}
