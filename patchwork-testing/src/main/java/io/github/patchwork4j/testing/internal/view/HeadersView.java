package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.text.MailHeaders;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The headers of a mail as an object: a text for a name that occurs once, a list for one that is repeated. */
final class HeadersView {

    private HeadersView() {}

    /** Writes a header block; names that differ in case only give two keys that both hold all values. */
    static void write(JsonWriter out, String rawHeaders) throws IOException {
        List<MailHeaders.Field> fields = MailHeaders.parse(rawHeaders);
        Set<String> written = new HashSet<>();
        out.beginObject();
        for (MailHeaders.Field field : fields) {
            if (written.add(field.name())) {
                out.name(field.name());
                values(out, valuesOf(fields, field.name()));
            }
        }
        out.endObject();
    }

    private static List<String> valuesOf(List<MailHeaders.Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(MailHeaders.Field::value)
                .toList();
    }

    private static void values(JsonWriter out, List<String> values) throws IOException {
        if (values.size() == 1) {
            out.value(values.get(0));
            return;
        }
        out.beginArray();
        for (String value : values) {
            out.value(value);
        }
        out.endArray();
    }
}
