package io.github.patchwork4j.testing.internal.four;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import okio.Buffer;

/** Writes maps, lists and values as JSON, nulls included. */
final class Json {
    private Json() {}

    static String text(Object json) {
        Buffer buffer = new Buffer();
        try (JsonWriter out = JsonWriter.of(buffer)) {
            out.setSerializeNulls(true);
            out.jsonValue(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a buffer refused to be written", impossible);
        }
        return buffer.readUtf8();
    }
}
