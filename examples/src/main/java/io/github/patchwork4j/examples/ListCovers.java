package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.CoverQuery;
import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.MessageId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists cover letters. */
@Command(name = "covers", description = "Lists cover letters: id, date, name.")
final class ListCovers extends ListCommand<CoverSummary> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private MailFilters filters;

    @Option(names = "--msgid", paramLabel = "ID", description = "The message id.")
    private @Nullable String messageId;

    ListCovers() {
        super(CoverSummary.class);
    }

    @Override
    Paged<CoverSummary> list(PatchworkClient client) {
        return client.covers()
                .list(CoverQuery.builder()
                        .project(filters.project)
                        .submitter(filters.submitter)
                        .since(filters.dates.since)
                        .before(filters.dates.before)
                        .search(filters.search)
                        .messageId(messageId == null ? null : MessageId.of(messageId))
                        .build());
    }

    @Override
    String line(CoverSummary cover) {
        return String.join("\t", Long.toString(cover.id()), cover.date().toString(), cover.name());
    }
}
