package io.github.patchwork4j.mbox.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Git;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives split by us and by {@code git mailsplit}, of which every byte must be equal. */
class MailsplitComparisonTest {
    @TempDir
    private Path folder;

    private Git git;

    @BeforeEach
    void findGit() {
        assumeTrue(Git.isInstalled(), "git or python3 is not installed");
        git = new Git(folder);
    }

    private List<Bytes> gits(Path archive, String... options) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        List<String> command = new ArrayList<>(List.of("mailsplit", "-d5", "-o" + out));
        command.addAll(List.of(options));
        command.addAll(List.of("--", archive.toString()));
        assertThat(git.run(Bytes.EMPTY, command).exit()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            return files.sorted().map(MailsplitComparisonTest::read).toList();
        }
    }

    private static Bytes read(Path file) {
        try {
            return Bytes.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** git's files begin with the envelope line, ours do not. */
    private static List<Bytes> ours(ArchiveReader reader, Path archive) throws IOException {
        try (MailArchive mails = reader.open(archive)) {
            return mails.stream().map(MailsplitComparisonTest::withEnvelope).toList();
        }
    }

    private static Bytes withEnvelope(ArchivedMail mail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Bytes envelope = mail.raw().slice(0, mail.envelopeEnd());
        boolean crlf = envelope.length() > 1 && envelope.at(envelope.length() - 2) == '\r';
        boolean drop = crlf && envelope.at(envelope.length() - 1) == '\n';
        out.writeBytes(envelope.slice(0, envelope.length() - (drop ? 2 : 0)).toArray());
        if (drop) {
            out.write('\n');
        }
        out.writeBytes(mail.content().toArray());
        return Bytes.of(out.toByteArray());
    }

    @Test
    void randomArchivesAreSplitAsByGit() throws IOException {
        RandomArchive random = new RandomArchive(77);
        ArchiveReader plain = ArchiveReader.of(SplitRule.GIT);
        ArchiveReader quoted = ArchiveReader.of(SplitRule.MBOXRD);
        int mails = 0;
        for (int i = 0; i < 120; i++) {
            Bytes bytes = random.next(i % 4 > 0);
            if (bytes.latin1().isBlank()) {
                continue;
            }
            Path archive = Files.write(folder.resolve("archive"), bytes.toArray());
            List<Bytes> ours = ours(plain, archive);
            assertThat(ours).as("archive %s", i).isEqualTo(gits(archive, "-b"));
            assertThat(ours(quoted, archive)).as("archive %s", i).isEqualTo(gits(archive, "-b", "--mboxrd"));
            ArchiveReader kept = (i % 2 == 0 ? plain : quoted).withLineEnds(LineEnds.KEEP);
            List<Bytes> gits =
                    i % 2 == 0 ? gits(archive, "-b", "--keep-cr") : gits(archive, "-b", "--keep-cr", "--mboxrd");
            assertThat(oursKept(kept, archive)).as("archive %s", i).isEqualTo(gits);
            mails += ours.size();
        }
        assertThat(mails).isGreaterThan(300);
    }

    private static List<Bytes> oursKept(ArchiveReader reader, Path archive) throws IOException {
        try (MailArchive mails = reader.open(archive)) {
            return mails.stream()
                    .map(mail ->
                            Bytes.of((mail.raw().slice(0, mail.envelopeEnd()).latin1()
                                            + mail.content().latin1())
                                    .getBytes(StandardCharsets.ISO_8859_1)))
                    .toList();
        }
    }

    @Test
    void filesOfAMaildirComeInTheOrderOfGit() throws IOException {
        Path maildir = folder.resolve("mails");
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(maildir.resolve(part));
            for (String name : List.of(
                    "2",
                    "10",
                    "1",
                    "10:2,S",
                    "a10",
                    "a9",
                    "a9b",
                    "b",
                    "A",
                    "1x",
                    "a",
                    "a1b2",
                    "a1b10",
                    ".h",
                    "x.1.y",
                    "1999999999",
                    "1700000000.M5P1.host",
                    "1700000000.M10P1.host",
                    "Z9",
                    "~")) {
                Files.writeString(maildir.resolve(part).resolve(name), "Subject: " + part + name + "\r\n\nx\n");
            }
        }
        assertThat(ours(ArchiveReader.of(SplitRule.GIT), maildir)).hasSize(38).isEqualTo(gits(maildir, "-b"));
    }
}
