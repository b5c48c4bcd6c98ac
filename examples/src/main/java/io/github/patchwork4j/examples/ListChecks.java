package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.CheckQuery;
import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.UserRef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the checks of a patch. */
@Command(name = "checks", description = "Lists the checks of a patch: id, date, state, context, user, description.")
final class ListChecks extends ListCommand<Check> {
    @Option(names = "--patch", required = true, paramLabel = "ID", description = "The id of the patch.")
    private long patch;

    @Option(names = "--user", paramLabel = "WHO", description = "The name or the id of who posted it.")
    private @Nullable String user;

    @Option(names = "--state", paramLabel = "S", description = "The outcome: pending, success, warning or fail.")
    private @Nullable String state;

    @Option(names = "--context", paramLabel = "C", description = "The context.")
    private @Nullable String context;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DateFilters dates;

    ListChecks() {
        super(Check.class);
    }

    @Override
    Paged<Check> list(PatchworkClient client) {
        return client.checks()
                .list(
                        patch,
                        CheckQuery.builder()
                                .user(user)
                                .state(state == null ? null : CheckState.of(state))
                                .context(context)
                                .since(dates.since)
                                .before(dates.before)
                                .build());
    }

    @Override
    String line(Check check) {
        return String.join(
                "\t",
                Long.toString(check.id()),
                check.date().toString(),
                check.state().value(),
                check.context(),
                check.user().map(UserRef::username).orElse("(nobody)"),
                check.description().orElse(""));
    }
}
