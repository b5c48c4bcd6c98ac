package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.PatchworkJson;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that lists what a server has: a line for each, or one JSON array of them as the API shows them. */
abstract class ListCommand<T> implements Callable<Integer> {
    private final Class<T> type;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ServerOptions server;

    @Option(names = "--limit", paramLabel = "N", description = "How many to list at most; all unless given.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", description = "Prints one JSON array instead of lines.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ListCommand(Class<T> type) {
        this.type = type;
    }

    /** Asks for what the options say. */
    abstract Paged<T> list(PatchworkClient client);

    /** Returns what to tell of a row, with tabs between. */
    abstract String line(T row);

    @Override
    public final Integer call() {
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit must be at least 0: " + limit);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (PatchworkClient client = server.client()) {
            Paged<T> rows = list(client).limit(limit);
            if (json) {
                printJson(rows, server.json(client), out);
            } else {
                rows.forEach(row -> out.println(line(row)));
            }
        }
        return 0;
    }

    /** Prints nothing of a list whose first page cannot be had. */
    private void printJson(Paged<T> rows, PatchworkJson codec, PrintWriter out) {
        String before = "[";
        for (T row : rows) {
            out.print(before + codec.write(type, row));
            before = ",\n";
        }
        out.println(before.equals("[") ? "[]" : "]");
    }
}
