package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import java.util.Set;

/** Events over the API. */
final class ApiEvents implements EventResource {
    private static final Set<EventCategory> COMMENTS =
            Set.of(EventCategory.PATCH_COMMENT_CREATED, EventCategory.COVER_COMMENT_CREATED);

    private final Session session;

    ApiEvents(Session session) {
        this.session = session;
    }

    @Override
    public Paged<Event> list(EventQuery query) {
        Needs needs = Needs.none()
                .when(query.actor().isPresent(), Capability.ACTOR_FILTER)
                .when(query.category().filter(COMMENTS::contains).isPresent(), Capability.COMMENT_EVENTS);
        return session.list(
                needs,
                cursor -> session.api()
                        .events(
                                query.project().orElse(null),
                                query.category().map(EventCategory::value).orElse(null),
                                FilterValues.id(query.series()),
                                FilterValues.id(query.patch()),
                                FilterValues.id(query.cover()),
                                FilterValues.id(query.actor()),
                                session.serverDate(query.since()),
                                session.serverDate(query.before()),
                                FilterValues.order(query.order()),
                                cursor.page(),
                                cursor.pageSize()));
    }
}
