package io.github.patchwork4j.client;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/**
 * Reads the bodies of errors.
 *
 * <p>Patchwork 3.x sends {@code {"detail": text or list}}, {@code {field: [text, …]}} with fields nested, or a bare
 * list of texts; 4.0 sends RFC 9457's problem details with a list of {@code errors}, whose {@code message} may be
 * missing.
 */
final class ErrorBodyReader {
    /** What of a problem is no message about the request. */
    private static final List<String> PROBLEM_MEMBERS = List.of("$schema", "title", "status", "type", "instance");

    private final Map<String, List<String>> fieldErrors = new LinkedHashMap<>();
    private final List<String> details = new ArrayList<>();

    private ErrorBodyReader() {}

    static ErrorBody read(Buffer json) {
        ErrorBodyReader reader = new ErrorBodyReader();
        try {
            reader.readBody(JsonReader.of(json));
        } catch (IOException | JsonDataException e) {
            // What was read before the body broke off, or became something else, still counts.
        }
        return new ErrorBody(
                String.join(" ", reader.details), Collections.unmodifiableMap(new LinkedHashMap<>(reader.fieldErrors)));
    }

    private void readBody(JsonReader json) throws IOException {
        if (json.peek() != JsonReader.Token.BEGIN_OBJECT) {
            readMessages(json, "", details);
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (name.equals("detail")) {
                readMessages(json, name, details);
            } else if (PROBLEM_MEMBERS.contains(name)) {
                json.skipValue();
            } else if (name.equals("errors") && json.peek() == JsonReader.Token.BEGIN_ARRAY) {
                readProblems(json);
            } else {
                readField(json, name);
            }
        }
        json.endObject();
    }

    private void readField(JsonReader json, String name) throws IOException {
        List<String> messages = new ArrayList<>();
        readMessages(json, name, messages);
        if (!messages.isEmpty()) {
            fieldErrors.merge(name, List.copyOf(messages), ErrorBodyReader::both);
        }
    }

    /** Reads a text, a list of texts, or an object whose members are fields inside this one. */
    private void readMessages(JsonReader json, String name, List<String> into) throws IOException {
        switch (json.peek()) {
            case BEGIN_ARRAY -> {
                json.beginArray();
                while (json.hasNext()) {
                    readMessages(json, name, into);
                }
                json.endArray();
            }
            case BEGIN_OBJECT -> {
                json.beginObject();
                while (json.hasNext()) {
                    String inner = json.nextName();
                    readField(json, name.isEmpty() ? inner : name + "." + inner);
                }
                json.endObject();
            }
            case NULL -> json.nextNull();
            case BOOLEAN -> into.add(String.valueOf(json.nextBoolean()));
            default -> into.add(json.nextString());
        }
    }

    private void readProblems(JsonReader json) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            String location = "";
            String message = "is refused";
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (json.peek() != JsonReader.Token.STRING) {
                    json.skipValue();
                } else if (name.equals("location")) {
                    location = json.nextString();
                } else if (name.equals("message")) {
                    message = json.nextString();
                } else {
                    json.skipValue();
                }
            }
            json.endObject();
            fieldErrors.merge(location.isEmpty() ? "body" : location, List.of(message), ErrorBodyReader::both);
        }
        json.endArray();
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
