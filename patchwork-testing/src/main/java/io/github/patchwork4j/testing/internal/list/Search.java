package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.text.AsciiCase;
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
     * @param libraries they decide on what separates words
     * @return which rows stay, or null for all
     * @throws ServerFault if the list cannot be searched
     */
    @Nullable Predicate<R> matching(String q, LibraryStack libraries);

    /**
     * Tells whether the list ignores the parameter.
     *
     * @return whether it does
     */
    default boolean isIgnored() {
        return matching("x", LibraryStack.DJANGO_3_2) == null;
    }

    /**
     * Ignores the parameter.
     *
     * @param <R> the kind of row
     * @return the search
     */
    static <R> Search<R> ignored() {
        return (q, libraries) -> null;
    }

    /**
     * Fails whenever there is something to search for.
     *
     * @param <R> the kind of row
     * @return the search
     */
    static <R> Search<R> broken() {
        return (q, libraries) -> {
            if (SearchTerms.of(q, libraries).isEmpty()) {
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
        return (q, libraries) -> {
            List<String> terms = SearchTerms.of(q, libraries);
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
}
