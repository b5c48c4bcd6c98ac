package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.text.PythonJson;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The body of a write, read against a schema: JSON only, no property that the schema does not have, no value of another
 * type, everything wrong told at once. A null counts as not given.
 */
final class Body {
    private static final int LARGEST = 1 << 20;
    private static final List<Object> RESULTS = List.of("pending", "success", "warning", "fail");

    private final Map<String, Object> values;

    private Body(Map<String, Object> values) {
        this.values = values;
    }

    /** The type of a property. */
    enum ValueType {
        /** A text. */
        TEXT("expected string"),
        /** True or false. */
        FLAG("expected boolean"),
        /** A whole number. */
        NUMBER("expected integer"),
        /** A list of whole numbers. */
        NUMBERS("expected array of integers"),
        /** An object whose values are texts. */
        TEXTS("expected object of strings"),
        /** A result of a check. */
        RESULT("expected value to be one of \"pending, success, warning, fail\"");

        private final String message;

        ValueType(String message) {
            this.message = message;
        }

        private boolean has(Object value) {
            return switch (this) {
                case TEXT -> value instanceof String;
                case FLAG -> value instanceof Boolean;
                case NUMBER -> isNumber(value);
                case NUMBERS -> value instanceof List<?> list && list.stream().allMatch(Body::isNumber);
                case TEXTS ->
                    value instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance);
                case RESULT -> RESULTS.contains(value);
            };
        }
    }

    /** What a body may hold and what it must. */
    static final class Schema {
        private final Map<String, ValueType> types = new LinkedHashMap<>(Map.of("$schema", ValueType.TEXT));
        private final List<String> required = new ArrayList<>();

        Schema with(ValueType type, String... names) {
            for (String name : names) {
                types.put(name, type);
            }
            return this;
        }

        Schema must(ValueType type, String... names) {
            required.addAll(List.of(names));
            return with(type, names);
        }
    }

    /** Reads a body; ids in the path must have been read before. */
    static Body read(Request request, Schema schema) {
        String type = request.headers().get("Content-Type");
        if (!isJson(type == null ? "" : type)) {
            throw Problem.of(415, "unknown content type: " + type);
        }
        ByteString body = request.body();
        if (body.size() > LARGEST) {
            throw Problem.of(413, "request body is too large limit=" + LARGEST + " bytes");
        }
        if (body.size() == 0) {
            throw Problem.of(400, "request body is required");
        }
        Map<String, Object> values = checked(parse(body.utf8()), schema, request);
        request.remarks().beforeChange();
        return new Body(values);
    }

    private static boolean isJson(String contentType) {
        String type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.equals("application/json") || type.endsWith("+json");
    }

    private static @Nullable Object parse(String text) {
        try {
            return PythonJson.parse(text);
        } catch (PythonJson.SyntaxFault fault) {
            throw Problem.noJson(String.valueOf(fault.getMessage()));
        } catch (IllegalArgumentException tooDeep) {
            throw Problem.noJson("exceeded max depth");
        }
    }

    private static Map<String, Object> checked(@Nullable Object json, Schema schema, Request request) {
        Problem.Faults faults = new Problem.Faults();
        Map<String, Object> values = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> members) {
            members.forEach((key, value) -> {
                String name = String.valueOf(key);
                String location = "body." + name;
                ValueType type = schema.types.get(name);
                if (type == null) {
                    faults.add("unexpected property", location, members);
                } else if (value == null) {
                    request.remarks().add("null is not given for 4.0, so that \"" + name + "\" stays as it is");
                } else if (!type.has(value)) {
                    faults.add(type.message, location, value);
                } else {
                    values.put(name, value);
                }
            });
            schema.required.stream()
                    .filter(name -> !values.containsKey(name) && !members.containsKey(name))
                    .forEach(name ->
                            faults.add("expected required property " + name + " to be present", "body", members));
            schema.required.stream()
                    .filter(name -> members.containsKey(name) && members.get(name) == null)
                    .forEach(name -> faults.add("expected a value", "body." + name, null));
        } else {
            faults.add("expected object", "body", json);
        }
        faults.finish();
        return values;
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof BigInteger number
                ? number.bitLength() < Long.SIZE
                : value instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e15;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String otherwise) {
        return values.get(name) instanceof String text ? text : otherwise;
    }

    /** Returns a text, in which the empty one means none. */
    @Nullable String orNull(String name, @Nullable String otherwise) {
        String text = values.get(name) instanceof String given ? given : otherwise;
        return text == null || text.isEmpty() ? null : text;
    }

    boolean flag(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    long number(String name, long otherwise) {
        return values.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    List<Long> numbers(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(number -> ((Number) number).longValue()).toList()
                : List.of();
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (values.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return texts;
    }
}
