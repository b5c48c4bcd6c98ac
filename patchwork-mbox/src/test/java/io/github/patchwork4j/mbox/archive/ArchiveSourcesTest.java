package io.github.patchwork4j.mbox.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSourcesTest {
    private static final String ENVELOPE = "From pia@example.org Mon May 11 08:00:00 2026\n";
    private static final String ONE = ENVELOPE + "Subject: one\n\nhello\n\n";
    private static final String TWO = ENVELOPE + "Subject: two\n\nbye\n\n";
    private static final ArchiveReader READER = ArchiveReader.of(SplitRule.GIT);

    @TempDir
    private Path folder;

    /** What became of an archive. */
    private record Read(List<String> mails, List<Diagnostic.Kind> inMails, List<Diagnostic.Kind> inArchive) {}

    private static Read read(MailArchive archive) throws IOException {
        try (archive) {
            List<String> mails = new ArrayList<>();
            List<Diagnostic.Kind> kinds = new ArrayList<>();
            for (ArchivedMail mail : archive) {
                mails.add(mail.raw().utf8());
                mail.diagnostics().forEach(diagnostic -> kinds.add(diagnostic.kind()));
            }
            List<Diagnostic.Kind> whole =
                    archive.diagnostics().stream().map(Diagnostic::kind).toList();
            return new Read(mails, kinds, whole);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A stream that, like a slow network, has one byte at a time and never tells that more is there. */
    private static InputStream dripping(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }

    @Test
    void readsChannelsFromTheirPosition() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mbox"), ONE + TWO);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(ONE.length());
            assertThat(read(READER.read(channel)).mails()).containsExactly(TWO);
        }
    }

    @Test
    void readsSeveralGzipMembersWhoeverGivesThem() throws IOException {
        byte[] members = joined(gzip(ONE + TWO.substring(0, 20)), gzip(""), gzip(TWO.substring(20)), new byte[512]);
        Read expected = new Read(List.of(ONE, TWO), List.of(), List.of());

        assertThat(read(READER.read(Bytes.of(members)))).isEqualTo(expected);
        assertThat(read(READER.read(dripping(members)))).isEqualTo(expected);
        assertThat(read(READER.open(Files.write(folder.resolve("t.mbox.gz"), members))))
                .isEqualTo(expected);
    }

    @Test
    void readsGzipMembersWithEveryOptionalField() throws IOException {
        byte[] plain = gzip(ONE);
        byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
        byte[] head = {31, (byte) 139, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3};
        byte[] extra = {2, 0, 'a', 'b'};
        byte[] names = "t.mbox\0a comment\0".getBytes(StandardCharsets.US_ASCII);

        assertThat(read(READER.read(Bytes.of(joined(head, extra, names, new byte[2], rest))))
                        .mails())
                .containsExactly(ONE);
    }

    @Test
    void compressedDataThatBreaksOffGivesWhatWasReadAndSaysSo() throws IOException {
        byte[] whole = gzip(ONE + TWO);
        byte[] second = joined(gzip(ONE), gzip(TWO));
        for (byte[] archive : List.of(
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length - 30),
                Arrays.copyOf(second, gzip(ONE).length + 5))) {
            Read read = read(READER.read(Bytes.of(archive)));
            assertThat(String.join("", read.mails())).startsWith(ENVELOPE);
            assertThat(read.inMails()).contains(Diagnostic.Kind.TRUNCATED);
            assertThat(read.inArchive()).containsExactly(Diagnostic.Kind.TRUNCATED);
        }
        assertThat(read(READER.read(Bytes.of(Arrays.copyOf(whole, 5)))))
                .isEqualTo(new Read(List.of(), List.of(), List.of(Diagnostic.Kind.TRUNCATED)));
    }

    @Test
    void compressedDataThatIsBrokenGivesWhatWasReadAndSaysSo() throws IOException {
        byte[] checksum = gzip(ONE);
        checksum[checksum.length - 8] ^= 1;
        for (byte[] archive : List.of(joined(gzip(ONE), "trailing".getBytes(StandardCharsets.US_ASCII)), checksum)) {
            Read read = read(READER.read(Bytes.of(archive)));
            assertThat(read)
                    .isEqualTo(new Read(
                            List.of(ONE), List.of(Diagnostic.Kind.UNREADABLE), List.of(Diagnostic.Kind.UNREADABLE)));
        }
        byte[] data = joined(gzip(ONE), gzip(TWO));
        Arrays.fill(data, gzip(ONE).length + 10, data.length - 8, (byte) 0xff);
        assertThat(read(READER.read(Bytes.of(data))).mails()).containsExactly(ONE);
    }

    @Test
    void aBombIsCutAtTheRatioOrAtTheTotal() throws IOException {
        byte[] bomb = gzip(new byte[80 << 20]);
        Limits small = Limits.builder().maxMessageBytes(1000).build();
        Limits total =
                Limits.builder().maxMessageBytes(1000).maxInflatedBytes(1 << 20).build();
        Limits none =
                Limits.builder().maxMessageBytes(1000).maxInflationRatio(2000).build();

        assertThat(inflated(bomb, small)).isBetween(64L << 20, (64L << 20) + (2 << 20));
        assertThat(inflated(bomb, total)).isBetween(1L << 20, 2L << 20);
        assertThat(inflated(bomb, none)).isEqualTo(80 << 20);
    }

    private static long inflated(byte[] archive, Limits limits) throws IOException {
        try (MailArchive mails = READER.withLimits(limits).read(Bytes.of(archive))) {
            ArchivedMail mail = mails.iterator().next();
            boolean bounded = limits.maxInflationRatio() < 2000;
            assertThat(mails.diagnostics().size()).isLessThan(2);
            assertThat(mail.diagnostics().stream().filter(d -> d.message().contains("compressed")))
                    .hasSize(bounded ? 1 : 0);
            return mail.length();
        }
    }

    @Test
    void aMaildirIsReadCurFirstAndByNumbersButNoHiddenFiles() throws IOException {
        Path maildir = folder.resolve("mails");
        for (String name : List.of("new/2", "new/10", "cur/10:2,S", "cur/9:2,", "cur/.hidden", "cur/009", "tmp/1")) {
            Path file = maildir.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "Subject: " + name + "\n\n" + ONE);
        }
        Files.createDirectories(maildir.resolve("new/folder"));
        Files.writeString(maildir.resolve("new/3"), "");

        try (MailArchive archive = READER.open(maildir)) {
            assertThat(archive.format()).isEqualTo(ArchiveFormat.FOLDER);
            assertThat(archive.stream()
                            .map(mail -> mail.index() + " "
                                    + maildir.relativize(mail.file().orElseThrow())))
                    .containsExactly("0 cur/009", "1 cur/9:2,", "2 cur/10:2,S", "3 new/2", "4 new/10");
        }
    }

    @Test
    void aFolderOfMailsIsReadWhateverItsFilesAreCalled() throws IOException {
        Files.writeString(folder.resolve("0002-b.patch"), TWO);
        Files.write(folder.resolve("0010-c.eml.gz"), gzip("Subject: three\n\n"));
        Files.writeString(folder.resolve("0001-a.eml"), "Subject: one\r\n\r\nFrom x\n");

        try (MailArchive archive = ArchiveReader.of(SplitRule.AUTO).open(folder)) {
            List<ArchivedMail> mails = archive.stream().toList();
            assertThat(mails)
                    .extracting(mail -> mail.content().utf8())
                    .containsExactly("Subject: one\n\nFrom x\n", "Subject: two\n\nbye\n\n", "Subject: three\n\n");
            assertThat(mails).allSatisfy(mail -> assertThat(mail.rule()).isEqualTo(SplitRule.SINGLE));
        }
    }

    @Test
    void aFileOfAFolderThatCannotBeReadStopsNobody() throws IOException {
        for (int i = 1; i < 4; i++) {
            Files.writeString(folder.resolve("mail" + i), "Subject: " + i + "\n\n");
        }
        try (MailArchive archive = READER.open(folder)) {
            Files.delete(folder.resolve("mail2"));
            assertThat(archive.stream().map(mail -> mail.content().utf8()))
                    .containsExactly("Subject: 1\n\n", "Subject: 3\n\n");
            assertThat(archive.diagnostics()).singleElement().satisfies(diagnostic -> {
                assertThat(diagnostic.kind()).isEqualTo(Diagnostic.Kind.UNREADABLE);
                assertThat(diagnostic.message()).contains("mail2");
            });
        }
    }

    @Test
    void aMissingArchiveIsToldAtOnce() {
        assertThatThrownBy(() -> READER.open(folder.resolve("none.mbox"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatStandsBeforeTheFirstMailIsKept() throws IOException {
        try (MailArchive archive = READER.read(Bytes.ofUtf8(" \r\n\n" + ONE))) {
            assertThat(archive.preamble().utf8()).isEqualTo(" \r\n\n");
            assertThat(archive.iterator().next().offset()).isEqualTo(4);
        }
        try (MailArchive archive = READER.read(Bytes.ofUtf8("\n\n"))) {
            assertThat(archive.stream()).isEmpty();
            assertThat(archive.preamble().utf8()).isEqualTo("\n\n");
        }
    }
}
