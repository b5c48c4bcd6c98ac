package io.github.patchwork4j.client;

import io.github.patchwork4j.core.User;

/** Users over the API. */
final class ApiUsers implements UserResource {
    private final Session session;

    ApiUsers(Session session) {
        this.session = session;
    }

    @Override
    public User get(long id) {
        return toGet(id).run();
    }

    Task<User> toGet(long id) {
        return session.ask(() -> session.api().user(id));
    }

    @Override
    public User update(long id, UserUpdate update) {
        return toUpdate(id, update).run();
    }

    Task<User> toUpdate(long id, UserUpdate update) {
        return session.ask(
                Needs.none().when(update.writesSettings(), Capability.USER_SETTINGS),
                () -> session.api().updateUser(id, update));
    }

    @Override
    public Paged<User> list(UserQuery query) {
        return session.list(
                Needs.none().sorting(query.order()),
                User::id,
                Filters.<User>none()
                        .by(
                                "search",
                                query.search(),
                                (row, text) -> session.isFound(
                                        text, row.username(), row.firstName(), row.lastName(), row.email())),
                cursor -> session.api()
                        .users(
                                query.search().orElse(null),
                                FilterValues.order(query.order()),
                                cursor.page(),
                                cursor.pageSize()));
    }
}
