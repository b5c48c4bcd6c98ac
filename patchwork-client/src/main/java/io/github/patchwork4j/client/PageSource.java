package io.github.patchwork4j.client;

import java.util.List;

/** Fetches a page of a list by its number. */
interface PageSource<T> {
    /**
     * Fetches a page on this thread.
     *
     * @param cursor which one
     * @return what is on it; nothing if the list has no such page
     */
    default Rows<T> fetch(Cursor cursor) {
        return page(cursor).run();
    }

    /**
     * Returns the fetching of a page.
     *
     * @param cursor which one
     * @return what is on the page; nothing if the list has no such page
     */
    Task<Rows<T>> page(Cursor cursor);

    /**
     * What a server sends as a page.
     *
     * @param items the rows
     * @param link what the answer's {@code Link} header tells
     */
    record Rows<T>(List<T> items, LinkHeader link) {
        /**
         * Tells whether to ask for another page: what the {@code Link} header says, and without one, whether the page is
         * as full as the fullest before it. How many rows were asked for tells nothing: servers have limits of their own.
         */
        boolean goesOn(int full) {
            return switch (link.next()) {
                case YES -> true;
                case NO -> false;
                case NOT_TOLD -> items.size() >= full;
            };
        }
    }
}
