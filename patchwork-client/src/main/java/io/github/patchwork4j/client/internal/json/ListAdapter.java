package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes lists as Moshi does, without the calls that its adapter for collections of any kind makes between. */
final class ListAdapter<T> extends JsonAdapter<List<T>> {
    private final JsonAdapter<T> elements;

    private ListAdapter(JsonAdapter<T> elements) {
        this.elements = elements;
    }

    static @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class && annotations.isEmpty()
                ? new ListAdapter<>(moshi.adapter(list.getActualTypeArguments()[0]))
                : null;
    }

    @Override
    public @Nullable List<T> fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        List<T> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(elements.fromJson(reader));
        }
        reader.endArray();
        return list;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable List<T> list) throws IOException {
        if (list == null) {
            writer.nullValue();
            return;
        }
        writer.beginArray();
        for (T element : list) {
            elements.toJson(writer, element);
        }
        writer.endArray();
    }
}
