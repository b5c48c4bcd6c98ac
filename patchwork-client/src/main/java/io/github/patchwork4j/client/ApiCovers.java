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
        return toGet(id).run();
    }

    Task<Cover> toGet(long id) {
        return session.ask(() -> session.api().cover(id));
    }

    private Filters<CoverSummary> filters(CoverQuery query) {
        return Filters.<CoverSummary>none()
                .by(
                        "project",
                        query.project(),
                        Existence::project,
                        (row, project) -> Filters.is(row.project(), project))
                .by("submitter", query.submitter(), Existence::person, (row, who) -> Filters.is(row.submitter(), who))
                .by("search", query.search(), (row, text) -> session.isFound(text, row.name()))
                .by("since", query.since(), (row, since) -> !row.date().isBefore(since))
                .by("before", query.before(), (row, before) -> row.date().isBefore(before))
                .by("messageId", query.messageId(), (row, id) -> row.messageId().equals(id));
    }

    @Override
    public Paged<CoverSummary> list(CoverQuery query) {
        return session.list(
                Needs.none().sorting(query.order()),
                CoverSummary::id,
                filters(query),
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
        return toDownload(cover).run();
    }

    Task<Download> toDownload(CoverRef cover) {
        return session.downloads().fetch("cover", Long.toString(cover.id()), "mbox");
    }
}
