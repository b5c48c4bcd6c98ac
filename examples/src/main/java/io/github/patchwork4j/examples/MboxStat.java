package io.github.patchwork4j.examples;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffOptions;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what is in archives of mails, one line for each mail and, when asked, one for each file that it changes. */
@Command(
        name = "mbox-stat",
        description =
                "Prints a line for each mail of the archives: mail, its number, its message id or -, what it is, and"
                        + " the name in its subject, with tabs between them.")
final class MboxStat extends FilesCommand {
    /** git strips one component of each path unless told otherwise. */
    private static final DiffOptions AS_GIT = DiffOptions.AS_GIT;

    /** How the command line writes the rules. */
    static final String SPLITS = "git|mboxrd|any-from|blank-line|content-length|single|auto";

    @Option(names = "--numstat", description = "Adds a line for each changed file, as git apply --numstat prints it.")
    private boolean numstat;

    @Option(names = "--summary", description = "Adds the lines that git apply --summary prints for the changed files.")
    private boolean summary;

    @Option(
            names = "--dialect",
            paramLabel = "git|patchwork",
            defaultValue = "git",
            description = "Whose rules tell the message from the patch (default: ${DEFAULT-VALUE}).")
    private Dialect dialect = Dialect.GIT;

    @Option(
            names = "--split",
            paramLabel = SPLITS,
            defaultValue = "git",
            description = "Which lines of an archive begin a mail (default: ${DEFAULT-VALUE}).")
    private SplitRule split = SplitRule.GIT;

    private long number;

    @Override
    void read(Path file, PrintWriter out) throws IOException {
        try (MailArchive archive = ArchiveReader.of(split).open(file)) {
            for (ArchivedMail archived : archive) {
                print(PatchMail.of(Mail.parse(archived.contentWithEnvelope()), dialect), out);
            }
            if (!archive.diagnostics().isEmpty()) {
                throw new IOException(archive.diagnostics().get(0).message());
            }
        }
    }

    private void print(PatchMail mail, PrintWriter out) {
        number++;
        out.print("mail\t" + number + '\t');
        out.print(onOneLine(mail.mail().messageId().map(MessageId::bracketed).orElse("-")) + '\t');
        out.print(mail.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + '\t');
        out.print(onOneLine(mail.subject().name()) + '\n');
        if (numstat || summary) {
            print(Diff.parse(mail.patchText(), AS_GIT).files(), out);
        }
    }

    /** As git apply with both options: first all counts, then all summaries. */
    private void print(List<FileDiff> files, PrintWriter out) {
        if (numstat) {
            files.forEach(file -> out.print(file.numstat() + '\n'));
        }
        if (summary) {
            files.forEach(file -> out.print(RawText.of(file.summary())));
        }
    }

    private static String onOneLine(String text) {
        return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }
}
