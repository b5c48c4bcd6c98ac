package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Event;

/**
 * The events of a server. They are asked for without a thread that waits: the futures fail with what the methods of
 * {@link EventResource} throw.
 */
public final class AsyncEvents {
    private final ApiEvents requests;

    AsyncEvents(ApiEvents requests) {
        this.requests = requests;
    }

    /**
     * Lists events, the newest first unless told otherwise.
     *
     * @param query which
     * @return them, all pages
     */
    public AsyncPaged<Event> list(EventQuery query) {
        return new AsyncPaged<>(requests.list(query));
    }

    /**
     * Lists all events, the newest first unless told otherwise.
     *
     * @return them, all pages
     */
    public AsyncPaged<Event> list() {
        return list(EventQuery.builder().build());
    }

    /**
     * Follows what happens: hands out each event once, however often it is asked, also by the next program.
     *
     * @param query which events, without dates and order
     * @param start where to begin
     * @return the feed
     * @throws IllegalArgumentException if the query has dates or an order
     * @see EventResource#follow(EventQuery, EventCursor)
     */
    public AsyncEventFeed follow(EventQuery query, EventCursor start) {
        return new AsyncEventFeed(requests.follow(query, start));
    }
}
