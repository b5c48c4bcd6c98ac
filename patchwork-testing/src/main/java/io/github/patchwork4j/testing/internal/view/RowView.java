package io.github.patchwork4j.testing.internal.view;

import java.io.IOException;

/**
 * Writes one row as JSON.
 *
 * @param <R> the kind of row
 */
@FunctionalInterface
public interface RowView<R> {

    /**
     * Writes one complete JSON value.
     *
     * @param rendering where and how
     * @param row the row
     * @throws IOException from the writer
     */
    void write(Rendering rendering, R row) throws IOException;
}
