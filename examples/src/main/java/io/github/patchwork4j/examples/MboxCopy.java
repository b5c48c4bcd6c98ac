package io.github.patchwork4j.examples;

import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchiveWriter;
import io.github.patchwork4j.mbox.archive.Escaping;
import io.github.patchwork4j.mbox.archive.LineEnds;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies an archive mail by mail: the same bytes, or the same mails in another form. */
@Command(
        name = "mbox-copy",
        description =
                "Splits an archive into its mails and writes them to another. Without options, the same bytes come out"
                        + " (those that were compressed, inflated).")
final class MboxCopy implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "IN",
            description = "The archive to read: an mbox, a mail, or a folder of mails.")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "The mbox or the Maildir to write.")
    private Path out = Path.of("");

    @Option(
            names = "--split",
            paramLabel = MboxStat.SPLITS,
            defaultValue = "git",
            description = "Which lines of the archive begin a mail (default: ${DEFAULT-VALUE}).")
    private SplitRule split = SplitRule.GIT;

    @Option(
            names = "--escape",
            paramLabel = "as-read|mboxrd|mboxo|git-am|none",
            defaultValue = "as-read",
            description = "How lines that look like the beginning of a mail are written (default: ${DEFAULT-VALUE}).")
    private Escaping escape = Escaping.AS_READ;

    @Option(names = "--maildir", description = "Writes a Maildir instead of an mbox.")
    private boolean maildir;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out) && Files.isSameFile(in, out)) {
            throw new IllegalArgumentException("cannot copy " + in + " to itself");
        }
        ArchiveReader reader = ArchiveReader.of(split).withLineEnds(LineEnds.KEEP);
        try (MailArchive archive = reader.open(in);
                ArchiveWriter writer = maildir ? ArchiveWriter.maildir(out) : ArchiveWriter.mbox(out, escape)) {
            writer.copy(archive);
            if (!archive.diagnostics().isEmpty()) {
                throw new IOException(in + ": " + archive.diagnostics().get(0).message());
            }
        }
        return 0;
    }
}
