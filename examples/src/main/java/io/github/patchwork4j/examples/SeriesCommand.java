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
        customSynopsis = {
            SeriesCommand.NAME + " [-h] [--grouping=patchwork|smart] FILE...",
            SeriesCommand.NAME + " [-h] --url=URL [--api=VERSION] [--user-agent=NAME] [--project=P] [--submitter=WHO]"
                    + " [--since=DATE] [--before=DATE] [--q=WORDS] [--limit=N] [--json]"
        },
        description = {
            "With FILE...: prints a line of JSON for each series in the archives, grouped as --grouping says: patchwork,"
                    + " as a server that gets the mails in this order, or smart, as an experienced reader.",
            "With --url URL: lists the series of a server, which its options filter as those of covers do."
        })
final class SeriesCommand implements Callable<Integer> {
    static final String NAME = "patchwork-examples series";

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
                .setCommandName(NAME)
                .setOut(spec.commandLine().getOut())
                .setErr(spec.commandLine().getErr());
        return series.execute(arguments.toArray(String[]::new));
    }
}
