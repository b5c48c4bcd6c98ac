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
        return session.get(session.api().user(id));
    }

    @Override
    public User update(long id, UserUpdate update) {
        if (update.writesSettings()) {
            session.require(Capability.USER_SETTINGS);
        }
        return session.get(session.api().updateUser(id, update));
    }

    @Override
    public Paged<User> list(UserQuery query) {
        return session.list(
                Needs.none().sorting(query.order()),
                User::id,
                cursor -> session.api()
                        .users(
                                query.search().orElse(null),
                                FilterValues.order(query.order()),
                                cursor.page(),
                                cursor.pageSize()));
    }
}
