package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.SeriesRef;
import java.util.List;
import java.util.stream.Stream;

/** Series over the API. */
final class ApiSeries implements SeriesResource {
    private final Session session;

    ApiSeries(Session session) {
        this.session = session;
    }

    @Override
    public Series get(long id) {
        return toGet(id).run();
    }

    Task<Series> toGet(long id) {
        return session.ask(() -> session.api().series(id));
    }

    @Override
    public Series update(long id, SeriesUpdate update) {
        return toUpdate(id, update).run();
    }

    Task<Series> toUpdate(long id, SeriesUpdate update) {
        return session.ask(
                Needs.none().when(true, Capability.SERIES_WRITES),
                () -> session.api().updateSeries(id, update));
    }

    private Filters<Series> filters(SeriesQuery query) {
        return Filters.<Series>none()
                .by(
                        "project",
                        query.project(),
                        Existence::project,
                        (row, project) -> Filters.is(row.project(), project))
                .by("submitter", query.submitter(), Existence::person, (row, who) -> Filters.is(row.submitter(), who))
                .by(
                        "search",
                        query.search(),
                        (row, text) -> session.isFound(text, row.name().orElse("")))
                .by("since", query.since(), (row, since) -> !row.date().isBefore(since))
                .by("before", query.before(), (row, before) -> row.date().isBefore(before));
    }

    @Override
    public Paged<Series> list(SeriesQuery query) {
        return session.list(
                Needs.none().sorting(query.order()),
                Series::id,
                filters(query),
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
    public List<Series> dependencies(SeriesRef series) {
        return toDependencies(series).run();
    }

    Task<List<Series>> toDependencies(SeriesRef series) {
        return session.ask(
                        Needs.none().when(true, Capability.DEPENDENCIES),
                        () -> session.api().series(series.id()))
                .then(whole -> toEach(ids(whole.dependencies().orElse(List.of()))));
    }

    private Task<List<Series>> toEach(List<Long> ids) {
        Task<List<Series>> all = Task.done(List.of());
        for (long id : ids) {
            all = all.then(before -> toGet(id)
                    .map(next -> Stream.concat(before.stream(), Stream.of(next)).toList()));
        }
        return all;
    }

    /** Reads the ids off addresses, of which the origin is another behind a proxy. */
    private List<Long> ids(List<String> urls) {
        return urls.stream()
                .flatMap(url -> session.connection().address().resolve(url).pathSegments().stream()
                        .dropWhile(segment -> !segment.equals("series"))
                        .filter(FilterValues::isId)
                        .limit(1))
                .map(Long::valueOf)
                .toList();
    }

    @Override
    public Download mbox(SeriesRef series) {
        return toDownload(series).run();
    }

    @Override
    public Download verifiedMbox(SeriesRef series) {
        return toVerifiedDownload(series).run();
    }

    Task<Download> toVerifiedDownload(SeriesRef series) {
        return toGet(series.id())
                .then(whole -> toDownload(series).map(download -> download.checked(new SeriesProof(whole))));
    }

    Task<Download> toDownload(SeriesRef series) {
        return session.downloads().fetch("series", Long.toString(series.id()), "mbox");
    }
}
