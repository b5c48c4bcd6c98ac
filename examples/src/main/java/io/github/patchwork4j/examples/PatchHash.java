package io.github.patchwork4j.examples;

import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** Tells under which hash a Patchwork server knows the patches in archives of mails. */
@Command(
        name = "patch-hash",
        description = "Prints a line for each mail of the archives: its number, and Patchwork's hash of its diff or -,"
                + " with a tab between them.")
final class PatchHash extends FilesCommand {
    private long number;

    @Override
    void read(Path file, PrintWriter out) throws IOException {
        try (MailArchive archive = ArchiveReader.of(SplitRule.GIT).open(file)) {
            for (ArchivedMail archived : archive) {
                number++;
                PatchMail mail = PatchMail.of(Mail.parse(archived.content()), Dialect.PATCHWORK);
                out.print(number + "\t" + mail.hash().orElse("-") + '\n');
            }
        }
    }
}
