package io.github.patchwork4j.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks the server to write.
 *
 * <p>Each field is in one of three states: what is not named is left as it is, what is cleared is sent as null, and what
 * is set is sent with its value. Instances are immutable.
 */
public abstract class Changes {
    private final Map<String, @Nullable Object> fields;

    /**
     * Takes a copy of the fields.
     *
     * @throws IllegalStateException if there are none: servers take that for success, and some tell of an event
     */
    Changes(Map<String, @Nullable Object> fields) {
        if (fields.isEmpty()) {
            throw new IllegalStateException("nothing is set: this would change nothing");
        }
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Returns the fields by the names that the API has for them, in the order in which they were set. */
    final Map<String, @Nullable Object> fields() {
        return fields;
    }

    final boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Tells whether the server makes an event of each such write, even of one that changes nothing. */
    boolean isToldEachTime() {
        return false;
    }

    /** Tells whether a field is cleared. */
    final boolean clears(String field) {
        return fields.containsKey(field) && fields.get(field) == null;
    }

    /** Returns a copy of the fields that may be changed. */
    final Map<String, @Nullable Object> copy() {
        return new LinkedHashMap<>(fields);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Changes that && getClass() == that.getClass() && fields.equals(that.fields);
    }

    @Override
    public final int hashCode() {
        return fields.hashCode();
    }

    /** Returns the fields that are written, but for the secret of a webhook. */
    @Override
    public final String toString() {
        Map<String, @Nullable Object> shown = copy();
        shown.replace("secret", "***");
        return getClass().getSimpleName() + shown;
    }
}
