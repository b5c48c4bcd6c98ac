package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.core.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads headers: a text where a name has one value, a list where it has several, null where 4.0 has none at all. */
final class HeadersAdapter extends NullReadingAdapter<Headers> {
    @Override
    public Headers fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            reader.nextNull();
            return Headers.EMPTY;
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            List<String> values = values(reader);
            if (!values.isEmpty()) {
                headers.put(name, values);
            }
        }
        reader.endObject();
        return Headers.of(headers);
    }

    private static List<String> values(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
            return List.of(reader.nextString());
        }
        List<String> values = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            values.add(reader.nextString());
        }
        reader.endArray();
        return values;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Headers headers) throws IOException {
        if (headers == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        for (Map.Entry<String, List<String>> header : headers.asMap().entrySet()) {
            writer.name(header.getKey());
            List<String> values = header.getValue();
            if (values.size() == 1) {
                writer.value(values.get(0));
            } else {
                writer.beginArray();
                for (String value : values) {
                    writer.value(value);
                }
                writer.endArray();
            }
        }
        writer.endObject();
    }
}
