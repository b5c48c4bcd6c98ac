package io.github.patchwork4j.mbox.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every archive, tried with many odd ones that a seed makes. */
class ArchivePropertiesTest {
    private static final int ARCHIVES = 150;

    private static List<Bytes> archives() {
        RandomArchive random = new RandomArchive(20261124);
        return IntStream.range(0, ARCHIVES)
                .mapToObj(i -> random.next(i % 4 > 0))
                .toList();
    }

    private static Bytes copied(MailArchive archive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (archive;
                ArchiveWriter writer = ArchiveWriter.mbox(out, Escaping.AS_READ)) {
            writer.copy(archive);
        }
        return Bytes.of(out.toByteArray());
    }

    private static List<String> described(MailArchive archive) throws IOException {
        try (archive) {
            List<String> mails = new ArrayList<>();
            for (ArchivedMail mail : archive) {
                mails.add(described(mail));
            }
            mails.add(archive.preamble().latin1() + archive.format() + archive.diagnostics());
            return mails;
        }
    }

    private static String described(ArchivedMail mail) {
        return String.join(
                "|",
                mail.index() + " " + mail.offset() + " " + mail.length(),
                mail.raw().latin1(),
                mail.content().latin1(),
                mail.envelope().map(Bytes::latin1).orElse("-"),
                mail.rule() + " " + mail.format() + " " + mail.diagnostics());
    }

    @Test
    void whatIsReadIsWrittenBackByteForByte() throws IOException {
        Random chunks = new Random(1);
        for (Bytes archive : archives()) {
            for (SplitRule rule : SplitRule.values()) {
                ArchiveReader reader = ArchiveReader.of(rule).withChunkBytes(1 + chunks.nextInt(archive.length() + 1));
                assertThat(copied(reader.read(archive))).as(rule.name()).isEqualTo(archive);
                assertThat(copied(reader.read(new ByteArrayInputStream(archive.toArray()))))
                        .as(rule.name())
                        .isEqualTo(archive);
            }
        }
    }

    @Test
    void theMailsAndThePreambleAreTheWholeArchive() throws IOException {
        for (Bytes bytes : archives()) {
            for (SplitRule rule : SplitRule.values()) {
                try (MailArchive archive = ArchiveReader.of(rule).read(bytes)) {
                    StringBuilder all = new StringBuilder(archive.preamble().latin1());
                    for (ArchivedMail mail : archive) {
                        assertThat(mail.offset()).isEqualTo(all.length());
                        all.append(mail.raw().latin1());
                    }
                    assertThat(all).hasToString(bytes.latin1());
                }
            }
        }
    }

    @Test
    void neitherChunksNorLimitsNorTheSourceChangeWhereMailsBegin() throws IOException {
        Random random = new Random(2);
        for (Bytes archive : archives()) {
            for (SplitRule rule : SplitRule.values()) {
                int max = random.nextInt(3) == 0 ? 1 + random.nextInt(200) : 1 << 20;
                Limits limits = Limits.builder().maxMessageBytes(max).build();
                ArchiveReader reader = ArchiveReader.of(rule).withLimits(limits);
                List<String> whole = described(reader.read(archive));
                for (int chunk :
                        new int[] {1, 2, 3, 1 + random.nextInt(100), 1 + random.nextInt(archive.length() + 1)}) {
                    ByteArrayInputStream in = new ByteArrayInputStream(archive.toArray());
                    assertThat(described(reader.withChunkBytes(chunk).read(in)))
                            .as("%s, at most %s, chunk %s", rule, max, chunk)
                            .isEqualTo(whole);
                }
            }
        }
    }

    private static Bytes rich(Random random) {
        String[] pieces = {
            "\n", "\n", "\r", ">", ">", "F", "From ", "\r\n", "kettle", "\n\nFrom a Mon May 11 08:00:00 2026\n"
        };
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : "From a Mon May 11 08:00:00 2026\n");
        int rare = 1 + random.nextInt(60);
        for (int count = random.nextInt(80); count > 0; count--) {
            text.append(random.nextInt(60) < rare ? pieces[random.nextInt(pieces.length)] : "boil the water ");
        }
        return Bytes.ofUtf8(text.toString());
    }

    private static String plainlyRestored(ArchivedMail mail) {
        String packed = mail.raw()
                .slice(
                        mail.envelopeEnd(),
                        mail.raw().length() - mail.separator().length())
                .latin1();
        StringBuilder restored = new StringBuilder();
        for (String line : packed.split("(?<=\n)", -1)) {
            boolean quoted = mail.rule() == SplitRule.MBOXRD && line.matches("(?s)>+From .*");
            String text = quoted ? line.substring(1) : line;
            boolean pair = mail.rule() != SplitRule.ANY_FROM && text.endsWith("\r\n");
            restored.append(pair ? text.substring(0, text.length() - 2) + "\n" : text);
        }
        return restored.toString();
    }

    @Test
    void theContentIsThatOfALoopOverTheLinesHoweverItIsRead() throws IOException {
        Random random = new Random(4);
        List<SplitRule> rules = List.of(SplitRule.values());
        for (int round = 0; round < 1500; round++) {
            Bytes bytes = rich(random);
            SplitRule rule = rules.get(random.nextInt(rules.size()));
            ArchiveReader reader = ArchiveReader.of(rule).withChunkBytes(1 + random.nextInt(70));
            for (MailArchive archive :
                    List.of(reader.read(bytes), reader.read(new ByteArrayInputStream(bytes.toArray())))) {
                for (ArchivedMail mail : archive) {
                    assertThat(mail.content().latin1())
                            .as("%s of %s", mail, bytes.latin1())
                            .isEqualTo(plainlyRestored(mail));
                }
                archive.close();
            }
        }
    }

    @Test
    void mailsWrittenAsMboxrdAreReadAsTheyWere() throws IOException {
        Random random = new Random(3);
        List<Bytes> bodies = archives();
        for (int round = 0; round < 50; round++) {
            List<Bytes> mails = new ArrayList<>();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ArchiveWriter writer = ArchiveWriter.mbox(out, Escaping.MBOXRD)) {
                for (int count = 1 + random.nextInt(10); count > 0; count--) {
                    Bytes mail = Bytes.of(("Subject: x\n\n"
                                    + bodies.get(random.nextInt(ARCHIVES)).latin1() + "\n\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
                    mails.add(mail);
                    writer.write(mail);
                }
            }
            ArchiveReader reader = ArchiveReader.of(SplitRule.MBOXRD).withLineEnds(LineEnds.KEEP);
            try (MailArchive archive = reader.read(Bytes.of(out.toByteArray()))) {
                assertThat(archive.stream().map(ArchivedMail::content)).isEqualTo(mails);
            }
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws IOException {
        Bytes archive = large();
        List<String> expected = described(ArchiveReader.of(SplitRule.GIT).read(archive));
        expected.remove(expected.size() - 1);
        for (int threads : new int[] {1, 2, 7}) {
            Set<String> workers = ConcurrentHashMap.newKeySet();
            List<String> results = new ArrayList<>();
            try (MailArchive mails =
                    ArchiveReader.of(SplitRule.GIT).withChunkBytes(5000).read(archive)) {
                mails.mapInOrder(
                        threads,
                        mail -> {
                            workers.add(Thread.currentThread().getName()
                                    + Thread.currentThread().getId());
                            return described(mail);
                        },
                        results::add);
            }
            assertThat(results).isEqualTo(expected);
            assertThat(workers).hasSizeBetween(1, threads);
        }
    }

    private static Bytes large() {
        RandomArchive random = new RandomArchive(4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() < 8 << 20) {
            out.writeBytes(random.next(true).toArray());
            out.write('\n');
        }
        return Bytes.of(out.toByteArray());
    }

    @Test
    void workThatFailsStopsAtTheFirstMailThatFailed() throws IOException {
        List<Long> results = new ArrayList<>();
        try (MailArchive mails = ArchiveReader.of(SplitRule.GIT).read(large())) {
            assertThatThrownBy(() -> mails.mapInOrder(
                            3,
                            mail -> {
                                if (mail.offset() > 3 << 20) {
                                    throw new IllegalStateException("mail at " + mail.offset());
                                }
                                return mail.index();
                            },
                            results::add))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageMatching("mail at 31\\d{5}");
            assertThat(results).isSorted().doesNotHaveDuplicates().isNotEmpty();
            assertThatThrownBy(() -> mails.mapInOrder(0, mail -> mail, mail -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("0");
        }
    }
}
