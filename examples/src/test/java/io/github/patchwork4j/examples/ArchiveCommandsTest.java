package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCommandsTest {
    private static final String ARCHIVE = """
            From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001
            From: Ines Okafor <ines@example.org>
            Date: Mon, 11 May 2026 08:00:00 +0000
            Subject: [PATCH v2 0/1] heat: do not boil a dry kettle
            Message-Id: <heat-0@example.org>

            From a cold kettle to a hot one.

            From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001
            From: Ines Okafor <ines@example.org>
            Date: Mon, 11 May 2026 08:01:00 +0000
            Subject: [PATCH v2 1/1] heat: look before boiling
            Message-Id: <heat-1@example.org>
            In-Reply-To: <heat-0@example.org>

            Signed-off-by: Ines Okafor <ines@example.org>
            ---
             "caf\\303\\251.c" | 2 +-
             1 file changed, 1 insertion(+), 1 deletion(-)

            diff --git "a/caf\\303\\251.c" "b/caf\\303\\251.c"
            index 1111111..2222222 100644
            --- "a/caf\\303\\251.c"
            +++ "b/caf\\303\\251.c"
            @@ -1,2 +1,2 @@
             int boil(void)
            -old
            +new
            diff --git a/steam.pcm b/steam.pcm
            index 1111111..2222222 100644
            Binary files a/steam.pcm and b/steam.pcm differ
            --\s
            2.39.5

            From 2222222222222222222222222222222222222222 Mon Sep 17 00:00:00 2001
            From: Wen Adeyemi <wen@example.com>
            Subject: Re: [PATCH v2 1/1] heat: look before boiling

            Thanks.
            """;

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void write() throws IOException {
        archive = Files.writeString(folder.resolve("kettle.mbox"), ARCHIVE);
    }

    @Test
    void mboxStatTellsWhatEachMailIs() {
        Run run = Run.of("mbox-stat", archive);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("""
                        mail\t1\t<heat-0@example.org>\tcover\theat: do not boil a dry kettle
                        mail\t2\t<heat-1@example.org>\tpatch\theat: look before boiling
                        mail\t3\t-\tcomment\theat: look before boiling
                        """);
    }

    @Test
    void mboxStatCountsTheLinesOfEachFileAsGitDoes() {
        Run run = Run.of("mbox-stat", "--numstat", archive);

        assertThat(run.out().lines())
                .contains("1\t1\t\"caf\\303\\251.c\"", "-\t-\tsteam.pcm")
                .hasSize(5);
    }

    @Test
    void mboxStatTakesThePrefixesInTheDialectOfPatchwork() {
        Run run = Run.of("mbox-stat", "--dialect", "patchwork", archive);

        assertThat(run.out().lines())
                .contains("mail\t2\t<heat-1@example.org>\tpatch\t[v2,1/1] heat: look before boiling");
    }

    @Test
    void mboxStatSplitsAsItIsTold() {
        assertThat(Run.of("mbox-stat", "--split", "any-from", archive).out().lines())
                .hasSize(4);
        assertThat(Run.of("mbox-stat", "--split", "mboxrd", archive).out().lines())
                .hasSize(3);
        assertThat(Run.of("mbox-stat", "--split", "maildir", archive).code()).isEqualTo(2);
    }

    @Test
    void mboxStatReadsArchivesOfEveryKind() throws IOException {
        Path compressed = folder.resolve("kettle.mbox.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(archive, out);
        }
        Path maildir = folder.resolve("mails");
        assertThat(Run.of("mbox-copy", "--maildir", archive, maildir).code()).isZero();
        String expected = Run.of("mbox-stat", "--numstat", archive).out();

        assertThat(Run.of("mbox-stat", "--numstat", compressed).out()).isEqualTo(expected);
        assertThat(Run.of("mbox-stat", "--numstat", maildir).out()).isEqualTo(expected);
        assertThat(Run.of("mbox-stat", "--numstat", "--split", "auto", archive).out())
                .isEqualTo(expected);
        assertThat(Run.of("mbox-stat", "--numstat", "--split", "content-length", archive)
                        .out())
                .isEqualTo(expected);
    }

    @Test
    void mboxCopyWritesTheSameBytes() throws IOException {
        Path odd =
                Files.writeString(folder.resolve("odd.mbox"), "\n \r\n" + ARCHIVE.replace("\n\n", "\r\n\r\n") + "end");
        Path copy = folder.resolve("copy.mbox");
        for (String rule : List.of("git", "mboxrd", "any-from", "blank-line", "content-length", "single", "auto")) {
            Run run = Run.of("mbox-copy", "--split", rule, odd, copy);

            assertThat(run).isEqualTo(new Run(0, "", ""));
            assertThat(copy).hasSameBinaryContentAs(odd);
        }
        assertThat(Run.of("mbox-copy", archive, archive).err()).contains("to itself");
        assertThat(Run.of("mbox-copy", folder.resolve("none"), copy).code()).isEqualTo(1);
    }

    @Test
    void mboxCopyConverts() throws IOException {
        Path copy = folder.resolve("copy.mbox");
        Files.writeString(archive, ARCHIVE + "\nFrom me\n");

        assertThat(Run.of("mbox-copy", "--escape", "mboxrd", archive, copy).code())
                .isZero();
        assertThat(copy).hasContent(ARCHIVE.replace("From a cold", ">From a cold") + "\n>From me\n\n");
    }

    @Test
    void patchHashKnowsWhatTheServerKnows() {
        Run run = Run.of("patch-hash", archive);

        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("1\t-"),
                        line -> assertThat(line).matches("2\t[0-9a-f]{40}"),
                        line -> assertThat(line).isEqualTo("3\t-"));
    }

    @Test
    void aMissingFileIsTold() {
        Run run = Run.of("patch-hash", folder.resolve("none.mbox"), archive);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("no such file: " + folder.resolve("none.mbox") + "\n");
        assertThat(run.out()).isNotEmpty();
    }
}
