package io.github.patchwork4j.testing.recorded;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.Okio;

/** JSON as maps, lists, texts and numbers, for comparisons. */
final class Json {

    private Json() {}

    static Object parse(String text) {
        try {
            return JsonReader.of(new Buffer().writeUtf8(text)).readJsonValue();
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    static Object parse(InputStream stream) throws IOException {
        return JsonReader.of(Okio.buffer(Okio.source(stream))).readJsonValue();
    }

    /** Writes a parsed value; two values whose keys stand in another order give different texts. */
    static String write(Object value) {
        Buffer text = new Buffer();
        try (JsonWriter writer = JsonWriter.of(text)) {
            writer.setSerializeNulls(true);
            writer.setLenient(true);
            writer.jsonValue(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.readUtf8();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    static List<Long> ids(Object list) {
        return list(list).stream()
                .map(row -> ((Number) object(row).get("id")).longValue())
                .toList();
    }
}
