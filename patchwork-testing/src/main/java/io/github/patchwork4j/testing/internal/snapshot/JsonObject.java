package io.github.patchwork4j.testing.internal.snapshot;

import io.github.patchwork4j.testing.internal.state.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed JSON object whose members are asked for by name and type; what is absent counts as null. */
final class JsonObject {
    private static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<?, ?> members;

    private JsonObject(Map<?, ?> members) {
        this.members = members;
    }

    /** Wraps what a JSON reader returned for an object; null becomes an empty object. */
    static JsonObject of(@Nullable Object value) {
        if (value == null) {
            return EMPTY;
        }
        if (value instanceof Map<?, ?> map) {
            return new JsonObject(map);
        }
        throw new IllegalArgumentException("not an object: " + value);
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    JsonObject object(String name) {
        return of(members.get(name));
    }

    List<JsonObject> objects(String name) {
        return values(name).stream().map(JsonObject::of).toList();
    }

    List<?> values(String name) {
        return list(members.get(name));
    }

    Map<?, ?> members() {
        return members;
    }

    String text(String name) {
        String text = optionalText(name);
        return text == null ? "" : text;
    }

    @Nullable String optionalText(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new IllegalArgumentException("\"" + name + "\" is not a text: " + value);
    }

    long number(String name, long otherwise) {
        Object value = members.get(name);
        return value == null ? otherwise : number(value);
    }

    /** Returns an id, or {@link Row#NONE}. */
    long id(String name) {
        return number(name, Row.NONE);
    }

    /** Returns the id of an object that is a member, or {@link Row#NONE}. */
    long idOf(String name) {
        return object(name).id("id");
    }

    List<Long> ids(String name) {
        return values(name).stream().map(JsonObject::number).toList();
    }

    boolean flag(String name, boolean otherwise) {
        Boolean flag = optionalFlag(name);
        return flag == null ? otherwise : flag;
    }

    @Nullable Boolean optionalFlag(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw new IllegalArgumentException("\"" + name + "\" is neither true nor false: " + value);
    }

    static List<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("not a list: " + value);
    }

    static long number(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("not a number: " + value);
    }
}
