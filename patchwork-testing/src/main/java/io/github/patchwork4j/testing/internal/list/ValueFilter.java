package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.internal.text.AsciiCase;
import io.github.patchwork4j.testing.internal.text.FilterDate;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The filters that compare a value of the row itself: of several values the last counts, and an empty one is ignored. */
public final class ValueFilter {

    private ValueFilter() {}

    /**
     * Keeps the rows with a certain text.
     *
     * @param text the row's text, or null if it has none
     * @param <R> the kind of row
     * @return the filter
     */
    public static <R> Filter<R> text(Function<R, @Nullable String> text) {
        return nonEmpty(value -> row -> value.equals(text.apply(row)));
    }

    /**
     * Keeps the rows with a certain text, in any case.
     *
     * @param text the row's text, or null if it has none
     * @param <R> the kind of row
     * @return the filter
     */
    public static <R> Filter<R> textInAnyCase(Function<R, @Nullable String> text) {
        return nonEmpty(value -> row -> {
            String own = text.apply(row);
            return own != null && AsciiCase.same(own, value);
        });
    }

    /**
     * Keeps mails by their Message-Id, which is given without brackets.
     *
     * @param msgid the row's Message-Id, with brackets
     * @param <R> the kind of row
     * @return the filter
     */
    public static <R> Filter<R> msgid(Function<R, String> msgid) {
        return nonEmpty(value -> {
            String bracketed = "<" + value + ">";
            return row -> bracketed.equals(msgid.apply(row));
        });
    }

    /**
     * Keeps the rows with one of a few values; any other value is bad.
     *
     * @param known reads the value, null if it is none of them
     * @param own the row's value
     * @param <R> the kind of row
     * @param <V> the kind of value
     * @return the filter
     */
    public static <R, V> Filter<R> choice(Function<String, @Nullable V> known, Function<R, V> own) {
        return (values, world) -> {
            String value = values.get(values.size() - 1);
            V wanted = known.apply(value);
            if (wanted == null) {
                return value.isEmpty() ? Selection.none() : Selection.empty();
            }
            return Selection.where(row -> wanted.equals(own.apply(row)));
        };
    }

    /**
     * Keeps the rows for which something holds, or does not; what is neither is ignored.
     *
     * @param flag what holds
     * @param <R> the kind of row
     * @return the filter
     */
    public static <R> Filter<R> flag(Predicate<R> flag) {
        return (values, world) -> switch (values.get(values.size() - 1).toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Selection.where(flag);
            case "false", "0" -> Selection.where(flag.negate());
            default -> Selection.none();
        };
    }

    /**
     * Keeps the rows from a date on.
     *
     * @param date the row's date
     * @param <R> the kind of row
     * @return the filter
     */
    public static <R> Filter<R> since(ToLongFunction<R> date) {
        return dated(date, bound -> own -> own >= bound);
    }

    /**
     * Keeps the rows before a date.
     *
     * @param date the row's date
     * @param <R> the kind of row
     * @return the filter
     */
    public static <R> Filter<R> before(ToLongFunction<R> date) {
        return dated(date, bound -> own -> own < bound);
    }

    private static <R> Filter<R> dated(ToLongFunction<R> date, Function<Long, LongPredicate> test) {
        return (values, world) -> {
            String value = Filter.last(values);
            if (value.isEmpty()) {
                return Selection.none();
            }
            FilterDate bound = world.libraries().isNew() ? FilterDate.parseShort(value) : FilterDate.parse(value);
            return switch (bound.kind()) {
                case MALFORMED -> Selection.empty();
                case ZONED -> Selection.fault();
                case DATE -> {
                    LongPredicate own = test.apply(bound.micros());
                    yield Selection.where(row -> own.test(date.applyAsLong(row)));
                }
            };
        };
    }

    private static <R> Filter<R> nonEmpty(Function<String, Predicate<R>> test) {
        return (values, world) -> {
            String value = Filter.last(values);
            if (value.isEmpty()) {
                return Selection.none();
            }
            return value.indexOf('\0') >= 0 ? Selection.empty() : Selection.where(test.apply(value));
        };
    }
}
