package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
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
    private final List<Attribute> attributes;
    private final JsonReader.Options names;

    ModelAdapter(
            Class<T> type,
            JsonOptions options,
            MethodHandle newBuilder,
            MethodHandle build,
            List<Attribute> attributes) {
        this.type = type;
        this.options = options;
        this.newBuilder = newBuilder;
        this.build = build;
        this.attributes = attributes;
        this.names =
                JsonReader.Options.of(attributes.stream().map(Attribute::name).toArray(String[]::new));
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
        String path = reader.getPath();
        Object builder = call(newBuilder, path);
        reader.beginObject();
        while (reader.hasNext()) {
            int index = reader.selectName(names);
            if (index >= 0) {
                attributes.get(index).read(reader, builder);
            } else {
                skipUnknown(reader);
            }
        }
        reader.endObject();
        return type.cast(call(build.bindTo(builder), path));
    }

    private void skipUnknown(JsonReader reader) throws IOException {
        String name = reader.nextName();
        if (options.strict() && !name.equals(SCHEMA)) {
            throw new JsonDataException(
                    "unknown field " + name + " of " + type.getSimpleName() + " at " + reader.getPath());
        }
        reader.skipValue();
    }

    private static Object call(MethodHandle handle, String path) {
        try {
            return handle.invoke();
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
            throw new JsonDataException(e.getMessage() + " at " + path, e);
        } catch (Throwable e) {
            throw new IllegalStateException("the builder failed at " + path, e);
        }
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
