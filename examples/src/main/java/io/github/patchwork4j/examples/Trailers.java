package io.github.patchwork4j.examples;

import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.Trailer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** Prints the trailers of mails. */
@Command(
        name = "trailers",
        description =
                "Prints for each mail of the archives what git interpret-trailers --parse prints for its subject, an"
                        + " empty line and its message.")
final class Trailers extends FilesCommand {
    @Override
    void read(Path file, PrintWriter out) throws IOException {
        try (MailArchive archive = ArchiveReader.of(SplitRule.GIT).open(file)) {
            for (ArchivedMail archived : archive) {
                PatchMail mail = PatchMail.of(Mail.parse(archived.contentWithEnvelope()), Dialect.GIT);
                for (Trailer trailer : mail.trailers()) {
                    out.print(trailer + "\n");
                }
            }
        }
    }
}
