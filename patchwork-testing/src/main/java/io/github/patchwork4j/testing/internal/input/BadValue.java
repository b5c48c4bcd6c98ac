package io.github.patchwork4j.testing.internal.input;

import java.util.List;

/** One value that its field does not take. */
public final class BadValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Object messages;

    private BadValue(Object messages) {
        super(messages.toString());
        this.messages = messages;
    }

    /**
     * Refuses a value.
     *
     * @param messages sentences
     */
    public BadValue(String... messages) {
        this((Object) List.of(messages));
    }

    static BadValue nested(InvalidInput inner) {
        return new BadValue(inner.errors());
    }

    Object messages() {
        return messages;
    }
}
