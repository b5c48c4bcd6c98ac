package io.github.patchwork4j.testing.internal.input;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field that was read.
 *
 * @param present whether it was sent
 * @param value what was sent, converted
 * @param <T> the type of its values
 */
public record Given<T>(boolean present, @Nullable T value) {

    /**
     * Makes a field that was not sent.
     *
     * @param <T> the type of its values
     * @return the field
     */
    public static <T> Given<T> absent() {
        return new Given<>(false, null);
    }

    /**
     * Returns the value of a field that is never null.
     *
     * @param otherwise what counts if nothing was sent
     * @return the value
     */
    public T or(T otherwise) {
        return present ? Objects.requireNonNull(value) : otherwise;
    }

    /**
     * Returns the value of a field that may be null.
     *
     * @param otherwise what counts if nothing was sent
     * @return the value, or null
     */
    public @Nullable T orNull(@Nullable T otherwise) {
        return present ? value : otherwise;
    }
}
