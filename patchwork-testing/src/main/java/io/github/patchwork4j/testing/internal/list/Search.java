package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.text.AsciiCase;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code q} does on a list.
 *
 * @param <R> the kind of row
 */
@FunctionalInterface
public interface Search<R> {

    /**
     * Reads the parameter.
     *
     * @param q its value
     * @return which rows stay, or null for all
     * @throws ServerFault if the list cannot be searched
     */
    @Nullable Predicate<R> matching(String q);

    /**
     * Ignores the parameter.
     *
     * @param <R> the kind of row
     * @return the search
     */
    static <R> Search<R> ignored() {
        return q -> null;
    }

    /**
     * Fails whenever there is something to search for.
     *
     * @param <R> the kind of row
     * @return the search
     */
    static <R> Search<R> broken() {
        return q -> {
            if (terms(q).isEmpty()) {
                return null;
            }
            throw new ServerFault("this list cannot be searched for \"" + q + "\"");
        };
    }

    /**
     * Keeps rows in which each word of the parameter is found in at least one of some texts, in any case.
     *
     * @param texts the texts of a row
     * @param <R> the kind of row
     * @return the search
     */
    static <R> Search<R> in(Function<R, List<@Nullable String>> texts) {
        return q -> {
            List<String> terms = terms(q);
            return terms.isEmpty()
                    ? null
                    : row -> {
                        List<String> folded = texts.apply(row).stream()
                                .filter(Objects::nonNull)
                                .map(AsciiCase::fold)
                                .toList();
                        return terms.stream().allMatch(term -> folded.stream().anyMatch(text -> text.contains(term)));
                    };
        };
    }

    private static List<String> terms(String q) {
        return Arrays.stream(q.replace("\0", "").replace(',', ' ').split("\\s+"))
                .filter(term -> !term.isEmpty())
                .map(AsciiCase::fold)
                .toList();
    }
}
