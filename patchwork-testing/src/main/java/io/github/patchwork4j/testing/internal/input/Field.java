package io.github.patchwork4j.testing.internal.input;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that can be written. The values of forms are texts, and what an empty or a missing one means depends on the field.
 *
 * @param name its name
 * @param required whether a complete object must have it
 * @param nullable whether null is a value
 * @param blank whether an empty text is a value
 * @param unchecked what a form means that leaves the field out, as an unticked box is, or null
 * @param emptyIsNull whether an empty text counts as null, also in JSON
 * @param shape how a form names it
 * @param converter turns a value into another; it throws {@link BadValue}
 * @param <T> the type of its values
 */
public record Field<T>(
        String name,
        boolean required,
        boolean nullable,
        boolean blank,
        @Nullable Object unchecked,
        boolean emptyIsNull,
        Shape shape,
        Function<Object, @Nullable T> converter) {

    /** How a form names a field. */
    public enum Shape {
        /** Once; of several values the last one counts. */
        SINGLE,
        /** Once for each value. */
        LIST,
        /** Not at all, only its inner fields, with a dot before each. */
        OBJECT
    }

    /**
     * Makes an optional field.
     *
     * @param name its name
     * @param converter turns a value into another
     * @param <T> the type of its values
     * @return the field
     */
    public static <T> Field<T> of(String name, Function<Object, @Nullable T> converter) {
        return new Field<>(name, false, false, false, null, false, Shape.SINGLE, converter);
    }

    /**
     * Makes a complete object need this field.
     *
     * @return a new field
     */
    public Field<T> must() {
        return new Field<>(name, true, nullable, blank, unchecked, emptyIsNull, shape, converter);
    }

    /**
     * Lets null be a value.
     *
     * @return a new field
     */
    public Field<T> orNull() {
        return new Field<>(name, required, true, blank, unchecked, emptyIsNull, shape, converter);
    }

    /**
     * Looks at each value once more.
     *
     * @param check throws {@link BadValue}
     * @return a new field
     */
    public Field<T> checked(Consumer<T> check) {
        Function<Object, @Nullable T> checked = value -> {
            T converted = converter.apply(value);
            if (converted != null) {
                check.accept(converted);
            }
            return converted;
        };
        return new Field<>(name, required, nullable, blank, unchecked, emptyIsNull, shape, checked);
    }

    Field<T> orBlank() {
        return new Field<>(name, required, nullable, true, unchecked, emptyIsNull, shape, converter);
    }

    Field<T> orUnchecked(Object value) {
        return new Field<>(name, required, nullable, blank, value, emptyIsNull, shape, converter);
    }

    Field<T> inner() {
        return new Field<>(name, required, nullable, blank, unchecked, emptyIsNull, Shape.OBJECT, converter);
    }

    Field<T> many() {
        return new Field<>(name, required, nullable, blank, unchecked, emptyIsNull, Shape.LIST, converter);
    }

    /**
     * Lets an empty text count as null, also in JSON.
     *
     * @return a new field
     */
    public Field<T> withEmptyAsNull() {
        return new Field<>(name, required, nullable, blank, unchecked, true, shape, converter);
    }
}
