package io.github.patchwork4j.mbox.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitRuleTest {
    private static final String ENVELOPE = "From pia@example.org Mon May 11 08:00:00 2026\n";

    private static List<ArchivedMail> split(SplitRule rule, String text) {
        try (MailArchive archive = ArchiveReader.of(rule).read(Bytes.ofUtf8(text))) {
            return archive.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> contents(SplitRule rule, String text) {
        return split(rule, text).stream().map(mail -> mail.content().utf8()).toList();
    }

    private static List<String> doubts(SplitRule rule, String text) {
        return split(rule, text).stream()
                .flatMap(mail -> mail.diagnostics().stream())
                .filter(diagnostic -> diagnostic.kind() == Diagnostic.Kind.SUSPICIOUS_SPLIT)
                .map(diagnostic -> diagnostic.offset() + " " + diagnostic.message())
                .toList();
    }

    @Test
    void blankLineSplitsOnlyBehindAnEmptyLineWhichTheArchiveKeeps() {
        String text = "From - anything\nSubject: a\n\nhello\nFrom here on, text\n\nFrom b\nSubject: b\n\nbye\n\n";

        assertThat(contents(SplitRule.BLANK_LINE, text))
                .containsExactly("Subject: a\n\nhello\nFrom here on, text\n", "Subject: b\n\nbye\n");
        assertThat(contents(SplitRule.BLANK_LINE, text.replace("\n", "\r\n")))
                .containsExactly("Subject: a\n\nhello\nFrom here on, text\n", "Subject: b\n\nbye\n");
    }

    @Test
    void aContentLengthThatLeadsToAFromLineIsBelieved() {
        String body = "hello\n\nFrom pia@example.org Mon May 11 08:00:00 2026\nFrom: nobody\n";
        String text = ENVELOPE + "Content-Length: " + body.length() + "\n\n" + body + "\nFrom next\n\nbye";

        List<ArchivedMail> mails = split(SplitRule.CONTENT_LENGTH, text);

        assertThat(mails)
                .extracting(mail -> mail.content().utf8())
                .containsExactly("Content-Length: " + body.length() + "\n\n" + body, "\nbye");
        assertThat(mails.get(0).raw().utf8()).endsWith("nobody\n\n");
    }

    @Test
    void aContentLengthMayLeadToTheEndOrStraightToTheNextMail() {
        String first = ENVELOPE + "CONTENT-LENGTH:  3 \n\nabc\n";
        String second = ENVELOPE + "Content-Length: 7\n\nabc\nxyz";

        assertThat(contents(SplitRule.CONTENT_LENGTH, first + second))
                .containsExactly("CONTENT-LENGTH:  3 \n\nabc", "Content-Length: 7\n\nabc\nxyz");
    }

    @Test
    void aContentLengthThatLeadsNowhereIsNotBelieved() {
        for (String length : List.of("1", "40", "999999999999999999999", "-1", "x", "400000000")) {
            String text = ENVELOPE + "Content-Length: " + length + "\n\nhello\n\n" + ENVELOPE + "Subject: b\n\nbye\n";

            assertThat(contents(SplitRule.CONTENT_LENGTH, text))
                    .as(length)
                    .containsExactly("Content-Length: " + length + "\n\nhello\n", "Subject: b\n\nbye\n");
        }
        assertThat(doubts(SplitRule.CONTENT_LENGTH, ENVELOPE + "Content-Length: 2\n\nhello\n"))
                .containsExactly("0 Content-Length does not lead to a From line: 2");
    }

    @Test
    void theContentLengthOfTheNextMailIsNotThatOfAMailWithoutText() {
        String next = "Content-Length: 3\n\nabc\n";

        assertThat(contents(SplitRule.CONTENT_LENGTH, ENVELOPE + ENVELOPE + next))
                .containsExactly("", "Content-Length: 3\n\nabc");
    }

    @Test
    void aContentLengthInTheMiddleOfALineIsNotBelievedAlthoughFromStandsThere() {
        String text = ENVELOPE + "Content-Length: 6\n\nhello From us\n\n" + ENVELOPE + "Subject: b\n\nbye\n";

        assertThat(contents(SplitRule.CONTENT_LENGTH, text))
                .hasSize(2)
                .first()
                .isEqualTo("Content-Length: 6\n\nhello From us\n");
    }

    @Test
    void singleNeverSplits() {
        String text = ENVELOPE + "Subject: a\n\nhello\n\n" + ENVELOPE + "Subject: b\n\n>From bye\r\n";

        assertThat(contents(SplitRule.SINGLE, text))
                .containsExactly("Subject: a\n\nhello\n\n" + ENVELOPE + "Subject: b\n\n>From bye\n");
        assertThat(doubts(SplitRule.SINGLE, text))
                .containsExactly((ENVELOPE.length() + 19) + " a header follows a From line that was not taken for the"
                        + " beginning of a mail");
    }

    @Test
    void aSplitInTheMiddleOfATextIsInDoubt() {
        String first = ENVELOPE + "Subject: a\n\nI quote:\n";
        String second = "From pia@example.org Mon May 11 08:00:00 2026\nand that was it.\n";

        assertThat(doubts(SplitRule.GIT, first + second))
                .containsExactly(
                        first.length() + " From line without an empty line before it and without a header after it");
        assertThat(doubts(SplitRule.MBOXRD, first + second))
                .containsExactly(first.length() + " From line without a header after it");
        assertThat(doubts(SplitRule.GIT, first + "\n" + second))
                .containsExactly(first.length() + 1 + " From line without a header after it");
        assertThat(doubts(SplitRule.GIT, first + second.replace("and", "From: and")))
                .containsExactly(first.length() + " From line without an empty line before it");
    }

    @Test
    void anOrdinaryArchiveIsNotInDoubt() {
        String mail = ENVELOPE + "From: Pia <pia@example.org>\nSubject: a\n\nhello\nFrom here on, text\n\n";
        for (SplitRule rule :
                List.of(SplitRule.GIT, SplitRule.MBOXRD, SplitRule.BLANK_LINE, SplitRule.CONTENT_LENGTH)) {
            assertThat(doubts(rule, mail + mail + mail)).as(rule.name()).isEmpty();
        }
        assertThat(doubts(SplitRule.GIT, ENVELOPE + ">From quoted\nSubject: a\n\nhello\n\n".repeat(2)))
                .isEmpty();
    }

    @Test
    void aFromLineThatMayHaveBegunAMailIsInDoubt() {
        String first = ENVELOPE + "Subject: a\n\nhello\n\n";

        assertThat(doubts(SplitRule.GIT, first + "From - no date\nSubject: b\n\nbye\n"))
                .containsExactly(first.length()
                        + " a header follows a From line that was not taken for the beginning of a mail");
        assertThat(split(SplitRule.GIT, first + "From x\nA: b\n".repeat(1000)))
                .singleElement()
                .satisfies(mail -> assertThat(mail.diagnostics()).hasSize(100));
    }

    @Test
    void knownEnvelopeLinesBeginMails() {
        List<String> lines = List.of(
                "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001",
                "From mboxrd@z Thu Jan  1 00:00:00 1970",
                "From patchwork Tue May 12 10:00:00 2026",
                "From - Tue May 12 10:00:00 2026",
                "From MAILER-DAEMON Tue May 12 10:00:00 2026",
                "From pia at example.org  Tue May 12 10:00:00 2026",
                "From pia@example.org Tue May 12 10:00:00 2026 remote from host");
        for (String line : lines) {
            String text = ENVELOPE + "A: b\n\n" + line + "\nA: b\n";
            assertThat(split(SplitRule.GIT, text)).as(line).hasSize(2);
            assertThat(split(SplitRule.ANY_FROM, text)).as(line).hasSize(2);
        }
        for (String line : List.of(
                "From ",
                "From - ",
                "From 1234567890123456789@xxx Tue May 12 10:00:00 +0000 2026",
                "From pia@example.org Tue May 12 10:00:00 90")) {
            String text = ENVELOPE + "A: b\n\n" + line + "\nA: b\n";
            assertThat(split(SplitRule.GIT, text)).as(line).hasSize(1);
            assertThat(split(SplitRule.BLANK_LINE, text)).as(line).hasSize(2);
        }
    }

    @Test
    void aMailThatIsTooLargeForItsContentLengthIsSplitByItsLines() {
        Limits limits = Limits.builder().maxMessageBytes(60).build();
        String text = ENVELOPE + "Content-Length: 100\n\n" + "x".repeat(99) + "\n" + ENVELOPE + "A: b\n";

        try (MailArchive archive =
                ArchiveReader.of(SplitRule.CONTENT_LENGTH).withLimits(limits).read(Bytes.ofUtf8(text))) {
            assertThat(archive.stream().map(mail -> mail.length()))
                    .containsExactly((long) text.length() - ENVELOPE.length() - 5, (long) ENVELOPE.length() + 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
