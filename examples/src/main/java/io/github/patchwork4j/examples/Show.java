package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.PatchworkJson;
import io.github.patchwork4j.core.Cover;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.Series;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one patch, series or cover letter with all its fields. */
@Command(name = "show", description = "Shows a patch, a series or a cover letter as JSON, for people to read.")
final class Show implements Callable<Integer> {
    /** What can be shown. */
    enum Kind {
        /** A patch. */
        PATCH,
        /** A series. */
        SERIES,
        /** A cover letter. */
        COVER
    }

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ServerOptions server;

    @Parameters(index = "0", paramLabel = "KIND", description = "patch, series or cover")
    @SuppressWarnings("NullAway.Init")
    private Kind kind;

    @Parameters(index = "1", paramLabel = "ID", description = "The id.")
    private long id;

    @Option(names = "--json", description = "Prints the JSON on one line.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (PatchworkClient client = server.client()) {
            spec.commandLine()
                    .getOut()
                    .println(
                            switch (kind) {
                                case PATCH ->
                                    text(client, Patch.class, client.patches().get(id));
                                case SERIES ->
                                    text(client, Series.class, client.series().get(id));
                                case COVER ->
                                    text(client, Cover.class, client.covers().get(id));
                            });
        }
        return 0;
    }

    private <T> String text(PatchworkClient client, Class<T> type, T value) {
        PatchworkJson codec = server.json(client);
        return json ? codec.write(type, value) : codec.writeIndented(type, value);
    }
}
