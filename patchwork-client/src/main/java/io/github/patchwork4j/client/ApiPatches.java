package io.github.patchwork4j.client;

import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;

/** Patches over the API. */
final class ApiPatches implements PatchResource {
    private final Session session;

    ApiPatches(Session session) {
        this.session = session;
    }

    @Override
    public Patch get(long id) {
        return session.get(session.api().patch(id));
    }

    @Override
    public Paged<PatchSummary> list(PatchQuery query) {
        if (query.hash().isPresent()) {
            session.require(ApiVersion.V1_2, "filtering patches by hash");
        }
        if (query.messageId().isPresent()) {
            session.require(ApiVersion.V1_2, "filtering patches by message id");
        }
        return session.list(cursor -> session.api()
                .patches(
                        query.project().orElse(null),
                        FilterValues.id(query.series()),
                        query.submitter().orElse(null),
                        query.delegate().orElse(null),
                        query.states().stream().map(PatchState::words).toList(),
                        query.archived().orElse(null),
                        query.hash().orElse(null),
                        query.messageId().map(MessageId::value).orElse(null),
                        Session.mailDate(query.since()),
                        Session.mailDate(query.before()),
                        query.search().orElse(null),
                        FilterValues.order(query.order()),
                        cursor.page(),
                        cursor.pageSize()));
    }

    @Override
    public Download mbox(PatchRef patch) {
        return session.downloads().fetch("patch", Long.toString(patch.id()), "mbox");
    }

    @Override
    public Download diff(PatchRef patch) {
        return session.downloads().fetch("patch", Long.toString(patch.id()), "raw");
    }
}
