package io.github.patchwork4j.testing.internal.four;

import org.jspecify.annotations.Nullable;

/**
 * What a path has to say.
 *
 * @param status the status code
 * @param schema the type of an object, or null for a list
 * @param json maps, lists and values; null where there is no body
 * @param link the header {@code Link} of a list, or null
 */
record Outcome(
        int status,
        @Nullable String schema,
        @Nullable Object json,
        @Nullable String link) {

    static Outcome ok(String schema, Shape object) {
        return new Outcome(200, schema, object.members(), null);
    }

    static Outcome created(String schema, Shape object) {
        return new Outcome(201, schema, object.members(), null);
    }

    static Outcome gone() {
        return new Outcome(204, null, null, null);
    }
}
