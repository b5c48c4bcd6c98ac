package io.github.patchwork4j.client;

import java.util.Optional;

/** The order in which the pages of a list are asked for, and what becomes of each answer. */
interface PageWalk<T> {
    /**
     * {@return the page to ask for next; nothing at the end}
     */
    Optional<Cursor> wanted();

    /**
     * Takes the answer, which decides what is wanted next.
     *
     * @param cursor which page was asked for
     * @param rows what came
     * @return the page to hand out, if anything is new on it
     */
    Optional<Page<T>> accept(Cursor cursor, PageSource.Rows<T> rows);

    /**
     * {@return the number of the last page that may be wanted in pages of this size}
     *
     * @param cursor the page that is asked for
     */
    int last(Cursor cursor);
}
