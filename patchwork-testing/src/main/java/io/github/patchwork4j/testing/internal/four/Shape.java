package io.github.patchwork4j.testing.internal.four;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object in the making: what is newer than the version asked for is left out, or null, field by field. */
final class Shape {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final int version;

    Shape(int version) {
        this.version = version;
    }

    Shape put(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /** Leaves out what is not set. */
    Shape putIfSet(String name, @Nullable Object value) {
        return value == null || value.equals("") ? this : put(name, value);
    }

    /** Leaves out what older versions do not know, and what is null. */
    Shape since(int minor, String name, @Nullable Object value) {
        return value == null || version < minor ? this : put(name, value);
    }

    /** Puts null where the version does not know the value. */
    Shape nullBefore(int minor, String name, @Nullable Object value) {
        return put(name, version < minor ? null : value);
    }

    Map<String, @Nullable Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
