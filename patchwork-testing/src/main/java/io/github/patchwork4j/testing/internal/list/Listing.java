package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.internal.http.Query;
import io.github.patchwork4j.testing.internal.http.Remarks;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.view.ApiVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one list offers: its filters, its search and its orders.
 *
 * @param <R> the kind of row
 */
public final class Listing<R extends Row> {
    private static final Set<String> COMMON = Set.of("page", "per_page", "order", "q", "format");

    private final Ordering<R> ordering;
    private final Search<R> search;
    private final Map<String, Filter<R>> filters = new LinkedHashMap<>();
    private final Map<String, Integer> filtersSince = new LinkedHashMap<>();

    /**
     * Starts without a filter.
     *
     * @param ordering the orders
     * @param search what {@code q} does
     */
    public Listing(Ordering<R> ordering, Search<R> search) {
        this.ordering = ordering;
        this.search = search;
    }

    /**
     * Adds a filter that every version has.
     *
     * @param parameter its name
     * @param filter what it does
     * @return this
     */
    public Listing<R> filter(String parameter, Filter<R> filter) {
        return filterSince(0, parameter, filter);
    }

    /**
     * Adds a filter that older versions ignore.
     *
     * @param minor the minor version that brought it
     * @param parameter its name
     * @param filter what it does
     * @return this
     */
    public Listing<R> filterSince(int minor, String parameter, Filter<R> filter) {
        filters.put(parameter, filter);
        filtersSince.put(parameter, minor);
        return this;
    }

    /**
     * Answers a request.
     *
     * @param source the rows
     * @param query the parameters
     * @param version the version, for it decides on the filters
     * @param world where names are looked up
     * @return the rows that are left, in order
     * @throws ServerFault if the real server fails
     */
    public Result<R> read(Source<R> source, Query query, ApiVersion version, World world) {
        Predicate<R> chosen = chosen(query, version, world);
        List<Ordering.Key> keys = ordering.read(query.last("order"));
        List<R> ordered = source.inOrder(keys);
        List<R> rows = kept(ordered == null ? source.byId() : ordered, chosen);
        return new Result<>(ordered == null ? ordering.sort(rows, keys) : rows, rows.size());
    }

    /**
     * Tells what a request gets wrong without being told so by the server.
     *
     * @param query the parameters
     * @param version the version, for it decides on the filters
     * @param world where names are looked up
     * @param remarks where it is told
     */
    public void remark(Query query, ApiVersion version, World world, Remarks remarks) {
        for (String key : query.keys()) {
            Filter<R> filter = filters.get(key);
            if (filter == null) {
                if (!COMMON.contains(key)) {
                    remarks.add("this list does not have the parameter \"" + key + "\", so that it is ignored");
                }
            } else if (!version.has(filtersSince.getOrDefault(key, 0))) {
                remarks.add("this version ignores the filter \"" + key + "\"");
            } else {
                remark(key, query.all(key), filter, world, remarks);
            }
        }
        remarkPaging(query, remarks);
        ordering.remark(query.last("order"), remarks);
        String q = query.last("q");
        if (q != null && !q.isBlank() && search.isIgnored()) {
            remarks.add("this list cannot be searched, so that \"q\" is ignored");
        }
    }

    private static <R> void remark(String key, List<String> values, Filter<R> filter, World world, Remarks remarks) {
        String shown = key + "=" + String.join("&" + key + "=", values);
        Selection.Effect effect = filter.select(values, world).effect();
        if (effect == Selection.Effect.EMPTY) {
            remarks.add(shown + " means nothing here, so that the list is empty");
        } else if (effect == Selection.Effect.NONE) {
            remarks.add(shown + " is no value, so that the filter is ignored");
        } else if (key.equals("msgid") && Filter.last(values).startsWith("<")) {
            remarks.add(shown + " has angle brackets, so that nothing is found");
        }
    }

    private static void remarkPaging(Query query, Remarks remarks) {
        String size = query.last("per_page");
        if (size != null && !size.matches("0*([1-9]\\d?|1\\d\\d|2[0-4]\\d|250)")) {
            remarks.add("per_page=" + size + " is not between 1 and 250, so that another size is used");
        }
    }

    private List<R> kept(List<R> rows, @Nullable Predicate<R> chosen) {
        return chosen == null ? rows : rows.stream().filter(chosen).toList();
    }

    /** Returns which rows stay, or null for all; one bad value leaves none, also when another would be a fault. */
    private @Nullable Predicate<R> chosen(Query query, ApiVersion version, World world) {
        Predicate<R> all = null;
        boolean fault = false;
        for (Map.Entry<String, Filter<R>> filter : filters.entrySet()) {
            List<String> values = query.all(filter.getKey());
            if (values.isEmpty() || !version.has(filtersSince.getOrDefault(filter.getKey(), 0))) {
                continue;
            }
            Selection<R> selection = filter.getValue().select(values, world);
            switch (selection.effect()) {
                case EMPTY -> {
                    return row -> false;
                }
                case FAULT -> fault = true;
                case CHOOSE -> all = all == null ? selection.test() : all.and(selection.test());
                case NONE -> {}
            }
        }
        if (fault) {
            throw new ServerFault("a filter has a value that the database refuses: " + query.encodeSorted());
        }
        String q = query.last("q");
        Predicate<R> found = q == null ? null : search.matching(q, world.libraries());
        return found == null || all == null ? (found == null ? all : found) : all.and(found);
    }

    /**
     * The rows of a list before it is cut into pages.
     *
     * @param rows in order
     * @param count how many of them the pages hold together; an order that repeats rows makes no more pages, so that its
     *     last rows are lost
     * @param <R> the kind of row
     */
    public record Result<R>(List<R> rows, int count) {}
}
