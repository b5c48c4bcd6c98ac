package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.PythonText;
import java.util.List;

/**
 * One filter parameter of a list.
 *
 * @param <R> the kind of row
 */
@FunctionalInterface
public interface Filter<R> {

    /**
     * Reads the values that a request gave.
     *
     * @param values at least one, in the order of the request
     * @param world where names are looked up
     * @return what they mean
     */
    Selection<R> select(List<String> values, World world);

    /**
     * Returns the value that counts for filters that take only one.
     *
     * @param values at least one
     * @return the last, without white space around it
     */
    static String last(List<String> values) {
        return PythonText.strip(values.get(values.size() - 1));
    }
}
