package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.mail.Mail;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mails that break other parsers; each would take minutes or the whole stack if it were not read in one pass. */
class HostileMailTest {
    private static PatchMail read(String text) {
        Mail mail = Mail.parse(Bytes.ofUtf8(text));
        PatchMail read = PatchMail.of(mail, Dialect.PATCHWORK);
        for (PatchMail one : List.of(PatchMail.of(mail, Dialect.GIT), read)) {
            assertThat(one.reason()).isNotEmpty();
            one.trailers();
            one.hash();
        }
        mail.from();
        mail.date();
        mail.parents();
        return read;
    }

    @Test
    void nestedMultipartsStayWithinTheDepth() {
        String nested = IntStream.range(0, 20_000)
                .mapToObj(i -> "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n")
                .collect(Collectors.joining());

        assertThat(read(nested).mail().diagnostics())
                .extracting(Diagnostic::kind)
                .contains(Diagnostic.Kind.LIMIT_EXCEEDED);
        assertThat(Mail.parse(Bytes.ofUtf8(nested), Limits.NONE).body().walk()).hasSize(20_001);
        read("Content-Type: message/rfc822\n\n".repeat(20_000));
    }

    @Test
    void manyHeadersAndPartsAreCut() {
        assertThat(read("X: y\n".repeat(500_000)).mail().headers().list()).hasSize(Limits.UNTRUSTED.maxHeaders());
        Mail mail = read("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(300_000))
                .mail();
        assertThat(mail.body().parts()).hasSize(Limits.UNTRUSTED.maxMimeParts());
    }

    @Test
    void hugeEncodedWordsAndNestedCommentsAreLinear() {
        read("Subject: =?utf-8?q?" + "=41".repeat(1_000_000) + "?=\n\n");
        read("Subject: " + "=?utf-8?q?".repeat(25_000) + "\n\n");
        read("Subject: " + "=?".repeat(120_000) + "\nReferences: " + "<".repeat(250_000) + "\n\n");
        read("From: " + "(".repeat(300_000) + "\nTo: " + "\"".repeat(300_000) + "\n\n");
        read("From: " + "(".repeat(200_000) + "a@b" + "\nSubject: " + "[".repeat(200_000) + "\n\n");
        read("Subject: " + "[a]".repeat(80_000) + "\n\n");
        read("Subject: [PATCH " + "9".repeat(200_000) + "/" + "9".repeat(40_000) + "] " + "(v".repeat(5_000) + "\n\n");
    }

    @Test
    void softBreaksAndBase64WithoutLinesAreLinear() {
        read("Content-Transfer-Encoding: quoted-printable\n\n" + "a=\n".repeat(1_400_000));
        read("Content-Transfer-Encoding: base64\n\n" + "QUFB".repeat(1_000_000));
    }

    @Test
    void namesOfCharsetsThatAreNoneAreNotLookedUp() {
        for (String name :
                List.of("x".repeat(200_000), "a\0b", "../../etc", "\u202e", "-", "java.lang.Object", " ", "*")) {
            String mail =
                    "Subject: =?" + name + "?q?a?=\nContent-Type: text/plain; charset=\"" + name + "\"\n\nb\u00e9\n";

            assertThat(read(mail).mail().body().text()).as(name).isEqualTo("b\u00e9\n");
            assertThat(PatchMail.of(Mail.parse(Bytes.ofUtf8(mail)), Dialect.PATCHWORK)
                            .message())
                    .as(name)
                    .isEqualTo("b\u00e9");
        }
    }

    @Test
    void pullRequestsAndFootersAreLinear() {
        read("Subject: [GIT PULL] x\n\n" + "The following changes since commit 1\n".repeat(50_000)
                + "are available in the git repository at:\n".repeat(50_000));
        read("Subject: x\n\n" + "_".repeat(2_000_000));
        read("Subject: x\n\n" + "diff --git a/x b/x\nindex 1..2\nGIT binary patch\n".repeat(50_000));
    }

    @Test
    void nulsLoneCarriageReturnsAndMissingLineEndsAreRead() {
        read("Subject: a\0b\n\nnul\0\n---\n--- a/x\0\n+++ b/x\n");
        read("Subject: x\r\rdiff --git a/x b/x\r--- a/x\r+++ b/x\r@@ -1 +1 @@\r-a\r+b\r");
        read("");
        read("\n\n");
        read("Subject");
        read("Subject:");
        read("Subject:\n ");
        read("Content-Type: multipart/mixed; boundary=\"");
    }

    @Test
    void randomPiecesNeverThrow() {
        String[] pieces = {
            "Subject: ",
            "From: ",
            "=?utf-8?q?",
            "?=",
            "[PATCH",
            "1/2",
            "]",
            "\n",
            "\n\n",
            "--b\n",
            "--b--\n",
            "---\n",
            "diff --git a/x b/x\n",
            "--- a/x\n",
            "+++ b/x\n",
            "@@ -1,2 +1 @@\n",
            "-",
            "+",
            " ",
            "<",
            ">",
            "(",
            "\"",
            "\\",
            "@",
            ":",
            "\0",
            "\r",
            "é",
            "-- \n",
            "Content-Type: multipart/mixed; boundary=b\n",
            "Content-Transfer-Encoding: base64\n",
            "Date: ",
            "1",
            "Mar",
            "+0100",
            "Re: ",
            "GIT binary patch\n",
            "index 1..2\n",
            "Signed-off-by: x\n",
            "@@ -",
            ",",
            "of 2",
            "(v",
            "3)",
            "Message-Id: ",
            "a@b",
            "=",
            "%"
        };
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(30); j >= 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            read(text.toString());
        }
    }
}
