package io.github.patchwork4j.core;

import org.immutables.value.Value;

/** Whatever the server gives an id; a builder refuses an id that no server gives. */
interface Validated {
    /**
     * {@return the id}
     */
    long id();

    /**
     * Called when a value is built.
     *
     * @throws IllegalArgumentException if the id is negative
     */
    @Value.Check
    default void validate() {
        if (id() < 0) {
            throw new IllegalArgumentException("id is negative: " + id());
        }
    }
}
