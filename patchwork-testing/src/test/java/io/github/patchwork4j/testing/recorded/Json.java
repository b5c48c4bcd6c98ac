package io.github.patchwork4j.testing.recorded;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okio.Buffer;
import okio.Okio;

/** JSON as maps, lists, texts and numbers, for comparisons. */
public final class Json {

    private Json() {}

    public static Object parse(String text) {
        try {
            return JsonReader.of(new Buffer().writeUtf8(text)).readJsonValue();
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    public static Object parse(InputStream stream) throws IOException {
        return JsonReader.of(Okio.buffer(Okio.source(stream))).readJsonValue();
    }

    /** Writes a parsed value; two values whose keys stand in another order give different texts. */
    public static String write(Object value) {
        Buffer text = new Buffer();
        try (JsonWriter writer = JsonWriter.of(text)) {
            writer.setSerializeNulls(true);
            writer.setLenient(true);
            writer.jsonValue(whole(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.readUtf8();
    }

    /** Whole numbers as such: the parser makes doubles of them, and 999.0 is no id. */
    private static Object whole(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> numbers = new LinkedHashMap<>();
            map.forEach((name, member) -> numbers.put(name, whole(member)));
            return numbers;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::whole).collect(Collectors.toCollection(ArrayList::new));
        }
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? (Object) number.longValue()
                : value;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    public static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    public static List<Long> ids(Object list) {
        return list(list).stream()
                .map(row -> ((Number) object(row).get("id")).longValue())
                .toList();
    }
}
