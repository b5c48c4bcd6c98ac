package io.github.patchwork4j.testing.internal.api;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;

/**
 * What {@code OPTIONS} tells those who may write.
 *
 * @param method the method that takes it
 * @param fields its fields, also those that are only read
 */
record Form(String method, List<FormField> fields) {

    void write(JsonWriter out) throws IOException {
        out.name("actions").beginObject();
        out.name(method);
        FormField.write(out, fields);
        out.endObject();
    }
}
