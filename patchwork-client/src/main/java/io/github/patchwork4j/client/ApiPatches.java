package io.github.patchwork4j.client;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import java.util.List;
import java.util.Optional;

/** Patches over the API. */
final class ApiPatches implements PatchResource {
    private final Session session;

    ApiPatches(Session session) {
        this.session = session;
    }

    @Override
    public Patch get(long id) {
        return toGet(id).run();
    }

    Task<Patch> toGet(long id) {
        return session.ask(() -> session.api().patch(id));
    }

    @Override
    public Patch update(long id, PatchUpdate update) {
        return toUpdate(id, update).run();
    }

    Task<Patch> toUpdate(long id, PatchUpdate update) {
        if (update.writesRelated()) {
            update.refuseSelf(id);
        }
        Needs needs = Needs.none()
                .when(update.writesRelated(), Capability.RELATED_PATCHES)
                .when(update.clearsDelegate(), Capability.CLEARING);
        return session.ready(needs)
                .then(ready -> update.clearsText() ? session.known() : Task.done(ready)) // they clear in two ways
                .then(known -> toWrite(id, update))
                .then(answer -> update.writesRelated() ? toGet(id) : Task.done(answer))
                .recover(e -> Task.failed(explained(e, update)));
    }

    private PatchworkException explained(PatchworkException failure, PatchUpdate update) {
        return failure instanceof NotFoundException missing
                        && update.writesRelated()
                        && session.isKnown(ServerDialect.PATCHWORK_4)
                ? missing.with("Patchwork 4.0 says so to whatever relates patches while its database is PostgreSQL")
                : failure;
    }

    /** Writes a state as 3.x has it first; 4.0 refuses the whole update then, and is told the name. */
    private Task<Patch> toWrite(long id, PatchUpdate update) {
        PatchUpdate forPatchwork4 = update.forPatchwork4();
        if (session.isKnown(ServerDialect.PATCHWORK_4) || update.equals(forPatchwork4)) {
            return session.ask(() -> session.api().updatePatch(id, forPatchwork4));
        }
        return session.ask(() -> session.api().updatePatch(id, update))
                .recover(e -> e instanceof BadRequestException && session.isKnown(ServerDialect.PATCHWORK_4)
                        ? session.ask(() -> session.api().updatePatch(id, forPatchwork4))
                        : Task.failed(e));
    }

    private Filters<PatchSummary> filters(PatchQuery query) {
        Filters<PatchSummary> filters = Filters.<PatchSummary>none()
                .by(
                        "project",
                        query.project(),
                        Existence::project,
                        (row, project) -> Filters.is(row.project(), project))
                .by("submitter", query.submitter(), Existence::person, (row, who) -> Filters.is(row.submitter(), who))
                .by("since", query.since(), (row, since) -> !row.date().isBefore(since))
                .by("before", query.before(), (row, before) -> row.date().isBefore(before))
                .by("search", query.search(), (row, text) -> session.isFound(text, row.name()))
                .by("series", query.series(), Existence::series, ApiPatches::isIn)
                .by("delegate", query.delegate(), Existence::user, ApiPatches::isFor)
                .by("archived", query.archived(), (row, archived) -> row.archived() == archived)
                .by(
                        "hash",
                        query.hash(),
                        (row, hash) -> hash.equalsIgnoreCase(row.hash().orElse("")))
                .by("messageId", query.messageId(), (row, id) -> row.messageId().equals(id));
        query.states()
                .forEach(state -> filters.by(
                        "state", Optional.of(state), Existence::state, (row, any) -> hasOneOf(query.states(), row)));
        return filters;
    }

    private static boolean isIn(PatchSummary patch, long series) {
        return patch.series().stream().anyMatch(one -> one.id() == series);
    }

    private static boolean isFor(PatchSummary patch, String delegate) {
        return patch.delegate().filter(user -> Filters.is(user, delegate)).isPresent();
    }

    /** Tells whether a patch has a state of a filter; it may name states by ids, which rows do not have. */
    private static boolean hasOneOf(List<PatchState> states, PatchSummary patch) {
        return states.contains(patch.state()) || states.stream().anyMatch(state -> FilterValues.isId(state.words()));
    }

    @Override
    public Paged<PatchSummary> list(PatchQuery query) {
        Needs needs = Needs.none()
                .when(query.hash().isPresent(), Capability.HASH_FILTER)
                .when(query.messageId().isPresent(), Capability.MESSAGE_ID_FILTER)
                .when(query.states().size() > 1, Capability.SEVERAL_STATES)
                .sorting(query.order());
        return session.list(
                needs,
                PatchSummary::id,
                filters(query),
                cursor -> session.api()
                        .patches(
                                query.project().orElse(null),
                                FilterValues.id(query.series()),
                                query.submitter().orElse(null),
                                query.delegate().orElse(null),
                                query.states().stream().map(PatchState::words).toList(),
                                query.archived().orElse(null),
                                query.hash().orElse(null),
                                query.messageId().map(MessageId::value).orElse(null),
                                session.mailDate(query.since()),
                                session.mailDate(query.before()),
                                query.search().orElse(null),
                                FilterValues.order(query.order()),
                                cursor.page(),
                                cursor.pageSize()));
    }

    @Override
    public Download mbox(PatchRef patch) {
        return toDownload(patch).run();
    }

    Task<Download> toDownload(PatchRef patch) {
        return session.downloads().fetch("patch", Long.toString(patch.id()), "mbox");
    }

    @Override
    public Download diff(PatchRef patch) {
        return toDownloadDiff(patch).run();
    }

    Task<Download> toDownloadDiff(PatchRef patch) {
        return session.downloads().fetchDiff(patch.id());
    }
}
