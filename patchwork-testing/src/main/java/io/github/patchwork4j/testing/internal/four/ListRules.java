package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.http.Query;
import io.github.patchwork4j.testing.internal.http.Remarks;
import io.github.patchwork4j.testing.internal.state.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One list: where its rows come from, its filters, and how a row is shown.
 *
 * @param <R> the kind of row
 */
final class ListRules<R extends Row> implements Action {
    private static final Set<String> PAGING = Set.of("page", "per_page");

    private final Function<Call, List<R>> source;
    private final BiFunction<Shapes, R, Shape> view;
    private final Map<String, Filter<R>> filters = new LinkedHashMap<>();

    ListRules(Function<Call, List<R>> source, BiFunction<Shapes, R, Shape> view) {
        this.source = source;
        this.view = view;
    }

    ListRules<R> filter(String parameter, Filter<R> filter) {
        filters.put(parameter, filter);
        return this;
    }

    @Override
    public Outcome answer(Call call) {
        Query query = call.request().query();
        Problem.Faults faults = new Problem.Faults();
        Paging paging = Paging.read(query, faults);
        Predicate<R> all = null;
        for (Map.Entry<String, Filter<R>> filter : filters.entrySet()) {
            String name = filter.getKey();
            String text = Numbers.text(query, name);
            Choice<R> choice =
                    text == null ? Choice.all() : filter.getValue().read(new Given(name, text, call, faults));
            Predicate<R> test = choice.test();
            remark(call.request().remarks(), name + "=" + text, choice);
            all = test == null ? all : all == null ? test : all.and(test);
        }
        faults.finish();
        remark(query, call.request().remarks());
        List<R> rows = source.apply(call);
        List<R> kept = all == null ? rows : rows.stream().filter(all).toList();
        Shapes shapes = call.shapes();
        List<?> page = paging.of(kept).stream()
                .map(row -> view.apply(shapes, row).members())
                .toList();
        return new Outcome(200, null, page, paging.link(kept.size()));
    }

    private static void remark(Remarks remarks, String shown, Choice<?> choice) {
        String reason = choice.remark();
        if (reason != null) {
            remarks.add(shown + " " + reason);
        }
    }

    private void remark(Query query, Remarks remarks) {
        for (String key : query.keys()) {
            if (key.equals("order") && !filters.containsKey(key)) {
                remarks.add("4.0 sorts no list but that of events, so that \"order\" is ignored");
            } else if (!filters.containsKey(key) && !PAGING.contains(key)) {
                remarks.add("this list does not have the parameter \"" + key + "\", so that it is ignored");
            } else if (query.all(key).size() > 1) {
                remarks.add("only the first value of \"" + key + "\" counts");
            } else if (Numbers.text(query, key) == null) {
                remarks.add("\"" + key + "\" is empty, so that it is ignored");
            }
        }
    }

    /**
     * One filter parameter.
     *
     * @param <R> the kind of row
     */
    @FunctionalInterface
    interface Filter<R> {
        Choice<R> read(Given given);
    }

    /**
     * A value of a parameter.
     *
     * @param name the parameter
     * @param text its value, which is not empty
     * @param call the request
     * @param faults where it is noted what the server refuses
     */
    record Given(String name, String text, Call call, Problem.Faults faults) {
        String location() {
            return "query." + name;
        }
    }

    /**
     * What a value means.
     *
     * @param test which rows stay, or null for all
     * @param remark what is misread, or null
     * @param <R> the kind of row
     */
    record Choice<R>(@Nullable Predicate<R> test, @Nullable String remark) {

        static <R> Choice<R> all() {
            return new Choice<>(null, null);
        }

        static <R> Choice<R> where(Predicate<R> test) {
            return new Choice<>(test, null);
        }

        static <R> Choice<R> nothing() {
            return new Choice<>(row -> false, "means nothing here, so that the list is empty");
        }

        Choice<R> remarked(String text) {
            return new Choice<>(test, text);
        }
    }
}
