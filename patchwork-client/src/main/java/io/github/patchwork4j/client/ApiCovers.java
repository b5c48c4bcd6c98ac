package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Cover;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.MessageId;

/** Cover letters over the API. */
final class ApiCovers implements CoverResource {
    private final Session session;

    ApiCovers(Session session) {
        this.session = session;
    }

    @Override
    public Cover get(long id) {
        return session.get(session.api().cover(id));
    }

    @Override
    public Paged<CoverSummary> list(CoverQuery query) {
        return session.list(
                Needs.none().sorting(query.order()),
                CoverSummary::id,
                cursor -> session.api()
                        .covers(
                                query.project().orElse(null),
                                query.submitter().orElse(null),
                                query.messageId().map(MessageId::value).orElse(null),
                                session.mailDate(query.since()),
                                session.mailDate(query.before()),
                                query.search().orElse(null),
                                FilterValues.order(query.order()),
                                cursor.page(),
                                cursor.pageSize()));
    }

    @Override
    public Download mbox(CoverRef cover) {
        return session.downloads().fetch("cover", Long.toString(cover.id()), "mbox");
    }
}
