package io.github.patchwork4j.examples;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.GitOptions;
import io.github.patchwork4j.mbox.patch.MailInfo;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.QuotedCr;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Separates info, message and patch of each mail, and writes them to files. */
@Command(
        name = "mailinfo",
        description =
                "Writes for each mail of the archives what git mailinfo makes of it behind git mailsplit: NNNN.info,"
                        + " NNNN.msg and NNNN.patch, from 0001 on. What git refuses is read as far as it goes.")
final class MailInfoFiles extends FilesCommand {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder to write to; made if it is not there.")
    private Path folder = Path.of("");

    @Option(names = "--scissors", description = "Drops the message above a line of scissors, such as -- >8 --.")
    private boolean scissors;

    @Option(names = "-k", description = "Keeps the subject as it is.")
    private boolean keepsSubject;

    @Option(names = "-b", description = "Keeps brackets without PATCH in the subject.")
    private boolean keepsBrackets;

    @Option(names = "--no-inbody-headers", description = "Takes headers in the message for text.")
    private boolean noInBodyHeaders;

    @Option(names = "--message-id", description = "Adds the Message-Id to the message.")
    private boolean messageId;

    @Option(
            names = "--bug-compatible",
            description = "Copies git's accidents too; of what git refuses, writes what git leaves behind.")
    private boolean bugCompatible;

    @Option(
            names = "--quoted-cr",
            paramLabel = "nowarn|warn|strip",
            defaultValue = "warn",
            description = "What becomes of a CR before the end of a line (default: ${DEFAULT-VALUE}).")
    private QuotedCr quotedCr = QuotedCr.WARN;

    private int number;

    @Override
    void read(Path file, PrintWriter out) throws IOException {
        Files.createDirectories(folder);
        GitOptions options = options();
        try (MailArchive archive = ArchiveReader.of(SplitRule.GIT).open(file)) {
            for (ArchivedMail archived : archive) {
                PatchMail mail = PatchMail.of(Mail.parse(archived.contentWithEnvelope()), options);
                write(mail.mailInfo().orElseThrow());
            }
        }
    }

    private GitOptions options() {
        GitOptions options = GitOptions.DEFAULT.withQuotedCr(quotedCr);
        options = scissors ? options.withScissors() : options;
        options = keepsSubject ? options.withKeptSubject() : options;
        options = keepsBrackets ? options.withKeptBrackets() : options;
        options = noInBodyHeaders ? options.withoutInBodyHeaders() : options;
        options = messageId ? options.withMessageId() : options;
        return bugCompatible ? options.withBugsOfGit() : options;
    }

    private void write(MailInfo mail) throws IOException {
        String name = String.format(Locale.ROOT, "%04d", ++number);
        write(name + ".info", mail.info());
        write(name + ".msg", mail.message());
        write(name + ".patch", mail.patch());
    }

    private void write(String name, Bytes bytes) throws IOException {
        try (var out = Files.newOutputStream(folder.resolve(name))) {
            bytes.writeTo(out);
        }
    }
}
