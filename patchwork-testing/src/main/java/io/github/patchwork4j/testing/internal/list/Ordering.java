package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.internal.http.Remarks;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.text.CodePoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a list can be ordered by.
 *
 * @param <R> the kind of row
 */
public final class Ordering<R extends Row> {
    private final List<Key> otherwise;
    private final Map<String, Comparator<R>> comparators = new HashMap<>();
    private final Map<String, Comparator<R>> scans = new HashMap<>();
    private final Set<String> walkedBothWays = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private @Nullable String joined;
    private Function<R, List<Long>> joinedRows = row -> List.of();

    /**
     * Starts without a field.
     *
     * @param otherwise the value that is used if the request gives none
     */
    public Ordering(String otherwise) {
        this.otherwise = keys(otherwise);
    }

    /**
     * Adds a field that holds a number, a rank or a date.
     *
     * @param name the field
     * @param number the row's number
     * @return this
     */
    public Ordering<R> number(String name, ToLongFunction<R> number) {
        comparators.put(name, Comparator.comparingLong(number));
        return this;
    }

    /**
     * Adds a field that holds a text.
     *
     * @param name the field
     * @param text the row's text; null comes first
     * @return this
     */
    public Ordering<R> text(String name, Function<R, @Nullable String> text) {
        Comparator<@Nullable String> nullsFirst = Comparator.nullsFirst(CodePoints.ORDER);
        comparators.put(name, (one, other) -> nullsFirst.compare(text.apply(one), text.apply(other)));
        return this;
    }

    /**
     * Adds a field that refers to another row. The database walks the index of the reference, backwards for a descending
     * order, so that rows which tie come by id in the same direction.
     *
     * @param name the field
     * @param id the id of the other row
     * @return this
     */
    public Ordering<R> reference(String name, ToLongFunction<R> id) {
        return number(name, id).walked(name, Comparator.comparingLong(Row::id));
    }

    /**
     * Says that the database orders by a field by walking an index, backwards for a descending order.
     *
     * @param name a field that was added
     * @param index the order of the index among rows that tie
     * @return this
     */
    public Ordering<R> walked(String name, Comparator<R> index) {
        walkedBothWays.add(name);
        return scanned(name, index);
    }

    /**
     * Says in which order the database reads the rows before it sorts them by a field, for rows that tie keep that order.
     *
     * @param name a field that was added
     * @param index the order in which rows are read
     * @return this
     */
    public Ordering<R> scanned(String name, Comparator<R> index) {
        scans.put(name, index);
        return this;
    }

    /**
     * Adds a field that stands for other rows: each row is then repeated once for each of them.
     *
     * @param name the field
     * @param others the ids of a row's others
     * @return this
     */
    public Ordering<R> joined(String name, Function<R, List<Long>> others) {
        joined = name;
        joinedRows = others;
        return this;
    }

    /**
     * Adds a field that the server accepts and then fails on.
     *
     * @param name the field
     * @return this
     */
    public Ordering<R> broken(String name) {
        broken.add(name);
        return this;
    }

    /**
     * Reads the parameter; fields that the list does not have are dropped.
     *
     * @param value a list with commas, with a hyphen before each field that is to descend, or null
     * @return the keys, or those of the default if none is left
     * @throws ServerFault if a field is broken
     */
    public List<Key> read(@Nullable String value) {
        List<Key> known = new ArrayList<>();
        for (Key key : keys(value == null ? "" : value)) {
            if (broken.contains(key.field())) {
                throw new ServerFault("this list cannot be ordered by " + key.field());
            }
            if (comparators.containsKey(key.field()) || key.field().equals(joined)) {
                known.add(key);
            }
        }
        return known.isEmpty() ? otherwise : known;
    }

    /** Tells which fields of the parameter are dropped. */
    void remark(@Nullable String value, Remarks remarks) {
        for (Key key : keys(value == null ? "" : value)) {
            if (!comparators.containsKey(key.field()) && !key.field().equals(joined) && !broken.contains(key.field())) {
                remarks.add("this list cannot be ordered by \"" + key.field() + "\", so that the field is dropped");
            }
        }
    }

    /**
     * Orders rows; those that the keys do not tell apart come as the database finds them.
     *
     * @param rows the rows by id
     * @param keys keys of this list
     * @return a new list, which repeats rows if a key joins them with others
     */
    public List<R> sort(List<R> rows, List<Key> keys) {
        Function<R, List<Long>> join = keys.stream().anyMatch(key -> key.field().equals(joined)) ? joinedRows : null;
        List<Joined<R>> all = new ArrayList<>(rows.size());
        for (R row : found(rows, keys.get(0))) {
            List<Long> others = join == null ? List.of() : join.apply(row);
            if (others.isEmpty()) {
                all.add(new Joined<>(row, Row.NONE));
            }
            others.forEach(other -> all.add(new Joined<>(row, other)));
        }
        all.sort(comparator(keys));
        return all.stream().map(Joined::row).toList();
    }

    private List<R> found(List<R> rows, Key first) {
        Comparator<R> scan = scans.get(first.field());
        if (scan == null) {
            return rows;
        }
        boolean backwards = first.descending() && walkedBothWays.contains(first.field());
        return rows.stream().sorted(backwards ? scan.reversed() : scan).toList();
    }

    private Comparator<Joined<R>> comparator(List<Key> keys) {
        return keys.stream()
                .map(this::comparator)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private Comparator<Joined<R>> comparator(Key key) {
        Comparator<R> byRow = comparators.get(key.field());
        Comparator<Joined<R>> upwards =
                byRow == null ? Comparator.comparingLong(Joined::other) : Comparator.comparing(Joined::row, byRow);
        return key.descending() ? upwards.reversed() : upwards;
    }

    private static List<Key> keys(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(term -> !term.isEmpty())
                .map(term -> term.startsWith("-") ? new Key(term.substring(1), true) : new Key(term, false))
                .toList();
    }

    /**
     * One field to order by.
     *
     * @param field its name
     * @param descending whether the highest comes first
     */
    public record Key(String field, boolean descending) {}

    private record Joined<R>(R row, long other) {}
}
