package io.github.patchwork4j.testing.internal.api;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param name its name
 * @param type its type
 * @param access whether it is read, may be given or must be given
 * @param label what people call it
 * @param help what it is for, or null
 * @param maxLength the longest text, or null
 * @param range the numbers it takes, or null
 * @param choices the values it may have, numbered from 0
 * @param children the fields of an object
 */
record FormField(
        String name,
        String type,
        Access access,
        String label,
        @Nullable String help,
        @Nullable Integer maxLength,
        @Nullable Range range,
        List<String> choices,
        List<FormField> children) {

    /** What a client can do with a field. */
    enum Access {
        /** Only read it. */
        READ_ONLY,
        /** Give it or not. */
        OPTIONAL,
        /** Give it. */
        REQUIRED
    }

    /**
     * The numbers a field takes.
     *
     * @param least the lowest
     * @param most the highest
     */
    record Range(long least, long most) {}

    static FormField readOnly(String name, String type) {
        return new FormField(name, type, Access.READ_ONLY, label(name), null, null, null, List.of(), List.of());
    }

    static FormField optional(String name, String type) {
        return new FormField(name, type, Access.OPTIONAL, label(name), null, null, null, List.of(), List.of());
    }

    static FormField required(String name, String type) {
        return new FormField(name, type, Access.REQUIRED, label(name), null, null, null, List.of(), List.of());
    }

    FormField upTo(int length) {
        return new FormField(name, type, access, label, help, length, range, choices, children);
    }

    FormField help(String text) {
        return new FormField(name, type, access, label, text, maxLength, range, choices, children);
    }

    FormField called(String people) {
        return new FormField(name, type, access, people, help, maxLength, range, choices, children);
    }

    FormField from(long least, long most) {
        Range numbers = new Range(least, most);
        return new FormField(name, type, access, label, help, maxLength, numbers, choices, children);
    }

    FormField of(String... values) {
        return new FormField(name, type, access, label, help, maxLength, range, List.of(values), children);
    }

    FormField with(FormField... fields) {
        return new FormField(name, type, access, label, help, maxLength, range, choices, List.of(fields));
    }

    static void write(JsonWriter out, List<FormField> fields) throws IOException {
        out.beginObject();
        for (FormField field : fields) {
            out.name(field.name());
            field.write(out);
        }
        out.endObject();
    }

    private void write(JsonWriter out) throws IOException {
        out.beginObject();
        out.name("type").value(type);
        out.name("required").value(access == Access.REQUIRED);
        out.name("read_only").value(access == Access.READ_ONLY);
        out.name("label").value(label);
        if (help != null) {
            out.name("help_text").value(help);
        }
        if (maxLength != null) {
            out.name("max_length").value(maxLength);
        }
        if (range != null) {
            out.name("min_value").value(range.least());
            out.name("max_value").value(range.most());
        }
        if (!choices.isEmpty()) {
            choices(out);
        }
        if (!children.isEmpty()) {
            out.name("children");
            write(out, children);
        }
        out.endObject();
    }

    private void choices(JsonWriter out) throws IOException {
        out.name("choices").beginArray();
        for (int i = 0; i < choices.size(); i++) {
            out.beginObject();
            out.name("value").value(i);
            out.name("display_name").value(choices.get(i));
            out.endObject();
        }
        out.endArray();
    }

    private static String label(String name) {
        return name.equals("id")
                ? "ID"
                : name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1).replace('_', ' ');
    }
}
