package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.internal.state.Dated;
import io.github.patchwork4j.testing.internal.state.DatedTable;
import io.github.patchwork4j.testing.internal.state.Reversed;
import io.github.patchwork4j.testing.internal.state.Row;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a list starts from, in the orders in which they are kept anyway, so that common lists need no sorting.
 *
 * @param <R> the kind of row
 */
public final class Source<R extends Row> {
    private final List<R> byId;
    private final @Nullable Supplier<List<R>> oldestFirst;
    private final @Nullable Supplier<List<R>> newestFirst;
    private final @Nullable Predicate<R> visible;

    private Source(
            List<R> byId,
            @Nullable Supplier<List<R>> oldestFirst,
            @Nullable Supplier<List<R>> newestFirst,
            @Nullable Predicate<R> visible) {
        this.byId = byId;
        this.oldestFirst = oldestFirst;
        this.newestFirst = newestFirst;
        this.visible = visible;
    }

    /**
     * Starts from rows.
     *
     * @param byId the rows by ascending id
     * @param <R> the kind of row
     * @return the source
     */
    public static <R extends Row> Source<R> of(List<R> byId) {
        return new Source<>(byId, null, null, null);
    }

    /**
     * Starts from a whole table.
     *
     * @param table the table
     * @param <R> the kind of row
     * @return the source
     */
    public static <R extends Dated> Source<R> of(DatedTable<R> table) {
        return new Source<>(table.all(), table::oldestFirst, table::newestFirst, null);
    }

    /**
     * Leaves rows out, as if they did not exist.
     *
     * @param test which rows the client may see
     * @return a new source
     */
    public Source<R> where(Predicate<R> test) {
        return new Source<>(byId, oldestFirst, newestFirst, test);
    }

    /** Returns the rows by ascending id. */
    List<R> byId() {
        return seen(byId);
    }

    /** Returns the rows in an order, or null if they would have to be sorted for it. */
    @Nullable List<R> inOrder(List<Ordering.Key> keys) {
        Ordering.Key first = keys.get(0);
        if (first.field().equals("id")) {
            return seen(first.descending() ? new Reversed<>(byId) : byId);
        }
        Supplier<List<R>> dated = first.descending() ? newestFirst : oldestFirst;
        return dated != null && first.field().equals("date") && keys.size() == 1 ? seen(dated.get()) : null;
    }

    private List<R> seen(List<R> rows) {
        return visible == null ? rows : rows.stream().filter(visible).toList();
    }
}
