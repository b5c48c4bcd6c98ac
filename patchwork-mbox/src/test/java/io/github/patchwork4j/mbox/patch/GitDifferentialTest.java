package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
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

    private static final List<List<String>> OPTIONS = List.of(
            List.of(),
            List.of("--scissors"),
            List.of("-k"),
            List.of("-b"),
            List.of("--no-inbody-headers"),
            List.of("--message-id"),
            List.of("-k", "--scissors", "--message-id"));

    private final List<String> differences = new ArrayList<>();
    private int compared;
    private Git git;

    @BeforeEach
    void repository() throws IOException, InterruptedException {
        assumeTrue(Git.isInstalled(), "git is not installed");
        git = new Git(folder);
        new OddHistory(git, folder.resolve("repo")).make(Integer.getInteger("patchwork.history", 1));
    }

    @Test
    void readsWhatGitWrites() throws IOException, InterruptedException {
        List<List<String>> variants = List.of(
                List.of("--attach"),
                List.of("--inline"),
                List.of("--encode-email-headers"),
                List.of("-U0"),
                List.of("--binary", "--full-index"),
                List.of("--pretty=mboxrd"));
        for (List<String> variant : variants) {
            compare(variant, List.of(List.of()));
        }

        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void readsWhatGitWritesWithEachOption() throws IOException, InterruptedException {
        compare(List.of(), OPTIONS);
        compare(List.of("-k"), OPTIONS);

        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(200);
    }

    private void compare(List<String> variant, List<List<String>> options) throws IOException, InterruptedException {
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
                String name = variant + " " + count;
                String content = mail.content().latin1();
                check(name + " split", whole.latin1().substring(whole.length() - content.length()), content);
                for (List<String> words : options) {
                    compare(name + words, whole, mail.content(), words);
                }
            }
        }
        assertThat(count).as(variant.toString()).isEqualTo(files.size());
    }

    /** Reads one mail with git and here. */
    private void compare(String name, Bytes whole, Bytes content, List<String> words)
            throws IOException, InterruptedException {
        compared++;
        GitMailinfo verdict = GitMailinfo.of(git, folder, whole, words);
        PatchMail read = PatchMail.of(Mail.parse(content), GitMailinfo.options(words));
        GitMailinfo ours = GitMailinfo.of(read.mailInfo().orElseThrow());
        check(name, verdict.toString(), ours.toString());
        String title = read.subject().name() + "\n\n" + read.message();
        String trailers = Bytes.of(git.run(folder, Bytes.ofUtf8(title), List.of("interpret-trailers", "--parse")))
                .utf8();
        StringBuilder parsed = new StringBuilder();
        read.trailers().forEach(trailer -> parsed.append(trailer).append('\n'));
        check(name + " trailers", trailers, parsed.toString());
    }

    private void check(String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            differences.add(what + "\n--- git\n" + expected + "\n--- here\n" + actual);
        }
    }
}
