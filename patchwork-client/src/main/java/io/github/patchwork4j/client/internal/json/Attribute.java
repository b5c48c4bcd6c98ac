package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.core.ApiVersion;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a model type: how its value gets from JSON into the builder, and from the value into JSON.
 *
 * @param name the field's name in JSON
 * @param since the version of the API that first has the field
 * @param optional whether the attribute is an {@link Optional}
 * @param kind how to read the value
 * @param blankIsNothing whether empty text means that there is no value
 * @param getter takes the object, gives the attribute, both as plain objects
 * @param setter takes the builder and the value as plain objects, gives nothing; that of an Optional takes what is inside
 * @param adapter reads and writes the value; that of an Optional reads what is inside
 */
record Attribute(
        String name,
        ApiVersion since,
        boolean optional,
        Kind kind,
        boolean blankIsNothing,
        MethodHandle getter,
        MethodHandle setter,
        JsonAdapter<Object> adapter) {

    /** What the reader gives without asking an adapter, as it does for most attributes, and all else. */
    enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        OTHER;

        static Kind of(Type type) {
            if (type == String.class) {
                return TEXT;
            }
            if (type == long.class) {
                return NUMBER;
            }
            return type == boolean.class ? FLAG : OTHER;
        }
    }

    /** Reads the value, if there is one, and hands it to the builder. */
    void read(JsonReader reader, Object builder) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL && !(adapter instanceof NullReadingAdapter)) {
            reader.nextNull();
            return;
        }
        Object value = switch (kind) {
            case TEXT -> reader.nextString();
            case NUMBER -> (Object) reader.nextLong();
            case FLAG -> (Object) reader.nextBoolean();
            case OTHER -> adapter.fromJson(reader);
        };
        if (value == null || (blankIsNothing && value.equals(""))) {
            return;
        }
        try {
            setter.invokeExact(builder, optional && kind == Kind.OTHER ? unmodifiable(value) : value);
        } catch (Throwable e) {
            throw new JsonDataException("not fit for " + name + " at " + reader.getPath() + ": " + e.getMessage(), e);
        }
    }

    /** Builders copy lists and maps, but not those inside of an Optional. */
    private static Object unmodifiable(Object value) {
        if (value instanceof List<?> list) {
            return List.copyOf(list);
        }
        return value instanceof Map<?, ?> map ? Collections.unmodifiableMap(map) : value;
    }

    /** Writes the field, unless the version does not have it or the server would leave it out. */
    void write(JsonWriter writer, Object object, ApiVersion version) throws IOException {
        if (!version.isAtLeast(since)) {
            return;
        }
        Object value = get(object);
        if (value == null) {
            if (!JsonNames.isLeftOutWhenEmpty(name)) {
                writer.name(name).nullValue();
            }
            return;
        }
        writer.name(name);
        adapter.toJson(writer, value);
    }

    private @Nullable Object get(Object object) {
        try {
            Object value = (Object) getter.invokeExact(object);
            return optional ? ((Optional<?>) value).orElse(null) : value;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + name + " of " + object.getClass(), e);
        }
    }
}
