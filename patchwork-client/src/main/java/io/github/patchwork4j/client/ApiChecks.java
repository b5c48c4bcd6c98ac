package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.UserRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
    public Check create(long patch, NewCheck check) {
        NewCheck sent = session.isKnown(ServerDialect.PATCHWORK_3) ? check : check.withContext();
        try {
            return session.get(session.api().createCheck(patch, sent));
        } catch (TransportException | ServerException e) {
            return stored(patch, check, e).orElseThrow(() -> e);
        }
    }

    /** Looks whether a check was stored although its answer did not arrive: whether a user's last one says the same. */
    private Optional<Check> stored(long patch, NewCheck check, PatchworkException failure) {
        try {
            Map<Long, Check> newest = new HashMap<>();
            list(patch, CheckQuery.builder().build()).stream()
                    .filter(row -> row.context().equals(check.context()))
                    .forEach(row -> newest.merge(
                            row.user().map(UserRef::id).orElse(0L), row, (a, b) -> a.id() > b.id() ? a : b));
            return newest.values().stream().filter(check::says).findFirst();
        } catch (PatchworkException e) {
            failure.addSuppressed(e);
            return Optional.empty();
        }
    }

    @Override
    public Check update(PatchRef patch, Check check, CheckUpdate update) {
        session.require(Capability.CHECK_UPDATES);
        return session.get(session.api().updateCheck(patch.id(), check.id(), update.of(check)));
    }

    @Override
    public Paged<Check> list(PatchRef patch, CheckQuery query) {
        return list(patch.id(), query);
    }

    @Override
    public Paged<Check> list(long patch, CheckQuery query) {
        Integer state = FilterValues.number(query.state());
        boolean filters =
                !query.equals(CheckQuery.builder().addAllOrder(query.order()).build());
        Needs needs = Needs.none().when(filters, Capability.CHECK_FILTERS).sorting(query.order());
        return session.list(
                needs,
                Check::id,
                cursor -> session.api()
                        .checks(
                                patch,
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
