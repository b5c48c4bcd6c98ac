package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.mail.Mail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffstatTest {
    @TempDir
    private Path folder;

    @Test
    void everyKindOfRowIsRead() {
        Diffstat stat = Diffstat.parse("""
                 a | b.c                         |  3 ++-
                 .../very/long/{old => new}/x.c   | 10 ----------
                 logo.png                         | Bin 0 -> 142 bytes
                 old.c => new.c                   |  0
                 5 files changed, 2 insertions(+), 11 deletions(-)
                 create mode 100644 logo.png
                """).orElseThrow();
        assertThat(stat.rows())
                .extracting(Diffstat.Row::name)
                .containsExactly("a | b.c", ".../very/long/{old => new}/x.c", "logo.png", "old.c => new.c");
        assertThat(stat.rows().get(2).change()).isEqualTo("Bin 0 -> 142 bytes");
        assertThat(List.of(stat.files(), stat.insertions(), stat.deletions())).containsExactly(5, 2, 11);
        assertThat(Diffstat.parse(" 1 file changed, 1 deletion(-)\n")
                        .orElseThrow()
                        .deletions())
                .isEqualTo(1);
        assertThat(Diffstat.parse(" 1 file changed, 0 insertions(+), 0 deletions(-)\n"))
                .isPresent();
        assertThat(Diffstat.parse("3 files changed\n")).isEmpty();
        assertThat(Diffstat.parse(" many files changed, 1 insertion(+)\n")).isEmpty();
    }

    @Test
    void aMailThatGitWroteAgreesAndACutOneIsTold() throws Exception {
        assumeTrue(Git.isInstalled());
        Git git = new Git(folder);
        Path work = Files.createDirectory(folder.resolve("work"));
        git.run(work, Bytes.EMPTY, List.of("init", "-q", "."));
        List<String> commit =
                List.of("-c", "user.name=Ines", "-c", "user.email=ines@example.org", "commit", "-q", "-m", "kettle");
        Files.writeString(work.resolve("a.c"), "1\n2\n3\n4\n5\n6\n7\n8\n");
        Files.writeString(work.resolve("gone.c"), "x\ny\n");
        git.run(work, Bytes.EMPTY, List.of("add", "-A"));
        git.run(work, Bytes.EMPTY, commit);
        Files.move(
                work.resolve("a.c"),
                Files.createDirectories(work.resolve("dir")).resolve("b.c"));
        Files.writeString(work.resolve("dir/b.c"), "1\n2\n3\n4\n5\n6\n7\nnew\nmore\n");
        Files.delete(work.resolve("gone.c"));
        Files.write(work.resolve("x.bin"), new byte[] {0, 1, 2});
        git.run(work, Bytes.EMPTY, List.of("add", "-A"));
        git.run(work, Bytes.EMPTY, commit);

        for (List<String> options : List.of(List.of("-M"), List.of("-D"), List.of("--no-renames", "--binary"))) {
            List<String> command = new ArrayList<>(List.of("format-patch", "-1", "--stdout"));
            command.addAll(options);
            String text = new String(git.run(work, Bytes.EMPTY, command), StandardCharsets.UTF_8);
            PatchMail mail = PatchMail.of(Mail.parse(Bytes.ofUtf8(text)), Dialect.GIT);
            Diffstat stat = Diffstat.parse(mail.notes()).orElseThrow();
            assertThat(stat.compare(Diff.parse(mail.diff().orElseThrow())))
                    .as(options.toString())
                    .isEmpty();
            assertThat(stat.rows()).hasSize(stat.files());

            String cut = text.substring(0, text.lastIndexOf("diff --git"));
            PatchMail half = PatchMail.of(Mail.parse(Bytes.ofUtf8(cut)), Dialect.GIT);
            assertThat(stat.compare(Diff.parse(half.diff().orElseThrow())))
                    .extracting(Diagnostic::kind)
                    .containsExactly(Diagnostic.Kind.TRUNCATED);
        }
    }
}
