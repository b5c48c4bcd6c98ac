package io.github.patchwork4j.testing.internal.list;

import java.util.function.Predicate;

/**
 * What the values of one filter parameter mean for a list.
 *
 * @param effect what becomes of the list
 * @param test which rows stay, if the effect is to choose
 * @param <R> the kind of row
 */
public record Selection<R>(Effect effect, Predicate<R> test) {

    /** What a filter does. */
    public enum Effect {
        /** Nothing; all rows stay. */
        NONE,
        /** Only the rows that pass the test stay. */
        CHOOSE,
        /** No row stays, whatever other filters say: the value was bad. */
        EMPTY,
        /** The request fails. */
        FAULT
    }

    static <R> Selection<R> none() {
        return new Selection<>(Effect.NONE, row -> true);
    }

    static <R> Selection<R> empty() {
        return new Selection<>(Effect.EMPTY, row -> false);
    }

    static <R> Selection<R> fault() {
        return new Selection<>(Effect.FAULT, row -> false);
    }

    static <R> Selection<R> where(Predicate<R> test) {
        return new Selection<>(Effect.CHOOSE, test);
    }
}
