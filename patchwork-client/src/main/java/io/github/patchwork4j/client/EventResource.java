package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Event;

/** The events of a server. */
public interface EventResource {
    /**
     * Lists events, the newest first unless told otherwise.
     *
     * @param query which
     * @return them, all pages
     */
    Paged<Event> list(EventQuery query);

    /**
     * Lists all events, the newest first unless told otherwise.
     *
     * @return them, all pages
     */
    default Paged<Event> list() {
        return list(EventQuery.builder().build());
    }

    /**
     * Follows events: each that there is, and each that will be, once and the oldest first.
     *
     * @param query which; without dates and without an order
     * @param start where to begin: where an earlier feed stood, or a date
     * @return them, as walks ask for them
     * @throws IllegalArgumentException if the query has dates or an order
     */
    EventFeed follow(EventQuery query, EventCursor start);
}
