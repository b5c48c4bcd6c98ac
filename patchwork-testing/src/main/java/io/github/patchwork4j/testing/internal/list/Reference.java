package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.AsciiCase;
import io.github.patchwork4j.testing.internal.text.PythonInt;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How filters name an object: by its id, and some kinds also by a text. A number is always an id, even if an object has that
 * number for a name.
 *
 * @param <T> the kind of object
 */
public final class Reference<T extends Row> {
    private final Function<World, Table<T>> table;
    private final @Nullable Function<T, String> name;
    private final UnaryOperator<String> spelling;

    private Reference(
            Function<World, Table<T>> table, @Nullable Function<T, String> name, UnaryOperator<String> spelling) {
        this.table = table;
        this.name = name;
        this.spelling = spelling;
    }

    /**
     * Names objects by their ids only.
     *
     * @param table where they are
     * @param <T> the kind of object
     * @return the reference
     */
    public static <T extends Row> Reference<T> byId(Function<World, Table<T>> table) {
        return new Reference<>(table, null, UnaryOperator.identity());
    }

    /**
     * Names objects by their ids, or else by a text in which case does not count.
     *
     * @param table where they are
     * @param name their text
     * @param <T> the kind of object
     * @return the reference
     */
    public static <T extends Row> Reference<T> byIdOr(Function<World, Table<T>> table, Function<T, String> name) {
        return new Reference<>(table, name, UnaryOperator.identity());
    }

    /**
     * Changes texts before they are compared; numbers are not touched.
     *
     * @param operator what to do with a text
     * @return a new reference
     */
    public Reference<T> spelled(UnaryOperator<String> operator) {
        return new Reference<>(table, name, operator);
    }

    /**
     * Makes a filter that keeps the rows which refer to any of the named objects.
     *
     * @param id which object a row refers to
     * @param <R> the kind of row
     * @return the filter
     */
    public <R> Filter<R> anyOf(ToLongFunction<R> id) {
        return (values, world) -> select(values, world, id);
    }

    /**
     * Makes a filter that takes one object, and may be left empty.
     *
     * @param id which object a row refers to
     * @param <R> the kind of row
     * @return the filter
     */
    public <R> Filter<R> one(ToLongFunction<R> id) {
        return (values, world) -> {
            String value = values.get(values.size() - 1);
            return value.isEmpty() ? Selection.none() : select(List.of(value), world, id);
        };
    }

    private <R> Selection<R> select(List<String> values, World world, ToLongFunction<R> id) {
        Set<Long> named = new HashSet<>();
        for (String value : values) {
            BigInteger number = PythonInt.parse(value);
            if (number != null && PythonInt.isBeyondDatabase(number)) {
                return world.libraries().isNew() ? Selection.empty() : Selection.fault();
            }
            List<T> found = number == null ? named(value, world) : withId(number.longValue(), world);
            if (found.isEmpty()) {
                return Selection.empty();
            }
            if (found.size() > 1) {
                return Selection.fault();
            }
            named.add(found.get(0).id());
        }
        return Selection.where(row -> named.contains(id.applyAsLong(row)));
    }

    private List<T> withId(long id, World world) {
        T row = table.apply(world).find(id);
        return row == null ? List.of() : List.of(row);
    }

    private List<T> named(String value, World world) {
        Function<T, String> text = name;
        if (text == null) {
            return List.of();
        }
        String wanted = spelling.apply(value);
        return table.apply(world).all().stream()
                .filter(row -> AsciiCase.same(text.apply(row), wanted))
                .toList();
    }
}
