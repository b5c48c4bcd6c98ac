package io.github.patchwork4j.testing.internal.api;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.view.Rendering;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code OPTIONS}; no version hides anything in it.
 *
 * @param endpoint what is described
 * @param form what the caller may fill in, or null
 */
record EndpointDescription(Endpoint endpoint, @Nullable Form form) implements Reply.Body {
    private static final List<String> RENDERS = List.of("application/json", "text/html");
    private static final List<String> PARSES =
            List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data");

    @Override
    public void write(Rendering to) throws IOException {
        JsonWriter out = to.out();
        out.beginObject();
        out.name("name").value(endpoint.name());
        out.name("description").value(endpoint.description());
        types(out, "renders", RENDERS);
        types(out, "parses", PARSES);
        if (form != null) {
            form.write(out);
        }
        out.endObject();
    }

    private static void types(JsonWriter out, String name, List<String> types) throws IOException {
        out.name(name).beginArray();
        for (String type : types) {
            out.value(type);
        }
        out.endArray();
    }
}
