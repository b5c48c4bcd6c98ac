package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.UserRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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
            list(patch, CheckQuery.builder().build(), Filters.none()).stream()
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
        return list(patch, query, filters(patch, query));
    }

    private Paged<Check> list(long patch, CheckQuery query, Filters<Check> filters) {
        Integer state = FilterValues.number(query.state());
        boolean filtered =
                !query.equals(CheckQuery.builder().addAllOrder(query.order()).build());
        Needs needs = Needs.none().when(filtered, Capability.CHECK_FILTERS).sorting(query.order());
        return session.paged(
                needs,
                Check::id,
                filters,
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

    private Filters<Check> filters(long patch, CheckQuery query) {
        return Filters.<Check>none()
                .by("patch", OptionalLong.of(patch), Existence::parentPatch, (row, id) -> true)
                .by("user", query.user(), Existence::user, ApiChecks::isBy)
                .by("state", query.state(), (row, state) -> row.state().equals(state))
                .by("context", query.context(), (row, context) -> row.context().equals(context))
                .by("since", query.since(), (row, since) -> !session.isEarlier(row.date(), since))
                .by("before", query.before(), (row, before) -> session.isEarlier(row.date(), before));
    }

    private static boolean isBy(Check check, String user) {
        return check.user().filter(who -> Filters.is(who, user)).isPresent();
    }
}
