package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what the commands write against what git writes of mails that it made itself. */
class GitCommandsTest {
    private static final List<String> MESSAGES = List.of(
            "root\n",
            "[tea] pot: \u00e4ndern\n\nText.\n\nAcked-by: Zo\u00eb <zoe@example.org>\nFixes: 0123456789ab (\"root\")\n",
            "a subject that goes on for so long that it is folded, with \u65e5\u672c\u8a9e in it, and then some more words\n\n-- >8 --\nBelow.\n",
            "from: in the body\n\nFrom: Wen <wen@example.com>\n\n>From here\n---\nBehind dashes.\n\nSigned-off-by: W <w@example.com>\n");

    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void history() throws IOException, InterruptedException {
        repository = Files.createDirectory(folder.resolve("repo"));
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < MESSAGES.size(); i++) {
            stream.append("commit refs/heads/main\n");
            stream.append("author Zo\u00eb \"Z\" M\u00fcller, Jr. <zoe@example.org> ")
                    .append(1_777_000_000 + i)
                    .append(" +0530\n");
            stream.append("committer Wen <wen@example.com> ")
                    .append(1_777_000_000 + i)
                    .append(" +0000\n");
            data(stream, MESSAGES.get(i));
            file(stream, "100644 inline pot", "one\ntwo\n" + "three\n".repeat(i) + "end" + (i % 2 == 0 ? "" : "\n"));
            file(stream, (i % 2 == 0 ? "100755" : "100644") + " inline crlf", "a\r\n" + i + "\r\n");
            file(stream, "100644 inline \"caf\\351 " + i % 2 + "\"", "x\0" + i);
            file(stream, "120000 inline link" + i, "pot");
        }
        stream.append("commit refs/heads/main\ncommitter Wen <wen@example.com> 1777000100 +0000\n");
        data(stream, "move, remove\n");
        stream.append("R pot \"new pot\"\nD link0\nM 160000 0123456789012345678901234567890123456789 sub\n");
        git(repository, "", "init", "-q", "-b", "main");
        git(repository, stream.toString(), "fast-import", "--quiet");
    }

    private static void data(StringBuilder stream, String text) {
        stream.append("data ")
                .append(text.getBytes(StandardCharsets.UTF_8).length)
                .append('\n');
        stream.append(text).append('\n');
    }

    private static void file(StringBuilder stream, String how, String content) {
        stream.append("M ").append(how).append('\n');
        data(stream, content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--attach",
                "--inline --binary",
                "-k --no-signature --zero-commit",
                "--thread --cover-letter --rfc -v2",
                "--encode-email-headers -U0 --full-index",
                "--from --in-reply-to=<x@example.org> --find-copies-harder"
            })
    void mailsOfGitAreReadAsGitReadsThem(String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("format-patch", "--stdout", "--root"));
        command.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ", -1)));
        command.add("main");
        byte[] mails = git(repository, "", command.toArray(String[]::new));
        Path archive = Files.write(folder.resolve("x.mbox"), mails);
        Path split = Files.createDirectory(folder.resolve("split"));
        git(folder, "", "mailsplit", "-d4", "-o" + split, archive.toString());
        Path out = folder.resolve("out");

        assertThat(Run.of("mailinfo", "--scissors", "--message-id", "--out", out, archive)
                        .code())
                .isZero();
        StringBuilder stat = new StringBuilder();
        StringBuilder trailers = new StringBuilder();
        for (int i = 1; Files.exists(split.resolve("%04d".formatted(i))); i++) {
            String name = "%04d".formatted(i);
            String mail = Files.readString(split.resolve(name), StandardCharsets.ISO_8859_1);
            byte[] info = git(
                    folder,
                    mail.getBytes(StandardCharsets.ISO_8859_1),
                    "mailinfo",
                    "--scissors",
                    "--message-id",
                    "m",
                    "p");
            assertThat(out.resolve(name + ".info")).hasBinaryContent(info);
            assertThat(out.resolve(name + ".msg")).hasBinaryContent(Files.readAllBytes(folder.resolve("m")));
            assertThat(out.resolve(name + ".patch")).hasBinaryContent(Files.readAllBytes(folder.resolve("p")));
            git(folder, mail.getBytes(StandardCharsets.ISO_8859_1), "mailinfo", "m", "p");
            byte[] patch = Files.readAllBytes(folder.resolve("p"));
            if (patch.length > 0) {
                stat.append(RawText.of(Bytes.of(git(folder, patch, "apply", "--numstat", "--summary", "-"))));
            }
            trailers.append(new String(
                    git(folder, title(info) + Files.readString(folder.resolve("m")), "interpret-trailers", "--parse"),
                    StandardCharsets.UTF_8));
        }
        assertThat(Run.of("mbox-stat", "--numstat", "--summary", archive).out().replaceAll("(?m)^mail\t.*\n", ""))
                .isEqualTo(stat.toString())
                .contains("mode change", "sub", "crlf");
        assertThat(Run.of("trailers", archive).out())
                .isEqualTo(trailers.toString())
                .contains("Acked-by: Zo\u00eb");
        assertThat(Run.of("mbox-copy", archive, folder.resolve("copy")).code()).isZero();
        assertThat(folder.resolve("copy")).hasBinaryContent(mails);
    }

    @Test
    void patchesBecomeTheFilesOfGit() throws IOException, InterruptedException {
        String[] paths = {"pot", "new pot", "crlf", "link0", "link1", "link2", "link3"};
        List<String> command = new ArrayList<>(List.of("format-patch", "--stdout", "--root", "--binary", "main", "--"));
        command.addAll(List.of(paths));
        Path archive = Files.write(folder.resolve("x.mbox"), git(repository, "", command.toArray(String[]::new)));
        Path tree = Files.createDirectory(folder.resolve("tree"));
        git(repository, "", "reset", "-q", "--hard", "main");

        Run run = Run.of("apply", "--keep-cr", tree, archive);

        assertThat(run.err()).isEmpty();
        assertThat(shown(tree)).isEqualTo(shown(repository)).hasSize(5);
        assertThat(Run.of("apply", "-R", "--keep-cr", tree, archive).err()).isEmpty();
        assertThat(tree).isEmptyDirectory();
    }

    /** The files that both have, with their content, links and whether they can be executed. */
    private static Map<String, String> shown(Path tree) throws IOException {
        Map<String, String> shown = new TreeMap<>();
        for (String name : List.of("pot", "new pot", "crlf", "link0", "link1", "link2", "link3")) {
            Path file = tree.resolve(name);
            if (Files.isSymbolicLink(file)) {
                shown.put(name, "-> " + Files.readSymbolicLink(file));
            } else if (Files.exists(file)) {
                shown.put(name, Files.isExecutable(file) + " " + Files.readString(file));
            }
        }
        return shown;
    }

    private static String title(byte[] info) {
        return new String(info, StandardCharsets.UTF_8).replaceAll("(?s).*\nSubject: ([^\n]*)\n.*", "$1") + "\n\n";
    }

    private static byte[] git(Path directory, String in, String... arguments) throws IOException, InterruptedException {
        return git(directory, in.getBytes(StandardCharsets.UTF_8), arguments);
    }

    private static byte[] git(Path directory, byte[] in, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Path input = Files.write(directory.resolve(".in"), in);
        Path output = directory.resolve(".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "HOME", directory.toString(),
                        "LC_ALL", "C.UTF-8",
                        "GIT_CEILING_DIRECTORIES",
                                directory.toAbsolutePath().getParent().toString(),
                        "GIT_COMMITTER_NAME", "Wen",
                        "GIT_COMMITTER_EMAIL", "wen@example.com"));
        assertThat(builder.start().waitFor()).as(command.toString()).isZero();
        return Files.readAllBytes(output);
    }

    @Test
    void whatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("x.mbox"), "Subject: x\n\ny\n");

        assertThat(Run.of("mailinfo", "--out", file, file).err()).startsWith(file + " is there already");
        assertThat(Run.of("mailinfo", "--out", file.resolve("y"), file).err())
                .contains(file.resolve("y").toString());
        assertThat(Run.of("mbox-copy", file, folder).err()).contains(folder.toString());
    }
}
