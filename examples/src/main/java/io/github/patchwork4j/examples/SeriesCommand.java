package io.github.patchwork4j.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Lists series, wherever they are: those of a server if there is a {@code --url}, or else those in archives. */
@Command(
        name = "series",
        description = {
            "With --url URL: lists the series of a server, with the filters --project, --submitter, --since, --before and"
                    + " --q, and with --limit and --json.",
            "With FILE...: prints a line of JSON for each series in the archives, grouped as --grouping says: patchwork,"
                    + " as a server that gets the mails in this order, or smart, as an experienced reader."
        })
final class SeriesCommand implements Callable<Integer> {
    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean server =
                arguments.stream().anyMatch(argument -> argument.equals("--url") || argument.startsWith("--url="));
        CommandLine series = Main.configured(server ? new ListSeries() : new Series())
                .setOut(spec.commandLine().getOut())
                .setErr(spec.commandLine().getErr());
        return series.execute(arguments.toArray(String[]::new));
    }
}
