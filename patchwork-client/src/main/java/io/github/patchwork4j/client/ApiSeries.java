package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.SeriesRef;

/** Series over the API. */
final class ApiSeries implements SeriesResource {
    private final Session session;

    ApiSeries(Session session) {
        this.session = session;
    }

    @Override
    public Series get(long id) {
        return session.get(session.api().series(id));
    }

    @Override
    public Series update(long id, SeriesUpdate update) {
        session.require(Capability.SERIES_WRITES);
        return session.get(session.api().updateSeries(id, update));
    }

    @Override
    public Paged<Series> list(SeriesQuery query) {
        return session.list(
                Needs.none().sorting(query.order()),
                Series::id,
                cursor -> session.api()
                        .seriesList(
                                query.project().orElse(null),
                                query.submitter().orElse(null),
                                session.mailDate(query.since()),
                                session.mailDate(query.before()),
                                query.search().orElse(null),
                                FilterValues.order(query.order()),
                                cursor.page(),
                                cursor.pageSize()));
    }

    @Override
    public Download mbox(SeriesRef series) {
        return session.downloads().fetch("series", Long.toString(series.id()), "mbox");
    }
}
