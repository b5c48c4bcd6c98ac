package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one type of the model through its builder, and writes it with its fields sorted by name. */
final class ModelAdapter<T> extends JsonAdapter<T> {
    /** Patchwork 4.0 puts it in front of every object at the top of an answer. It says nothing. */
    private static final String SCHEMA = "$schema";

    private final Class<T> type;
    private final JsonOptions options;
    private final MethodHandle newBuilder;
    private final MethodHandle build;
    private final Attribute[] attributes;
    private final JsonReader.Options names;

    ModelAdapter(
            Class<T> type,
            JsonOptions options,
            MethodHandle newBuilder,
            MethodHandle build,
            List<Attribute> attributes) {
        this.type = type;
        this.options = options;
        // The types that they are called with below: without that, each call would look for them anew.
        this.newBuilder = newBuilder.asType(MethodType.methodType(Object.class));
        this.build = build.asType(MethodType.methodType(Object.class, Object.class));
        this.attributes = attributes.toArray(Attribute[]::new);
        this.names =
                JsonReader.Options.of(attributes.stream().map(Attribute::name).toArray(String[]::new));
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
        Object builder = newBuilder();
        reader.beginObject();
        while (reader.hasNext()) {
            int index = reader.selectName(names);
            if (index >= 0) {
                attributes[index].read(reader, builder);
            } else {
                skipUnknown(reader);
            }
        }
        T object = build(builder, reader);
        reader.endObject();
        return object;
    }

    private void skipUnknown(JsonReader reader) throws IOException {
        String name = reader.nextName();
        if (options.strict() && !name.equals(SCHEMA)) {
            throw new JsonDataException(
                    "unknown field " + name + " of " + type.getSimpleName() + " at " + reader.getPath());
        }
        reader.skipValue();
    }

    private Object newBuilder() {
        try {
            return (Object) newBuilder.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("no builder of " + type, e);
        }
    }

    private T build(Object builder, JsonReader reader) {
        try {
            return type.cast((Object) build.invokeExact(builder));
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
            throw new JsonDataException(e.getMessage() + " at " + objectPath(reader), e);
        } catch (Throwable e) {
            throw new IllegalStateException("the builder failed at " + objectPath(reader), e);
        }
    }

    /** Returns the path of the object whose last field was just read; paths are costly, so only those of errors are made. */
    private static String objectPath(JsonReader reader) {
        String path = reader.getPath();
        return path.substring(0, path.lastIndexOf('.'));
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        boolean serializeNulls = writer.getSerializeNulls();
        writer.setSerializeNulls(true);
        writer.beginObject();
        for (Attribute attribute : attributes) {
            attribute.write(writer, value, options.version());
        }
        writer.endObject();
        writer.setSerializeNulls(serializeNulls);
    }

    @Override
    public String toString() {
        return "ModelAdapter(" + type.getSimpleName() + ")";
    }
}
