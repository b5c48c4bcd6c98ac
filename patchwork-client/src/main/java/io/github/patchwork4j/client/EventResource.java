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
}
