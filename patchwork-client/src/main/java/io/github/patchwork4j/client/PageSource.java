package io.github.patchwork4j.client;

import java.util.List;

/** Fetches a page of a list by its number. */
interface PageSource<T> {
    /**
     * Returns the fetching of a page.
     *
     * @param cursor which one
     * @return what is on it; nothing if the list has no such page
     */
    Task<Rows<T>> page(Cursor cursor);

    /**
     * What a server sends as a page.
     *
     * @param items the rows
     * @param next whether the answer's {@code Link} header tells of a next page
     */
    record Rows<T>(List<T> items, LinkHeader.Next next) {
        /**
         * Tells whether to ask for another page: what the {@code Link} header says, and without one, whether the page is
         * as full as the fullest before it. How many rows were asked for tells nothing: servers have limits of their own.
         */
        boolean goesOn(int full) {
            return switch (next) {
                case YES -> true;
                case NO -> false;
                case NOT_TOLD -> items.size() >= full;
            };
        }
    }
}
