package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.Download;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.SeriesQuery;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.testing.FakePatchwork;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts a fake server with a small project in it, reads it, and takes a series apart. */
@Command(name = "demo", description = "Reads a small Patchwork of its own and shows a series with all that is in it.")
final class Demo implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (InputStream world = Objects.requireNonNull(Demo.class.getResourceAsStream("demo-world.json"));
                FakePatchwork server = FakePatchwork.builder().world(world).start();
                PatchworkClient client = PatchworkClient.builder(server.url().toString())
                        .userAgent("patchwork-demo/0.1 (demo@example.org)")
                        .build()) {
            SeriesQuery query = SeriesQuery.builder().project("kettle").build();
            for (Series series : client.series().list(query)) {
                out.printf(
                        "%s (v%d, %d of %d patches)%n",
                        series.name().orElse("a series without a name"),
                        series.version(),
                        series.receivedTotal(),
                        series.total());
                showState(client, series, out);
                showContent(client, series, out);
            }
        }
        return 0;
    }

    private static void showState(PatchworkClient client, Series series, PrintWriter out) {
        out.printf("%nWhat the server knows:%n");
        for (Patch patch : series.patches().stream().map(client.patches()::get).toList()) {
            out.printf("  %s%n    %s, checks: %s%n", patch.name(), patch.state().words(), patch.check());
            for (Check check : client.checks().list(patch)) {
                out.printf(
                        "      %s: %s, %s%n",
                        check.context(), check.state(), check.description().orElse(""));
            }
        }
    }

    private static void showContent(PatchworkClient client, Series series, PrintWriter out) throws IOException {
        out.printf("%nWhat the mails bring:%n");
        try (Download mbox = client.series().mbox(series);
                MailArchive archive = ArchiveReader.of(SplitRule.GIT).read(mbox.stream())) {
            for (ArchivedMail archived : archive) {
                PatchMail mail = PatchMail.of(Mail.parse(archived.content()), Dialect.GIT);
                out.printf("  %s%n", mail.subject().name());
                mail.trailers().forEach(trailer -> out.printf("    %s%n", trailer));
                for (FileDiff file : Diff.parse(mail.patchText()).files()) {
                    out.printf("    %s%n", file.numstat().replace("\t", "  "));
                }
            }
        }
    }
}
