package io.github.patchwork4j.mbox.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveWriterTest {
    private static final String ENVELOPE = "From pia@example.org Mon May 11 08:00:00 2026\n";

    @TempDir
    private Path folder;

    private static String written(Escaping escaping, String... contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArchiveWriter writer = ArchiveWriter.mbox(out, escaping)) {
            for (String content : contents) {
                writer.write(Bytes.ofUtf8(content));
            }
        }
        return Bytes.of(out.toByteArray()).utf8();
    }

    private static String copied(SplitRule rule, Escaping escaping, String text) throws IOException {
        return copied(ArchiveReader.of(rule), escaping, text);
    }

    private static String copied(ArchiveReader reader, Escaping escaping, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArchiveWriter writer = ArchiveWriter.mbox(out, escaping);
                MailArchive archive = reader.read(Bytes.ofUtf8(text))) {
            writer.copy(archive);
        }
        return Bytes.of(out.toByteArray()).utf8();
    }

    private static List<String> contents(SplitRule rule, String text) throws IOException {
        try (MailArchive archive = ArchiveReader.of(rule).read(Bytes.ofUtf8(text))) {
            return archive.stream().map(mail -> mail.content().utf8()).toList();
        }
    }

    @Test
    void everyEscapingQuotesItsLines() throws IOException {
        String mail = "Subject: x\n\nFrom me\n" + ENVELOPE + ">From you\n>>From us\n From them\nFrom";
        String start = "From git@z Thu Jan  1 00:00:00 1970\nSubject: x\n\n";
        String end = " From them\nFrom\n\n";

        assertThat(written(Escaping.MBOXRD, mail))
                .isEqualTo(written(Escaping.AS_READ, mail))
                .isEqualTo("From mboxrd@z Thu Jan  1 00:00:00 1970\nSubject: x\n\n>From me\n>" + ENVELOPE
                        + ">>From you\n>>>From us\n" + end);
        assertThat(written(Escaping.MBOXO, mail))
                .isEqualTo(start + ">From me\n>" + ENVELOPE + ">From you\n>>From us\n" + end);
        assertThat(written(Escaping.GIT_AM, mail))
                .isEqualTo(start + "From me\n>" + ENVELOPE + ">From you\n>>From us\n" + end);
        assertThat(written(Escaping.NONE, mail))
                .isEqualTo(start + "From me\n" + ENVELOPE + ">From you\n>>From us\n" + end);
    }

    @Test
    void aFromLineAtTheVeryStartOfAMailIsQuotedToo() throws IOException {
        assertThat(contents(SplitRule.MBOXRD, written(Escaping.MBOXRD, "From x\nA: b\n\n", "A: c\n\n")))
                .containsExactly("From x\nA: b\n\n", "A: c\n\n");
    }

    @Test
    void mailsAreSeparatedByOneEmptyLineInTheirOwnLineEnds() throws IOException {
        String envelope = "From git@z Thu Jan  1 00:00:00 1970\n";

        assertThat(written(Escaping.NONE, "A: b\n\nx", "A: b\n\nx\n", "A: b\n\nx\n\n", "\n", ""))
                .isEqualTo((envelope + "A: b\n\nx\n\n").repeat(3) + (envelope + "\n").repeat(2));
        assertThat(written(Escaping.NONE, "A: b\r\n\r\nx\r\n", "A: b\r\n\r\nx\r\n\r\n", "A: b\r\n\r\nx"))
                .isEqualTo((envelope + "A: b\n\nx\n\n").replace("\n", "\r\n").repeat(3));
    }

    @Test
    void anArchiveIsCopiedByteForByte() throws IOException {
        String odd =
                " \r\n\n" + ENVELOPE + "A: b\r\n\r\n>From x\n\0\r\n\n\n" + ENVELOPE + ENVELOPE + "no header\r\rend";
        for (SplitRule rule : SplitRule.values()) {
            assertThat(copied(rule, Escaping.AS_READ, odd)).as(rule.name()).isEqualTo(odd);
            assertThat(copied(rule, Escaping.AS_READ, "Subject: bare\n\n" + odd))
                    .as(rule.name())
                    .isEqualTo("Subject: bare\n\n" + odd);
            assertThat(copied(rule, Escaping.AS_READ, "\n \n")).as(rule.name()).isEqualTo("\n \n");
            assertThat(copied(rule, Escaping.AS_READ, "")).as(rule.name()).isEmpty();
        }
        String stgit = "Heat\n\nFrom: Ines <ines@example.org>\n\nwater\n";
        assertThat(copied(SplitRule.AUTO, Escaping.AS_READ, stgit)).isEqualTo(stgit);
    }

    @Test
    void anEnvelopeIsKeptOnlyIfGitTakesItForOneWithTheLineEndThatItGets() throws IOException {
        String late = "From x@example.org 23:00:00 200@example.org:";

        ArchiveReader reader = ArchiveReader.of(SplitRule.BLANK_LINE).withLineEnds(LineEnds.KEEP);

        assertThat(copied(reader, Escaping.MBOXRD, late + "\nA: b\n")).startsWith(late + "\nA: b\n");
        assertThat(copied(reader, Escaping.MBOXRD, late + "\r\nA: b\r\n"))
                .startsWith("From mboxrd@z Thu Jan  1 00:00:00 1970\r\nA: b\r\n");
    }

    @Test
    void archivesCanBeConvertedIntoEachOther() throws IOException {
        String gits = ENVELOPE + "A: b\n\nFrom x\n>From y\n\n";
        String quoted = ENVELOPE + "A: b\n\n>From x\n>>From y\n\n";

        assertThat(copied(SplitRule.GIT, Escaping.MBOXRD, gits)).isEqualTo(quoted);
        assertThat(copied(SplitRule.MBOXRD, Escaping.GIT_AM, quoted)).isEqualTo(gits);
        assertThat(copied(SplitRule.BLANK_LINE, Escaping.MBOXRD, "From - \nA: b\n\nx\n\nFrom - \nA: c\n"))
                .isEqualTo("""
                        From mboxrd@z Thu Jan  1 00:00:00 1970
                        A: b

                        x

                        From mboxrd@z Thu Jan  1 00:00:00 1970
                        A: c

                        """);
    }

    @Test
    void aChangedMailKeepsItsEnvelopeSeparatorAndTheEscapingOfItsArchive() throws IOException {
        String text = ENVELOPE + "A: b\n\n>From x\n\n" + ENVELOPE + "A: c\n\nlast";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArchiveWriter writer = ArchiveWriter.mbox(out, Escaping.AS_READ);
                MailArchive archive = ArchiveReader.of(SplitRule.MBOXRD).read(Bytes.ofUtf8(text))) {
            for (ArchivedMail mail : archive) {
                writer.write(mail, Bytes.ofUtf8("X: y\n" + mail.content().utf8()));
            }
        }
        assertThat(Bytes.of(out.toByteArray()).utf8()).isEqualTo(text.replace("A: ", "X: y\nA: "));
    }

    @Test
    void anUnfinishedLastLineIsFinishedBeforeTheNextMail() throws IOException {
        String text = ENVELOPE + "A: b\n\nx";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArchiveWriter writer = ArchiveWriter.mbox(out, Escaping.AS_READ)) {
            for (int i = 0; i < 2; i++) {
                try (MailArchive archive = ArchiveReader.of(SplitRule.GIT).read(Bytes.ofUtf8(text))) {
                    writer.copy(archive);
                }
            }
        }
        assertThat(Bytes.of(out.toByteArray()).utf8()).isEqualTo(text + "\n\n" + text);
    }

    @Test
    void aMailThatWasCutIsNotWritten() throws IOException {
        Limits limits = Limits.builder().maxMessageBytes(50).build();
        ArchiveReader reader = ArchiveReader.of(SplitRule.GIT).withLimits(limits);
        try (ArchiveWriter writer = ArchiveWriter.mbox(new ByteArrayOutputStream(), Escaping.AS_READ);
                MailArchive archive = reader.read(Bytes.ofUtf8(ENVELOPE + "A: b\n\nx"))) {
            assertThatThrownBy(() -> writer.copy(archive))
                    .isInstanceOf(IOException.class)
                    .hasMessage("mail 0 at 0 was cut after 50 of 53 bytes, and is not written");
        }
    }

    @Test
    void aMaildirGoesThereAndBack() throws IOException {
        Path maildir = folder.resolve("mails");
        String text = ENVELOPE + "A: b\n\nFrom x\n\n" + ENVELOPE + "A: c\n\n";
        for (int i = 0; i < 6; i++) {
            try (ArchiveWriter writer = ArchiveWriter.maildir(maildir);
                    MailArchive archive = ArchiveReader.of(SplitRule.GIT).read(Bytes.ofUtf8(text))) {
                writer.copy(archive);
            }
        }
        assertThat(maildir.resolve("tmp")).isEmptyDirectory();
        assertThat(maildir.resolve("cur")).isEmptyDirectory();
        Path mbox = folder.resolve("a.mbox");
        try (ArchiveWriter writer = ArchiveWriter.mbox(mbox, Escaping.AS_READ);
                MailArchive archive = ArchiveReader.of(SplitRule.GIT).open(maildir)) {
            writer.copy(archive);
        }
        assertThat(contents(SplitRule.MBOXRD, Files.readString(mbox)))
                .hasSize(12)
                .startsWith("A: b\n\nFrom x\n\n", "A: c\n\n")
                .endsWith("A: b\n\nFrom x\n\n", "A: c\n\n");
        assertThat(contents(SplitRule.GIT, Files.readString(mbox)).get(0)).contains("\n>From x");
    }
}
