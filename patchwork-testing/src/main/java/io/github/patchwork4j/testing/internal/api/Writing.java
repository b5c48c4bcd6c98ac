package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.state.UserRow;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How objects of one kind are written.
 *
 * @param methods the methods that do
 * @param editors who may write which object
 * @param form what can be filled in
 * @param <R> the kind of row
 */
record Writing<R>(List<String> methods, BiPredicate<@Nullable UserRow, R> editors, Form form) {

    /** Nobody may write. */
    static <R> Writing<R> none() {
        return new Writing<>(List.of(), (user, row) -> false, new Form("PUT", List.of()));
    }

    /** Some may change what is there. */
    static <R> Writing<R> changes(BiPredicate<@Nullable UserRow, R> editors, List<FormField> fields) {
        return new Writing<>(List.of("PUT", "PATCH"), editors, new Form("PUT", fields));
    }
}
