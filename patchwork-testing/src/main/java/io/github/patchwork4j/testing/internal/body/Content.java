package io.github.patchwork4j.testing.internal.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a body says: a JSON value, or the entries of a form. */
public sealed interface Content {

    /**
     * A JSON value.
     *
     * @param value maps, lists, texts, booleans, integers, doubles and null
     */
    record Json(@Nullable Object value) implements Content {}

    /**
     * A form, whichever way it was encoded.
     *
     * @param entries in the order in which they were sent
     */
    record Filled(List<Entry> entries) implements Content {}

    /**
     * One entry of a form.
     *
     * @param name the field
     * @param value its value, a text or a file
     */
    record Entry(String name, Object value) {}
}
