package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Person;

/** People over the API. */
final class ApiPeople implements PersonResource {
    private final Session session;

    ApiPeople(Session session) {
        this.session = session;
    }

    @Override
    public Person get(long id) {
        return toGet(id).run();
    }

    Task<Person> toGet(long id) {
        return session.ask(() -> session.api().person(id));
    }

    @Override
    public Paged<Person> list(PersonQuery query) {
        return session.list(
                Needs.none().sorting(query.order()),
                Person::id,
                Filters.<Person>none()
                        .by(
                                "search",
                                query.search(),
                                (row, text) -> session.isFound(text, row.name().orElse(""), row.email())),
                cursor -> session.api()
                        .people(
                                query.search().orElse(null),
                                FilterValues.order(query.order()),
                                cursor.page(),
                                cursor.pageSize()));
    }
}
