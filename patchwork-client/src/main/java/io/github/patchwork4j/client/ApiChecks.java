package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import retrofit2.Call;

/** Checks over the API. */
final class ApiChecks implements CheckResource {
    /** How much later the clock that dates checks may be than the one that dates answers, or earlier. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

    private final Session session;

    ApiChecks(Session session) {
        this.session = session;
    }

    @Override
    public Check get(PatchRef patch, long id) {
        return toGet(patch, id).run();
    }

    Task<Check> toGet(PatchRef patch, long id) {
        return session.ask(() -> session.api().check(patch.id(), id));
    }

    @Override
    public Check create(long patch, NewCheck check) {
        return toCreate(patch, check).run();
    }

    Task<Check> toCreate(long patch, NewCheck check) {
        Supplier<Call<Check>> post = () -> session.api()
                .createCheck(patch, session.isKnown(ServerDialect.PATCHWORK_3) ? check : check.withContext());
        return Task.done(Task.Done.DONE).then(begins -> {
            long start = session.clock().nanos();
            return session.orReadBack(session.ask(post), stored(patch, check, start));
        });
    }

    /** Looks whether a check was stored although its answer did not arrive: whether a user's last one says the same. */
    private Task<Optional<Check>> stored(long patch, NewCheck check, long start) {
        return list(patch, CheckQuery.builder().build(), Filters.none())
                .toFetch()
                .map(rows -> {
                    Map<Long, Check> newest = new HashMap<>();
                    rows.stream()
                            .filter(row -> row.context().equals(check.context()))
                            .forEach(row -> newest.merge(
                                    row.user().map(UserRef::id).orElse(0L), row, (a, b) -> a.id() > b.id() ? a : b));
                    return newest.values().stream()
                            .filter(check::says)
                            .filter(row -> isStoredSince(start, row))
                            .findFirst();
                });
    }

    /** Tells an older check that says the same from ours: by its date, if the server tells the time at all. */
    private boolean isStoredSince(long start, Check check) {
        Optional<Instant> from = session.clock().at(start).map(date -> date.minus(CLOCKS_DIFFER));
        Optional<Instant> to = session.clock().at(session.clock().nanos()).map(date -> date.plus(CLOCKS_DIFFER));
        return from.filter(date -> session.isEarlier(check.date(), date)).isEmpty()
                && to.filter(date -> !session.isEarlier(check.date(), date)).isEmpty();
    }

    @Override
    public Check update(PatchRef patch, Check check, CheckUpdate update) {
        return toUpdate(patch, check, update).run();
    }

    Task<Check> toUpdate(PatchRef patch, Check check, CheckUpdate update) {
        return session.orReadBack(
                session.ask(
                        Needs.none().when(true, Capability.CHECK_UPDATES),
                        () -> session.api().updateCheck(patch.id(), check.id(), update.of(check))),
                toGet(patch, check.id()).map(Optional::of).map(found -> found.filter(update::isIn)));
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
        return session.list(
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
