package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.SeriesQuery;
import io.github.patchwork4j.core.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists series. */
@Command(name = "series", description = "Lists series: id, date, patches received and announced, version, name.")
final class ListSeries extends ListCommand<Series> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private MailFilters filters;

    ListSeries() {
        super(Series.class);
    }

    @Override
    Paged<Series> list(PatchworkClient client) {
        return client.series()
                .list(SeriesQuery.builder()
                        .project(filters.project)
                        .submitter(filters.submitter)
                        .since(filters.dates.since)
                        .before(filters.dates.before)
                        .search(filters.search)
                        .build());
    }

    @Override
    String line(Series series) {
        return String.join(
                "\t",
                Long.toString(series.id()),
                series.date().toString(),
                series.receivedTotal() + "/" + series.total(),
                "v" + series.version(),
                series.name().orElse("(no name)"));
    }
}
