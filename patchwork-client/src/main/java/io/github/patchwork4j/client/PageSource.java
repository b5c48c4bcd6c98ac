package io.github.patchwork4j.client;

import java.util.List;

/** Fetches a page of a list by its number. */
interface PageSource<T> {
    /**
     * Prepares the request for a page.
     *
     * @param cursor which one
     * @return the request, not sent yet
     */
    PageRequest<T> request(Cursor cursor);

    /** A request for one page. */
    interface PageRequest<T> {
        /**
         * Sends the request, once.
         *
         * @return what is on the page; nothing if the list has no such page
         */
        Rows<T> fetch();

        /** Ends the request, wherever it is. */
        void cancel();
    }

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
