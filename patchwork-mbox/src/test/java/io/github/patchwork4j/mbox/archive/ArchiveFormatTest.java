package io.github.patchwork4j.mbox.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.diff.Git;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats as {@code git am} finds them, and the mails that it makes of patches of other tools, compared with git itself. */
class ArchiveFormatTest {
    private static final ArchiveReader READER = ArchiveReader.of(SplitRule.AUTO).withLineEnds(LineEnds.KEEP);
    private static final String DIFF = """
            ---
             kettle | 2 +-

            diff --git a/no-kettle b/no-kettle
            index 1111111..2222222 100644
            --- a/no-kettle
            +++ b/no-kettle
            @@ -1 +1 @@
            -cold
            +hot
            """;

    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void makeRepository() throws IOException {
        assumeTrue(Git.isInstalled(), "git or python3 is not installed");
        repository = Files.createDirectory(folder.resolve("repository"));
        git("init", "-q");
        git("config", "user.name", "Ines");
        git("config", "user.email", "ines@example.org");
        git("commit", "-q", "--allow-empty", "-m", "start");
    }

    private int git(String... arguments) throws IOException {
        return new Git(repository).run(Bytes.EMPTY, List.of(arguments)).exit();
    }

    /** What git am wants to apply: the mails that it could not, because the files are not there. */
    private List<String> gitsMails(Path patch) throws IOException {
        git("am", "--keep-cr", patch.toString());
        Path state = repository.resolve(".git/rebase-apply");
        if (!Files.isDirectory(state)) {
            return List.of();
        }
        List<String> mails;
        try (Stream<Path> files = Files.list(state)) {
            mails = files.filter(file -> file.getFileName().toString().matches("\\d{4}"))
                    .sorted()
                    .map(ArchiveFormatTest::latin1)
                    .toList();
        }
        git("am", "--abort");
        return mails;
    }

    private static String latin1(Path file) {
        try {
            return Bytes.of(Files.readAllBytes(file)).latin1();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ours(Path patch) throws IOException {
        try (MailArchive archive = READER.open(patch)) {
            return archive.stream().map(mail -> mail.content().latin1()).toList();
        }
    }

    private ArchiveFormat compare(String text) throws IOException {
        Path patch = Files.writeString(repository.resolve("a.patch"), text);
        assertThat(ours(patch)).as(text).isEqualTo(gitsMails(patch)).isNotEmpty();
        try (MailArchive archive = READER.open(patch)) {
            return archive.format();
        }
    }

    @Test
    void patchesOfStgitBecomeTheMailsOfGit() throws IOException {
        for (String head : List.of(
                "Heat\n\nFrom: Ines <ines@example.org>\n\nThe water.\n\nmore: text\n",
                """
                Heat

                From: Ines <ines@example.org>
                Date: Mon, 11 May 2026 08:00:00 +0000
                Author: X <x@example.org>
                text
                  Subject: x
                """,
                "\n\nHeat\n\nAuthor: Ines <ines@example.org>\r\nSigned-off-by: x\nDate: 2024\n\n",
                "Heat\r\n\r\nDate: x\r\n\r\nbody\r\n",
                "Heat\n\nFrom: a\n \n\nfrom: b\nSubject: x\n")) {
            assertThat(compare(head + DIFF)).isEqualTo(ArchiveFormat.STGIT);
        }
    }

    @Test
    void patchesOfMercurialBecomeTheMailsOfGit() throws IOException {
        String start = "# HG changeset patch\n";
        for (String head : List.of(
                "# User Wen <wen@example.com>\n# Date 1600000000 -7200\n# Node ID abc\n# Parent  def\nHeat\n\nx # y\n# z\n",
                "# Date 1600000000 18000\nHeat\n# c\n",
                "# Date 1600000000 -20701\nHeat\n",
                "# Date  4000000000  +3600\nHeat\n",
                "# Date 0 0\n\n#x\n \n# User Z\nHeat\n",
                "# User Wen\n# User  V <v@example.com>\nHeat\n")) {
            assertThat(compare(start + head + DIFF)).isEqualTo(ArchiveFormat.HG);
        }
    }

    @Test
    void aDateOfMercurialThatGitRefusesIsLeftOutAndTold() throws IOException {
        for (String date :
                List.of("x", "1600000000", "-5 0", "99999999999999999999 0", "1600000000 5e3", "1 9999999")) {
            Bytes patch = Bytes.ofUtf8("# HG changeset patch\n# User W\n# Date " + date + "\nHeat\n" + DIFF);
            try (MailArchive archive = READER.read(patch)) {
                ArchivedMail mail = archive.iterator().next();
                assertThat(mail.content().utf8()).startsWith("From: W\n\nHeat\n");
                assertThat(mail.diagnostics()).singleElement().satisfies(diagnostic -> {
                    assertThat(diagnostic.kind()).isEqualTo(Diagnostic.Kind.MALFORMED_HEADER);
                    assertThat(diagnostic.offset()).isEqualTo(30);
                    assertThat(diagnostic.message()).contains(date);
                });
            }
        }
    }

    @Test
    void mailsAndMboxesAreFoundAsGitFindsThem() throws IOException {
        assertThat(compare("X: y\n cont\nZ: y\n\nbody\n" + DIFF)).isEqualTo(ArchiveFormat.MAIL);
        assertThat(compare("X: y\r\nZ: y\r\n\r\nbody\r\n" + DIFF)).isEqualTo(ArchiveFormat.MAIL);
        assertThat(compare("From: y\nX Z\n\nbody\n" + DIFF)).isEqualTo(ArchiveFormat.MBOX);
        String envelope = "From x Mon Sep 17 00:00:00 2001\n";
        Path mbox =
                Files.writeString(repository.resolve("a.mbox"), (envelope + "Subject: x\n\n" + DIFF + "\n").repeat(2));
        assertThat(ours(mbox)).hasSize(2);
        try (MailArchive archive = READER.open(mbox)) {
            assertThat(archive.iterator().next().rule()).isEqualTo(SplitRule.GIT);
        }
    }

    @Test
    void whatGitDoesNotKnowIsOneMailInDoubt() throws IOException {
        for (String text : List.of(
                "Title\n\nnot from\n\n",
                "X: y\nno header\nZ: y\n\n",
                "From:x\nTitle\n",
                ">From x\nA: y\n\n",
                ": y\nA: b\n\n",
                "# HG changeset patchX\nHeat\n")) {
            Path patch = Files.writeString(repository.resolve("a.patch"), text + DIFF);
            assertThat(gitsMails(patch)).as(text).isEmpty();
            try (MailArchive archive = READER.open(patch)) {
                assertThat(archive.format()).as(text).isEqualTo(ArchiveFormat.UNKNOWN);
                List<ArchivedMail> mails = archive.stream().toList();
                assertThat(mails).singleElement().satisfies(mail -> {
                    assertThat(mail.content().utf8()).isEqualTo(text + DIFF);
                    assertThat(mail.diagnostics())
                            .extracting(Diagnostic::kind)
                            .containsExactly(Diagnostic.Kind.SUSPICIOUS_SPLIT);
                });
            }
        }
    }

    @Test
    void archivesThatNameTheirQuotingAreReadByIt() throws IOException {
        Bytes mbox = Bytes.ofUtf8("From mboxrd@z Thu Jan  1 00:00:00 1970\nSubject: x\n\n>From a\n");
        try (MailArchive archive = READER.read(mbox)) {
            assertThat(archive.iterator().next().content().utf8()).isEqualTo("Subject: x\n\nFrom a\n");
        }
    }

    @Test
    void aSeriesOfStgitIsReadFromItsFolderAndNowhereElse() throws IOException {
        Files.writeString(repository.resolve("one.patch"), "One\n\nFrom: Ines <ines@example.org>\n\n" + DIFF);
        Files.writeString(repository.resolve("two.patch"), "Two\nFrom: Ines <ines@example.org>\n\n" + DIFF);
        String series = "# This series applies on GIT commit 0123abc\none.patch\n# not this\ntwo.patch\n";
        Path good = Files.writeString(repository.resolve("series"), series);
        assertThat(ours(good)).hasSize(2).isEqualTo(gitsMails(good));

        Files.writeString(folder.resolve("outside"), "secret");
        Path bad = Files.writeString(repository.resolve("bad"), series + "\n../outside\n/etc/hostname\nnone.patch\n");
        try (MailArchive archive = READER.open(bad)) {
            assertThat(archive.format()).isEqualTo(ArchiveFormat.STGIT_SERIES);
            assertThat(archive.stream()).hasSize(2);
            assertThat(archive.diagnostics())
                    .extracting(Diagnostic::kind)
                    .containsExactly(
                            Diagnostic.Kind.UNREADABLE, Diagnostic.Kind.UNREADABLE, Diagnostic.Kind.UNREADABLE);
        }
        try (MailArchive archive = READER.read(Bytes.ofUtf8(series))) {
            assertThat(archive.stream())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.diagnostics())
                            .extracting(Diagnostic::message)
                            .containsExactly("a series of StGit names files, and can only be read by its path"));
        }
    }
}
