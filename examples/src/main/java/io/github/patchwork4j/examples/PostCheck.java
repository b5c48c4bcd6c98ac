package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.NewCheck;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Posts a check on a patch. */
@Command(name = "check", description = "Posts a check on a patch, with the token that PW_TOKEN holds.")
final class PostCheck implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ServerOptions server;

    @Parameters(paramLabel = "ID", description = "The id of the patch.")
    private long patch;

    @Option(names = "--context", required = true, paramLabel = "C", description = "What was checked, or by what.")
    @SuppressWarnings("NullAway.Init")
    private String context;

    @Option(
            names = "--state",
            required = true,
            paramLabel = "S",
            description = "The outcome: pending, success, warning or fail.")
    @SuppressWarnings("NullAway.Init")
    private String state;

    @Option(names = "--target-url", paramLabel = "URL", description = "Where to read more.")
    private @Nullable String targetUrl;

    @Option(names = "--description", paramLabel = "TEXT", description = "What to say about it.")
    private @Nullable String description;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        NewCheck.Builder check = NewCheck.builder(CheckState.of(state)).context(context);
        if (targetUrl != null) {
            check.targetUrl(targetUrl);
        }
        if (description != null) {
            check.description(description);
        }
        try (PatchworkClient client = server.client()) {
            Check posted = client.checks().create(patch, check.build());
            spec.commandLine().getOut().printf("check %d: %s %s%n", posted.id(), posted.context(), posted.state());
        }
        return 0;
    }
}
