package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.PatchRef;

/** Checks over the API. */
final class ApiChecks implements CheckResource {
    private final Session session;

    ApiChecks(Session session) {
        this.session = session;
    }

    @Override
    public Check get(PatchRef patch, long id) {
        return session.get(session.api().check(patch.id(), id));
    }

    @Override
    public Paged<Check> list(PatchRef patch, CheckQuery query) {
        Integer state = FilterValues.number(query.state());
        return session.list(cursor -> session.api()
                .checks(
                        patch.id(),
                        query.user().orElse(null),
                        state,
                        query.context().orElse(null),
                        session.serverDate(query.since()),
                        session.serverDate(query.before()),
                        FilterValues.order(query.order()),
                        cursor.page(),
                        cursor.pageSize()));
    }
}
