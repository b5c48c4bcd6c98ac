package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with what the installed git makes of the mails that it wrote itself. */
class GitDifferentialTest {
    @TempDir
    Path folder;

    private Git git;

    @BeforeEach
    void repository() throws IOException, InterruptedException {
        assumeTrue(Git.isInstalled(), "git is not installed");
        git = new Git(folder);
        new OddHistory(git, folder.resolve("repo")).make(Integer.getInteger("patchwork.history", 1));
    }

    @Test
    void readsWhatGitWrites() throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        List<List<String>> variants = List.of(
                List.of(),
                List.of("--attach"),
                List.of("--inline"),
                List.of("--encode-email-headers"),
                List.of("-k"),
                List.of("-U0"),
                List.of("--binary", "--full-index"),
                List.of("--pretty=mboxrd"));
        int compared = 0;
        for (List<String> variant : variants) {
            compared += compare(variant, differences);
        }
        System.out.println(compared + " mails compared with git, " + differences.size() + " differences");
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    private int compare(List<String> variant, List<String> differences) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("format-patch", "--stdout", "--root", "HEAD"));
        command.addAll(1, variant);
        Path mbox = Files.write(folder.resolve("x.mbox"), git.run(folder.resolve("repo"), Bytes.EMPTY, command));
        boolean quoted = variant.contains("--pretty=mboxrd");
        Path split = Files.createTempDirectory(folder, "split");
        List<String> mailsplit = new ArrayList<>(List.of("mailsplit", "-d8", "-o" + split, mbox.toString()));
        if (quoted) {
            mailsplit.add(1, "--mboxrd");
        }
        git.run(folder, Bytes.EMPTY, mailsplit);
        List<Path> files;
        try (var listed = Files.list(split)) {
            files = listed.sorted().toList();
        }
        int count = 0;
        try (MailArchive archive =
                ArchiveReader.of(quoted ? SplitRule.MBOXRD : SplitRule.GIT).open(mbox)) {
            for (ArchivedMail mail : archive) {
                Bytes whole = Bytes.of(Files.readAllBytes(files.get(count++)));
                new MailinfoComparison(git, folder, variant + " " + count, differences).compare(mail, whole);
            }
        }
        assertThat(count).as(variant.toString()).isEqualTo(files.size());
        return count;
    }

    /** One mail, read by git and by us. */
    private record MailinfoComparison(Git git, Path folder, String name, List<String> differences) {
        void compare(ArchivedMail mail, Bytes whole) throws IOException, InterruptedException {
            Bytes content = mail.content();
            check("split", content.latin1(), whole.latin1().substring(whole.length() - content.length()));
            Path msg = folder.resolve("msg");
            Path patch = folder.resolve("patch");
            boolean keep = name.startsWith("[-k]");
            List<String> command = new ArrayList<>(List.of("mailinfo", msg.toString(), patch.toString()));
            if (keep) {
                command.add(1, "-k");
            }
            String info = Bytes.of(git.run(folder, whole, command)).utf8();
            PatchMail read = PatchMail.of(Mail.parse(content), Dialect.GIT);
            check("msg", Files.readString(msg), read.message());
            check(
                    "patch",
                    Bytes.of(Files.readAllBytes(patch)).latin1(),
                    read.patchText().latin1());
            // With -k git prints a subject that stands in the message with its line end; that is not offered here.
            if (!info.contains("\nSubject: \n")) {
                check("info", info, info(read, keep));
            }
            String title = read.subject().name() + "\n\n" + read.message();
            String trailers = Bytes.of(git.run(folder, Bytes.ofUtf8(title), List.of("interpret-trailers", "--parse")))
                    .utf8();
            StringBuilder ours = new StringBuilder();
            read.trailers().forEach(trailer -> ours.append(trailer).append('\n'));
            check("trailers", trailers, ours.toString());
        }

        private static String info(PatchMail read, boolean keep) {
            String subject = keep ? read.mail().subject() : read.subject().name();
            String date =
                    read.mail().headers().last("Date").map(MailHeader::text).orElse("");
            var author = read.author().orElseThrow();
            return "Author: " + author.name() + "\nEmail: " + author.email() + "\nSubject: " + subject + "\nDate: "
                    + date + "\n\n";
        }

        private void check(String what, String expected, String actual) {
            if (!expected.equals(actual)) {
                differences.add(name + " " + what + "\n--- git\n" + expected + "\n--- here\n" + actual);
            }
        }
    }
}
