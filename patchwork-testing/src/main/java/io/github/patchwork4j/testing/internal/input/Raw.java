package io.github.patchwork4j.testing.internal.input;

import org.jspecify.annotations.Nullable;

/**
 * What was sent for one field.
 *
 * @param given whether anything was
 * @param value a parsed JSON value, or a text from a form
 */
record Raw(boolean given, @Nullable Object value) {
    static final Raw ABSENT = new Raw(false, null);

    static Raw of(@Nullable Object value) {
        return new Raw(true, value);
    }
}
