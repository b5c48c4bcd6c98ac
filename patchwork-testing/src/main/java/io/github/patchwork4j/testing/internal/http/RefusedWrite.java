package io.github.patchwork4j.testing.internal.http;

/** Ends a write before it changes anything, because the fake is strict; the remarks say why. */
public final class RefusedWrite extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedWrite() {
        super("a strict fake refuses the write");
    }
}
