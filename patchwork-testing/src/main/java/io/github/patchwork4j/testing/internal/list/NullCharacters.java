package io.github.patchwork4j.testing.internal.list;

/** A search with a NUL in it, which newer libraries refuse. */
public final class NullCharacters extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the client is told. */
    public static final String MESSAGE = "Null characters are not allowed.";

    NullCharacters() {
        super(MESSAGE);
    }
}
