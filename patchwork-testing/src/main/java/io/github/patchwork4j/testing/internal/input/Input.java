package io.github.patchwork4j.testing.internal.input;

import io.github.patchwork4j.testing.internal.body.Content;
import io.github.patchwork4j.testing.internal.http.Remarks;
import io.github.patchwork4j.testing.internal.text.PythonText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one body in order and collects everything that is wrong with them. */
public final class Input {
    private final Content content;
    private final boolean partial;
    private final Remarks remarks;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Object> errors = new LinkedHashMap<>();

    /**
     * Opens a body.
     *
     * @param content what was sent
     * @param partial whether fields may be left out, as in PATCH
     * @param remarks where fields are told that are not read
     * @throws InvalidInput if it is JSON but no object
     */
    public Input(Content content, boolean partial, Remarks remarks) {
        this.content = content;
        this.partial = partial;
        this.remarks = remarks;
        if (content instanceof Content.Json json && !(json.value() instanceof Map<?, ?>)) {
            throw InvalidInput.whole(
                    json.value() == null
                            ? "No data provided"
                            : "Invalid data. Expected a dictionary, but got " + PythonText.type(json.value()) + ".");
        }
    }

    /**
     * Reads a field.
     *
     * @param field which one
     * @param <T> the type of its values
     * @return what was sent; it counts as absent if it was wrong
     */
    public <T> Given<T> read(Field<T> field) {
        known.add(field.name());
        Raw raw = content instanceof Content.Filled form ? filled(form, field) : member(field.name());
        Given<T> absent = Given.absent();
        if (!raw.given()) {
            if (field.required() && !partial) {
                errors.put(field.name(), List.of("This field is required."));
            }
            return absent;
        }
        Object value = field.emptyIsNull() && "".equals(raw.value()) ? null : raw.value();
        if (value == null) {
            if (!field.nullable()) {
                errors.put(field.name(), List.of("This field may not be null."));
            }
            return field.nullable() ? new Given<>(true, null) : absent;
        }
        try {
            return new Given<>(true, field.converter().apply(value));
        } catch (BadValue bad) {
            errors.put(field.name(), bad.messages());
            return absent;
        }
    }

    /**
     * Ends the reading.
     *
     * @throws io.github.patchwork4j.testing.internal.http.RefusedWrite if a field is not read, and the fake is strict
     * @throws InvalidInput if anything was wrong
     */
    public void finish() {
        sent().filter(name -> !known.contains(name))
                .distinct()
                .forEach(name -> remarks.add("the field \"" + name + "\" cannot be written, so that it is ignored"));
        remarks.beforeChange();
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private Stream<String> sent() {
        if (content instanceof Content.Filled form) {
            return form.entries().stream()
                    .map(Content.Entry::name)
                    .map(name -> name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : name);
        }
        Map<?, ?> members = (Map<?, ?>) Objects.requireNonNull(((Content.Json) content).value());
        return members.keySet().stream().map(String::valueOf);
    }

    /**
     * Makes a field out of an object that has fields of its own.
     *
     * @param name its name
     * @param reader reads the inner fields
     * @param <T> the type of its values
     * @return the field
     */
    public <T> Field<T> object(String name, Function<Input, T> reader) {
        Field<T> field = Field.of(name, value -> {
            try {
                Content inner = value instanceof Content.Filled form ? form : new Content.Json(value);
                Input input = new Input(inner, partial, remarks);
                T read = reader.apply(input);
                input.finish();
                return read;
            } catch (InvalidInput invalid) {
                throw BadValue.nested(invalid);
            }
        });
        return field.inner();
    }

    private Raw member(String name) {
        Map<?, ?> members = (Map<?, ?>) Objects.requireNonNull(((Content.Json) content).value());
        return members.containsKey(name) ? Raw.of(members.get(name)) : Raw.ABSENT;
    }

    private Raw filled(Content.Filled form, Field<?> field) {
        if (field.shape() == Field.Shape.OBJECT) {
            return nested(form, field.name() + ".");
        }
        List<Object> values = values(form, field.name());
        if (values.isEmpty() && partial) {
            return Raw.ABSENT;
        }
        if (field.shape() == Field.Shape.LIST) {
            return Raw.of(values);
        }
        if (values.isEmpty()) {
            return unchecked(field.unchecked());
        }
        Object last = values.get(values.size() - 1);
        if (last.equals("") && !field.blank()) {
            return field.nullable() ? Raw.of(null) : field.required() ? Raw.of(last) : Raw.ABSENT;
        }
        return Raw.of(last);
    }

    private static Raw unchecked(@Nullable Object value) {
        return value == null ? Raw.ABSENT : Raw.of(value);
    }

    private static List<Object> values(Content.Filled form, String name) {
        return form.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .map(Content.Entry::value)
                .toList();
    }

    /** Returns the entries whose names begin with that of an object. */
    private static Raw nested(Content.Filled form, String prefix) {
        List<Content.Entry> inner = form.entries().stream()
                .filter(entry ->
                        entry.name().length() > prefix.length() && entry.name().startsWith(prefix))
                .map(entry -> new Content.Entry(entry.name().substring(prefix.length()), entry.value()))
                .toList();
        return inner.isEmpty() ? Raw.ABSENT : Raw.of(new Content.Filled(inner));
    }
}
