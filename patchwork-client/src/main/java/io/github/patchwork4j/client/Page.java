package io.github.patchwork4j.client;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param <T> what the list is of
 * @param number the number of the page, from 1
 * @param items what is on the page, at least one
 * @param next where the list goes on, if it does
 */
public record Page<T>(int number, List<T> items, Optional<Cursor> next) {
    /**
     * Makes a page.
     *
     * @param number the number of the page, from 1
     * @param items what is on the page
     * @param next where the list goes on, if it does
     */
    public Page {
        items = List.copyOf(items);
    }
}
