package io.github.patchwork4j.mbox.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailArchiveTest {
    private static final String ONE =
            "From anna Mon Sep 17 00:00:00 2001\nSubject: one\n\nFrom here it is text\n>From quoted\n\n";
    private static final String TWO = "From bert Tue Jan  2 10:00:00 2024\nSubject: two\n\nlast line";

    private static List<ArchivedMail> split(ArchiveReader reader, String text) {
        try (MailArchive archive = reader.read(Bytes.ofUtf8(text))) {
            return archive.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> contents(SplitRule rule, String text) {
        return split(ArchiveReader.of(rule), text).stream()
                .map(mail -> mail.content().utf8())
                .toList();
    }

    @Test
    void gitSplitsOnlyWhereATimeAndAYearEndTheLine() {
        assertThat(contents(SplitRule.GIT, ONE + TWO))
                .containsExactly("Subject: one\n\nFrom here it is text\n>From quoted\n\n", "Subject: two\n\nlast line");
    }

    @Test
    void mboxrdTakesOneQuoteOff() {
        assertThat(contents(SplitRule.MBOXRD, ONE + TWO).get(0)).contains("\nFrom quoted\n");
    }

    @Test
    void anyFromSplitsAtEveryFromAndKeepsTheEmptyLineForTheArchive() {
        assertThat(contents(SplitRule.ANY_FROM, ONE + TWO))
                .containsExactly("Subject: one\n", ">From quoted\n", "Subject: two\n\nlast line");
    }

    @Test
    void tellsIndexOffsetAndEnvelope() {
        ArchivedMail second =
                split(ArchiveReader.of(SplitRule.GIT), "\n \n" + ONE + TWO).get(1);

        assertThat(second.index()).isEqualTo(1);
        assertThat(second.offset()).isEqualTo(3 + ONE.length());
        assertThat(second.envelope().orElseThrow().utf8()).isEqualTo("From bert Tue Jan  2 10:00:00 2024");
        assertThat(second.raw().utf8()).isEqualTo(TWO);
    }

    @Test
    void aFileWithoutEnvelopeIsOneMailForGit() {
        List<ArchivedMail> mails = split(ArchiveReader.of(SplitRule.GIT), "Subject: bare\n\n" + ONE + TWO);

        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).envelope()).isEmpty();
        assertThat(mails.get(0).diagnostics())
                .extracting(Diagnostic::kind)
                .containsExactly(Diagnostic.Kind.SUSPICIOUS_SPLIT);
    }

    @Test
    void carriageReturnsGoAsInGitOrStay() {
        String text = "From a Mon Sep 17 00:00:00 2001\r\nSubject: x\r\n\r\nlone\rcr\r\n";

        assertThat(contents(SplitRule.GIT, text)).containsExactly("Subject: x\n\nlone\rcr\n");
        assertThat(split(ArchiveReader.of(SplitRule.GIT).withLineEnds(LineEnds.KEEP), text)
                        .get(0)
                        .content()
                        .utf8())
                .isEqualTo("Subject: x\r\n\r\nlone\rcr\r\n");
    }

    @Test
    void emptyMailsAndEmptyArchivesAreWhatTheyAre() {
        String from = "From a Mon Sep 17 00:00:00 2001\n";

        assertThat(contents(SplitRule.GIT, from + from)).containsExactly("", "");
        assertThat(contents(SplitRule.GIT, "")).isEmpty();
        assertThat(contents(SplitRule.ANY_FROM, " \n\n")).isEmpty();
    }

    @Test
    void theChunkSizeChangesNothing() throws IOException {
        String text = ONE + TWO + "\n" + ONE + "x".repeat(300) + "\nFrom " + "y".repeat(100) + "\n" + TWO;
        for (SplitRule rule : SplitRule.values()) {
            for (int max : new int[] {1, 7, 40, 100, 10_000}) {
                Limits limits = Limits.builder().maxMessageBytes(max).build();
                ArchiveReader reader = ArchiveReader.of(rule).withLimits(limits);
                List<String> whole = describe(reader.read(Bytes.ofUtf8(text)));
                for (int chunk = 1; chunk < 60; chunk++) {
                    MailArchive archive = reader.withChunkBytes(chunk)
                            .read(new ByteArrayInputStream(Bytes.ofUtf8(text).toArray()));
                    assertThat(describe(archive))
                            .as("%s, at most %s, chunk %s", rule, max, chunk)
                            .isEqualTo(whole);
                }
            }
        }
    }

    private static List<String> describe(MailArchive archive) throws IOException {
        try (archive) {
            return archive.stream()
                    .map(mail -> mail.offset() + " " + mail.raw().utf8() + mail.diagnostics())
                    .toList();
        }
    }

    @Test
    void aMailThatIsTooLargeIsCutAndReadingGoesOn() {
        Limits limits = Limits.builder().maxMessageBytes(100).build();
        String large = "From a Mon Sep 17 00:00:00 2001\n" + "long line\n".repeat(1000);
        List<ArchivedMail> mails = split(ArchiveReader.of(SplitRule.GIT).withLimits(limits), large + TWO);

        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).raw().length()).isEqualTo(100);
        assertThat(mails.get(0).diagnostics())
                .extracting(Diagnostic::kind)
                .containsExactly(Diagnostic.Kind.LIMIT_EXCEEDED);
        assertThat(mails.get(1).raw().utf8()).isEqualTo(TWO);
    }

    @Test
    void aMailOfOneLineThatIsTooLongIsCutNotLost() {
        Limits limits = Limits.builder().maxMessageBytes(100).build();
        List<ArchivedMail> mails =
                split(ArchiveReader.of(SplitRule.GIT).withLimits(limits), "Subject: " + "x".repeat(200));

        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).raw().length()).isEqualTo(100);
    }

    @Test
    void readsFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.mbox"), ONE + TWO);
        try (MailArchive archive = ArchiveReader.of(SplitRule.GIT).open(file)) {
            int count = 0;
            for (ArchivedMail mail : archive) {
                assertThat(mail.index()).isEqualTo(count++);
            }
            assertThat(count).isEqualTo(2);
        }
    }
}
