package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import retrofit2.Call;

/** Events over the API. */
final class ApiEvents implements EventResource {
    private static final Set<EventCategory> COMMENTS =
            Set.of(EventCategory.PATCH_COMMENT_CREATED, EventCategory.COVER_COMMENT_CREATED);

    private final Session session;

    ApiEvents(Session session) {
        this.session = session;
    }

    private Filters<Event> filters(EventQuery query) {
        return Filters.<Event>none()
                .by(
                        "project",
                        query.project(),
                        Existence::project,
                        (row, project) -> Filters.is(row.project(), project))
                .by(
                        "category",
                        query.category(),
                        (row, category) -> row.category().equals(category))
                .by("series", query.series(), Existence::series, (row, id) -> true)
                .by("patch", query.patch(), Existence::patch, (row, id) -> true)
                .by("cover", query.cover(), Existence::cover, (row, id) -> true)
                .by("actor", query.actor(), Existence::userId, ApiEvents::isBy)
                .by("since", query.since(), (row, since) -> !session.isEarlier(row.date(), since))
                .by("before", query.before(), (row, before) -> session.isEarlier(row.date(), before));
    }

    private static boolean isBy(Event event, long user) {
        return event.actor().filter(actor -> actor.id() == user).isPresent();
    }

    @Override
    public Paged<Event> list(EventQuery query) {
        Needs needs = needs(query);
        return session.list(needs, null, filters(query), request(query));
    }

    @Override
    public EventFeed follow(EventQuery query, EventCursor start) {
        if (query.since().isPresent()
                || query.before().isPresent()
                || !query.order().isEmpty()) {
            throw new IllegalArgumentException("what is followed has no dates and no order: " + query);
        }
        EventFeed.Source source = (since, looks) -> {
            EventQuery part = EventQuery.builder()
                    .from(query)
                    .since(since)
                    .addOrder(EventQuery.Order.DATE)
                    .build();
            Filters<Event> filters = looks ? filters(part) : filters(part).ofRows();
            return new ListSource<>(session, needs(part), filters, request(part));
        };
        return new EventFeed(session, source, EventFeed.DEFAULT_OVERLAP, start);
    }

    private static Needs needs(EventQuery query) {
        return Needs.none()
                .when(query.actor().isPresent(), Capability.ACTOR_FILTER)
                .when(query.category().filter(COMMENTS::contains).isPresent(), Capability.COMMENT_EVENTS);
    }

    private Function<Cursor, Call<List<Event>>> request(EventQuery query) {
        return cursor -> session.api()
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
                        cursor.pageSize());
    }
}
