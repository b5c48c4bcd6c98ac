package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with what git made of mails that were written to be hard; {@code src/test/scripts/record-mail-verdicts.sh}
 * records it, and {@code intended-differences.txt} tells where we differ on purpose.
 */
class TrickyMailsTest {
    private static List<Path> mails() throws IOException, URISyntaxException {
        Path folder = new File(
                        Objects.requireNonNull(TrickyMailsTest.class.getResource("/mails/intended-differences.txt"))
                                .toURI())
                .toPath()
                .resolveSibling("");
        try (var listed = Files.list(folder)) {
            return new ArrayList<>(listed.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList());
        }
    }

    private static String base(Path mail) {
        String name = mail.getFileName().toString();
        return name.substring(0, name.length() - ".eml".length());
    }

    /** What stands between dots in the name: {@code 012-x.scissors.k.eml} is read with --scissors and -k. */
    private static GitOptions options(Path mail) {
        List<String> words = new ArrayList<>();
        for (String part : base(mail).split("\\.", -1)) {
            words.add(part.length() == 1 ? "-" + part : "--" + part);
        }
        return GitMailinfo.options(words.subList(1, words.size()));
    }

    private static MailInfo read(Path mail, GitOptions options) throws IOException {
        return PatchMail.of(Mail.parse(Bytes.of(Files.readAllBytes(mail))), options)
                .mailInfo()
                .orElseThrow();
    }

    private static GitMailinfo verdict(Path mail) throws IOException {
        return new GitMailinfo(recorded(mail, ".info"), recorded(mail, ".msg"), recorded(mail, ".patch"));
    }

    private static boolean isRefused(Path mail) {
        return Files.exists(mail.resolveSibling(base(mail) + ".refused"));
    }

    private static Bytes recorded(Path mail, String kind) throws IOException {
        return Bytes.of(Files.readAllBytes(mail.resolveSibling(base(mail) + kind)));
    }

    private static Map<String, String> intendedDifferences(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("intended-differences.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }

    @Test
    void readsEachMailAsGitDoesSaveForTheIntendedDifferences() throws IOException, URISyntaxException {
        List<Path> mails = mails();
        Map<String, String> differences = new TreeMap<>();
        for (Path mail : mails) {
            String verdict = verdict(mail).toString();
            String ours = GitMailinfo.of(read(mail, options(mail))).toString();
            if (!verdict.equals(ours) && !isRefused(mail)) {
                differences.put(base(mail), "\n--- git\n" + verdict + "\n--- here\n" + ours);
            }
        }

        Map<String, String> intended = intendedDifferences(mails.get(0).resolveSibling(""));
        assertThat(differences.keySet()).as(() -> differences.toString()).isEqualTo(intended.keySet());
        assertThat(mails).hasSizeGreaterThan(100);
    }

    @Test
    void readsEachMailAsGitDoesWithItsBugs() throws IOException, URISyntaxException {
        for (Path mail : mails()) {
            MailInfo read = read(mail, options(mail).withBugsOfGit());

            assertThat(GitMailinfo.of(read))
                    .as(base(mail))
                    .hasToString(verdict(mail).toString());
            assertThat(read.refused()).as(base(mail)).isEqualTo(isRefused(mail));
        }
    }

    @Test
    void readsEachMailWithOtherOptionsAsTheInstalledGitDoes(@TempDir Path folder)
            throws IOException, InterruptedException, URISyntaxException {
        assumeTrue(Git.isInstalled(), "git is not installed");
        Git git = new Git(folder);
        List<Path> mails = mails();
        Map<String, String> intended = intendedDifferences(mails.get(0).resolveSibling(""));
        mails.removeIf(mail -> intended.containsKey(base(mail)) || isRefused(mail));
        List<String> differences = new ArrayList<>();
        for (List<String> words : List.of(
                List.of("--scissors", "--message-id"), List.of("-k"), List.of("-b"), List.of("--no-inbody-headers"))) {
            for (Path mail : mails) {
                Bytes bytes = Bytes.of(Files.readAllBytes(mail));
                String verdict = GitMailinfo.of(git, folder, bytes, words).toString();
                PatchMail read = PatchMail.of(Mail.parse(bytes), GitMailinfo.options(words));
                String ours = GitMailinfo.of(read.mailInfo().orElseThrow()).toString();
                if (!verdict.equals(ours)) {
                    differences.add(base(mail) + words + "\n--- git\n" + verdict + "\n--- here\n" + ours);
                }
            }
        }

        assertThat(differences).isEmpty();
    }
}
