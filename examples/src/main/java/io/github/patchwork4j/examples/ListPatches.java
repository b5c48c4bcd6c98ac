package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists patches. */
@Command(name = "patches", description = "Lists patches: id, date, state, checks, name.")
final class ListPatches extends ListCommand<PatchSummary> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private MailFilters filters;

    @Option(names = "--series", paramLabel = "ID", description = "The id of the series.")
    private @Nullable Long series;

    @Option(names = "--delegate", paramLabel = "WHO", description = "The name or the id of who is to deal with it.")
    private @Nullable String delegate;

    @Option(names = "--state", paramLabel = "S", description = "A state; may be given more than once.")
    private List<String> states = List.of();

    @Option(names = "--archived", arity = "1", paramLabel = "BOOL", description = "Whether it is put away.")
    private @Nullable Boolean archived;

    @Option(names = "--hash", paramLabel = "HASH", description = "The hash of the diff.")
    private @Nullable String hash;

    @Option(names = "--msgid", paramLabel = "ID", description = "The message id.")
    private @Nullable String messageId;

    ListPatches() {
        super(PatchSummary.class);
    }

    @Override
    Paged<PatchSummary> list(PatchworkClient client) {
        PatchQuery.Builder query = PatchQuery.builder()
                .project(filters.project)
                .submitter(filters.submitter)
                .since(filters.dates.since)
                .before(filters.dates.before)
                .search(filters.search)
                .delegate(delegate)
                .states(states.stream().map(PatchState::of).toList())
                .archived(archived)
                .hash(hash)
                .messageId(messageId == null ? null : MessageId.of(messageId));
        if (series != null) {
            query.series(series);
        }
        return client.patches().list(query.build());
    }

    @Override
    String line(PatchSummary patch) {
        return String.join(
                "\t",
                Long.toString(patch.id()),
                patch.date().toString(),
                patch.state().slug(),
                patch.check().value(),
                patch.name());
    }
}
