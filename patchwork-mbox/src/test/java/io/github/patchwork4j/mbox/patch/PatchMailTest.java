package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchMailTest {
    private static final String DIFF = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n";

    private static final String SENT = "From: a@example.org\nMessage-Id: <a@example.org>\n";

    private static PatchMail read(Dialect dialect, String text) {
        return PatchMail.of(Mail.parse(Bytes.ofUtf8(text)), dialect);
    }

    @Test
    void separatesMessageNotesAndDiff() {
        String text = "From: Anna <anna@example.org>\nSubject: [PATCH v2 1/3] x: y\n\nMessage.\n---\nnote\n\n" + DIFF
                + "-- \n2.39\n";
        PatchMail git = read(Dialect.GIT, text);
        PatchMail patchwork = read(Dialect.PATCHWORK, text);

        assertThat(git.message()).isEqualTo("Message.\n");
        assertThat(git.notes()).isEqualTo("note\n\n");
        assertThat(git.diff().orElseThrow().utf8()).isEqualTo(DIFF + "-- \n2.39\n");
        assertThat(git.diff().orElseThrow().array()).isSameAs(git.mail().raw().array());
        assertThat(git.subject().name()).isEqualTo("x: y");
        assertThat(git.subject().number()).hasValue(1);
        assertThat(patchwork.message()).isEqualTo("Message.\n---\nnote");
        assertThat(patchwork.diff().orElseThrow().utf8()).isEqualTo(DIFF);
        assertThat(patchwork.subject().name()).isEqualTo("[v2,1/3] x: y");
        assertThat(patchwork.subject().total()).hasValue(3);
        assertThat(patchwork.subject().version()).isEqualTo(2);
    }

    @Test
    void headersInTheMessageCountOnlyIfAPatchFollows() {
        String text =
                "From: Relay <relay@example.org>\nSubject: outer\n\nFrom: Anna <anna@example.org>\nSubject: inner\n\nText.\n";

        assertThat(read(Dialect.GIT, text).subject().name()).isEqualTo("outer");
        assertThat(read(Dialect.GIT, text + DIFF).subject().name()).isEqualTo("inner");
        assertThat(read(Dialect.GIT, text + DIFF).author()).contains(new MailAddress("Anna", "anna@example.org"));
    }

    @Test
    void tellsKinds() {
        assertThat(read(Dialect.PATCHWORK, SENT + "Subject: Re meep\n\n" + DIFF).kind())
                .isEqualTo(PatchMail.Kind.COMMENT);
        assertThat(read(Dialect.PATCHWORK, SENT + "Subject: [PATCH 0/2] x\n\nhello\n")
                        .kind())
                .isEqualTo(PatchMail.Kind.COVER);
        assertThat(read(Dialect.PATCHWORK, SENT + "Subject: [PATCH 0/2] x\n\n" + DIFF)
                        .kind())
                .isEqualTo(PatchMail.Kind.PATCH);
        assertThat(read(Dialect.PATCHWORK, SENT + "Subject: x\nReferences: <a@b>\n\nhello\n")
                        .kind())
                .isEqualTo(PatchMail.Kind.COMMENT);
        // What stands in In-Reply-To is a message id for a server, whatever it is.
        assertThat(read(Dialect.PATCHWORK, SENT + "Subject: x\nIn-Reply-To: <>\n\nhello\n")
                        .kind())
                .isEqualTo(PatchMail.Kind.COMMENT);
        assertThat(read(Dialect.PATCHWORK, SENT + "Subject: x\n\nhello\n").kind())
                .isEqualTo(PatchMail.Kind.OTHER);
    }

    @Test
    void patchworkDropsMailsWithoutTheHeadersItStores() {
        String patch = "Subject: [PATCH] x\n\n" + DIFF;

        assertThat(read(Dialect.PATCHWORK, SENT + patch).kind()).isEqualTo(PatchMail.Kind.PATCH);
        PatchMail dropped = read(Dialect.PATCHWORK, "From: a@example.org\n" + patch);
        assertThat(dropped.kind()).isEqualTo(PatchMail.Kind.OTHER);
        assertThat(dropped.reason()).isEqualTo("it has no header Message-Id");
        assertThat(read(Dialect.GIT, patch).kind()).isEqualTo(PatchMail.Kind.PATCH);
    }

    @Test
    void carriageReturnsThatGitWarnsOfAreReported() {
        Mail mail = Mail.parse(Bytes.ofUtf8("Subject: x\n\nText.\r\n---\n" + DIFF));

        assertThat(PatchMail.of(mail, GitOptions.DEFAULT).diagnostics())
                .containsExactly(
                        new Diagnostic(Diagnostic.Kind.MALFORMED_BODY, 12, "lines end in CR and LF, which are kept"));
        assertThat(PatchMail.of(mail, GitOptions.DEFAULT.withQuotedCr(QuotedCr.NOWARN))
                        .diagnostics())
                .isEmpty();
        assertThat(PatchMail.of(mail, GitOptions.DEFAULT.withQuotedCr(QuotedCr.STRIP))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void aCarriageReturnIsReportedInWhicheverPartOfThePatchItStands() {
        String crlf = DIFF.replace("\n", "\r\n");
        String encoded = Base64.getEncoder().encodeToString(crlf.getBytes(StandardCharsets.UTF_8));
        String plain = "Content-Type: text/plain\n\n";
        String flowed = "Content-Type: text/plain; format=flowed\n\n";

        assertThat(warnings(plain + "---\n" + DIFF, plain + DIFF)).isZero();
        assertThat(warnings(plain + "---\n" + crlf, plain + DIFF)).isOne();
        assertThat(warnings(plain + "---\n" + DIFF, plain + crlf)).isOne();
        assertThat(warnings(plain + "---\n" + crlf, flowed + DIFF, plain + DIFF))
                .isOne();
        assertThat(warnings(plain + "---\n" + DIFF, "Content-Transfer-Encoding: base64\n\n" + encoded + "\n"))
                .isOne();
        // git does not look for them in text that flows, nor for one that no line feed follows.
        assertThat(warnings(plain + "---\n" + DIFF, flowed + crlf, plain + DIFF))
                .isZero();
        assertThat(warnings(plain + "---\n" + DIFF, plain + DIFF.replace("\n", "\r \n")))
                .isZero();
    }

    private static long warnings(String... parts) {
        String mail = "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n" + String.join("\n--b\n", parts)
                + "\n--b--\n";
        return read(Dialect.GIT, mail).diagnostics().stream()
                .filter(found -> found.message().contains("CR and LF"))
                .count();
    }

    @Test
    void diagnosticsAreLookedForOnce() {
        PatchMail mail = read(Dialect.GIT, "Subject: x\n\nText.\r\n---\n" + DIFF);

        assertThat(mail.diagnostics()).hasSize(1).isSameAs(mail.diagnostics());
    }

    @Test
    void spacesWhereATabWasAreReported() {
        String patch = """
                Subject: x

                Text.
                ---
                --- a/x.c\t2026-05-11 08:00:00.000000000 +0200
                +++ b/x.c\t2026-05-11 08:01:00.000000000 +0200
                @@ -1,2 +1,2 @@
                -a
                +b
                 \tc
                """;

        assertThat(read(Dialect.GIT, patch).diagnostics()).isEmpty();
        assertThat(read(Dialect.GIT, patch.replace("\t", "        ")).diagnostics())
                .extracting(Diagnostic::kind, Diagnostic::offset)
                .containsExactly(tuple(Diagnostic.Kind.DAMAGED_DIFF, 22L));
        assertThat(read(Dialect.GIT, patch.replace("\t2026", " 1 2026")).diagnostics())
                .hasSize(1);
        assertThat(read(Dialect.GIT, patch.replace("\t2026", " v2026")).diagnostics())
                .isEmpty();
    }

    @Test
    void filesInUuencodeAndYencAreReported() {
        String text =
                "Subject: x\n\nbegin 644 to end\nno data\nbegin 644 x.patch\n#0V%T\n`\nend\n=ybegin line=128 name=x\n";

        assertThat(read(Dialect.GIT, text).diagnostics())
                .extracting(Diagnostic::offset, Diagnostic::message)
                .containsExactly(
                        tuple(37L, "a file in uuencode is not decoded"), tuple(67L, "a file in yEnc is not decoded"));
    }

    @Test
    void readsSubjectsByPatchworksRules() {
        assertThat(PatchSubject.patchwork("Re: [PATCH Core,v3 2/5][RFC] a  b", List.of("core"))
                        .name())
                .isEqualTo("[v3,2/5,RFC] a b");
        assertThat(PatchSubject.patchwork("[PATCHv3 v2PATCH1/4] x", List.of()).version())
                .isEqualTo(1);
        assertThat(PatchSubject.patchwork("[PATCHv3 v2PATCH1/4] x", List.of()).total())
                .hasValue(4);
        assertThat(PatchSubject.patchwork("[PATCH] x (v4)", List.of()).version())
                .isEqualTo(4);
        assertThat(PatchSubject.patchwork("[PATCH 1 of 2] x", List.of()).name()).isEqualTo("[1 of 2] x");
        assertThat(PatchSubject.git("[PATCHv3 1/99999999999] x").version()).isEqualTo(3);
    }

    @Test
    void aMailWithABinaryKeepsItsSignatureInPatchworksDiff() {
        String text =
                "Subject: x\n\ntext\n\ndiff --git a/p b/p\nnew file mode 100644\nindex 1..2\nGIT binary patch\nliteral 0\nHcmV?d00001\n\n-- \n2.39\n";

        assertThat(read(Dialect.PATCHWORK, text).diff().orElseThrow().utf8()).contains("-- \n2.39\n");
        assertThat(read(Dialect.PATCHWORK, text).message()).isEqualTo("text");
    }

    @Test
    void renamesAloneHaveTheHashOfNothing() {
        assertThat(PatchworkHash.of("diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n"))
                .isEqualTo("da39a3ee5e6b4b0d3255bfef95601890afd80709");
    }

    @Test
    void aCharsetThatDoesNotFitLeavesPatchworkWithoutADiff() {
        byte[] bytes = ("Subject: x\nContent-Type: text/plain; charset=us-ascii\n\n" + DIFF.replace('b', '\u00eb'))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(PatchMail.of(Mail.parse(Bytes.of(bytes)), Dialect.PATCHWORK).diff())
                .isEmpty();
        assertThat(PatchMail.of(Mail.parse(Bytes.of(bytes)), Dialect.GIT).diff())
                .isPresent();
    }

    @Test
    void undoesFlowedText() {
        assertThat(read(
                                Dialect.GIT,
                                "Subject: x\nContent-Type: text/plain; format=flowed\n\na long \nline\n stuffed\n-- \nsig\n")
                        .message())
                .isEqualTo("a long line\nstuffed\n-- \nsig\n");
    }
}
