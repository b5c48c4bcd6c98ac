package io.github.patchwork4j.mbox.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Git;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.Trailer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailEditTest {
    private static final String MAIL = """
            From: Pia <pia@example.org>
            Cc: a@example.org,
             b@example.org
            X-Spam:    low  \s
            Subject: [PATCH] kettle: heat
            cc: c@example.org

            Water gets hot.

            Signed-off-by: Pia <pia@example.org>
            ---
             kettle.c | 2 +-

            diff --git a/kettle.c b/kettle.c
            --- a/kettle.c
            +++ b/kettle.c
            @@ -1 +1 @@
            -cold
            +hot
            --\s
            2.39.5
            """;
    private static final Trailer ACK = new Trailer("Acked-by", "Ines <ines@example.org>");
    private static final Trailer ZOE = new Trailer("Reviewed-by", "Zoë <zoe@example.org>");

    private static MailEdit edit(String mail) {
        return MailEdit.of(Mail.parse(Bytes.of(mail.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static String latin1(MailEdit edit) {
        return edit.toBytes().latin1();
    }

    private static String utf8(String text) {
        return Bytes.ofUtf8(text).latin1();
    }

    @Test
    void withoutChangesTheBytesAreThoseOfTheMail() {
        Mail mail = Mail.parse(Bytes.ofUtf8(MAIL));

        assertThat(MailEdit.of(mail).toBytes()).isSameAs(mail.raw());
    }

    @Test
    void aHeaderIsReplacedWhereTheFirstOfItsNameStood() {
        assertThat(latin1(edit(MAIL).withHeader("CC", "d@example.org")))
                .isEqualTo(MAIL.replace("Cc: a@example.org,\n b@example.org\n", "CC: d@example.org\n")
                        .replace("cc: c@example.org\n", ""));
        assertThat(latin1(edit(MAIL).withHeader("X-New", "y")))
                .isEqualTo(MAIL.replace("cc: c@example.org\n", "cc: c@example.org\nX-New: y\n"));
    }

    @Test
    void headersAreAddedAndRemovedAndNothingElseChanges() {
        assertThat(latin1(edit(MAIL).withAddedHeader("Cc", "d@example.org").withoutHeader("X-SPAM")))
                .isEqualTo(MAIL.replace("X-Spam:    low   \n", "")
                        .replace("cc: c@example.org\n", "cc: c@example.org\nCc: d@example.org\n"));
        assertThat(latin1(edit(MAIL).withoutHeader("X-None"))).isEqualTo(MAIL);
    }

    @Test
    void newLinesEndAsThoseOfTheMail() {
        assertThat(latin1(edit(MAIL.replace("\n", "\r\n")).withHeader("X", "y").withTrailer(ACK)))
                .isEqualTo(MAIL.replace("cc: c@example.org\n", "cc: c@example.org\nX: y\n")
                        .replace("\n---\n", "\nAcked-by: Ines <ines@example.org>\n---\n")
                        .replace("\n", "\r\n"));
    }

    @Test
    void headersCanBeAddedToMailsThatHaveNoneOrEndInThem() {
        assertThat(latin1(edit("body text\n").withHeader("X", "y"))).isEqualTo("X: y\n\nbody text\n");
        assertThat(latin1(edit(" text\n").withHeader("X", "y"))).isEqualTo("X: y\n\n text\n");
        assertThat(latin1(edit("From x\n\ntext\n").withHeader("X", "y"))).isEqualTo("From x\nX: y\n\ntext\n");
        assertThat(latin1(edit("From x").withHeader("X", "y"))).isEqualTo("From x\nX: y\n");
        assertThat(latin1(edit("From x\ntext\n").withoutHeader("X"))).isEqualTo("From x\ntext\n");
        assertThat(latin1(edit("\r\ntext\r\n").withHeader("X", "y"))).isEqualTo("X: y\r\n\r\ntext\r\n");
        assertThat(latin1(edit("").withHeader("X", "y"))).isEqualTo("X: y\n");
        assertThat(latin1(edit("A: b").withHeader("X", "y"))).isEqualTo("A: b\nX: y\n");
        assertThat(latin1(edit("A: b\n---\ndiff").withHeader("X", "y"))).isEqualTo("A: b\nX: y\n---\ndiff");
        assertThat(latin1(edit("From x\nA: b\n>From z\nC: d\n\nt").withHeader("a", "y")))
                .isEqualTo("From x\na: y\n>From z\nC: d\n\nt");
    }

    @Test
    void noHeaderOrTrailerSmugglesInAnother() {
        MailEdit edit = edit(MAIL);
        for (String bad : List.of("x\ny", "x\ry", "x\r\nBcc: z", "x\0y")) {
            assertThatThrownBy(() -> edit.withHeader("Subject", bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Subject: " + bad);
            assertThatThrownBy(() -> edit.withAddedHeader("Subject", bad)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> edit.withTrailer(new Trailer("Link", bad)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Link: " + bad);
            assertThatThrownBy(() -> edit.withTrailer(new Trailer(bad, "x")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> edit.withHeader(bad, "x")).isInstanceOf(IllegalArgumentException.class);
        }
        for (String name : List.of("", "X Y", "X:", "From x", "Zoë")) {
            assertThatThrownBy(() -> edit.withHeader(name, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining('"' + name + '"');
            assertThatThrownBy(() -> edit.withoutHeader(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> edit.withHeader("Message-Id", "<ä@example.org>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit.withHeader("To", "ä@example.org")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRemovedHeaderIsGoneHoweverManyHeadersThereAre() {
        String many = "A: b\n".repeat(5000) + "Bcc: secret@example.org\n" + "A: b\n".repeat(10) + "\nx\n";

        assertThat(latin1(edit(many).withoutHeader("bcc")))
                .doesNotContain("secret")
                .hasSize(many.length() - 24);
    }

    @Test
    void whateverIsWrittenIntoAHeaderIsReadFromIt() {
        for (String value : List.of(
                "plain",
                "Zoë",
                "a ë b  ü c",
                "wörter ".repeat(40).strip(),
                "plain words ".repeat(40).strip(),
                "=?utf-8?q?not_encoded?= by us",
                "\u0007 bell",
                "日本語の題名です".repeat(20),
                "🍵🫖".repeat(30),
                "x".repeat(200),
                "a  b   c    " + "d ".repeat(60) + "e",
                "",
                "ends in ä")) {
            Mail mail = edit(MAIL).withHeader("Subject", value).toMail();

            assertThat(mail.subject()).isEqualTo(value);
            MailHeader subject = mail.headers().first("Subject").orElseThrow();
            assertThat(subject.raw().isAscii()).isTrue();
            boolean breakable = !value.startsWith("xxx");
            assertThat(subject.raw().utf8().lines().allMatch(line -> !breakable || line.length() <= 76))
                    .as(subject.raw().utf8())
                    .isTrue();
            assertThat(mail.headers().list()).hasSize(5);
        }
    }

    @Test
    void addressHeadersEncodeOnlyTheNames() {
        Mail mail = edit(MAIL)
                .withHeader("To", "Zoë Über <zoe@example.org>, \"Doe, Jane\" <jane@example.org>, bare@example.org")
                .toMail();

        assertThat(mail.headers().first("To").orElseThrow().value().utf8())
                .contains(" <zoe@example.org>, \"Doe, Jane\" <jane@example.org>, bare@example.org");
        assertThat(mail.addresses("To"))
                .hasToString("[Zoë Über <zoe@example.org>, Doe, Jane <jane@example.org>, bare@example.org]");
    }

    @Test
    void aTrailerGoesWhereGitPutsIt(@TempDir Path folder) throws IOException {
        Git git = new Git(folder);
        String head = "Subject: kettle\n\n";
        for (String body : List.of(
                "Hot.\n",
                "Hot.\n---\n k | 2\n",
                "Hot.\n\n---\n k | 2\n",
                "Hot.\n \n\n---\n",
                "Hot.\n\nLink: x\n",
                "Hot.\n\nLink: x\n\n\n---\nnotes\n",
                "Hot.\n\nLink: x\n  goes on\n---\n",
                "Hot.\n\nLink: x\n# comment\n\n---\n",
                "Hot.\n\nnot trailers\nLink: x\n---\n",
                "Hot.\n\nSigned-off-by: Pia <pia@example.org>\nnot\n---\n",
                "Hot.\n\nAcked-by: Ines <ines@example.org>\n---\n",
                "Hot.\n\nacked-by: INES <ines@example.org>\n---\n",
                "Hot.\n\nAcked-by: Ines <ines@example.org>\nLink: y\n---\n",
                "---\n k | 2\n",
                "\n\n---\n")) {
            List<String> command = List.of("interpret-trailers", "--trailer", ACK.toString());
            Bytes expected = git.run(Bytes.ofUtf8(head + body), command).out();

            assertThat(latin1(edit(head + body).withTrailer(ACK))).isEqualTo(expected.latin1());
        }
    }

    @Test
    void aTrailerStandsBeforeTheDiffAlsoWhereNoDashesDo() {
        assertThat(latin1(edit("Subject: x\n\nHot.\n\ndiff --git a/k b/k\n").withTrailer(ACK)))
                .isEqualTo("Subject: x\n\nHot.\n\nAcked-by: Ines <ines@example.org>\n\ndiff --git a/k b/k\n");
    }

    @Test
    void aTrailerIsNeverTakenForAHeader() {
        for (String mail : List.of("Subject: x\n", "Subject: x", "Subject: x\n\n", "Subject: x\n---\n")) {
            Mail edited = edit(mail).withTrailer(ACK).toMail();

            assertThat(edited.headers().list()).as(mail).hasSize(1);
            assertThat(edited.body().content().utf8()).as(mail).startsWith(ACK + "\n");
        }
    }

    @Test
    void aTrailerOutsideAsciiMakesAMailWithoutCharsetUtf8() {
        Mail mail = edit(MAIL).withTrailer(ZOE).toMail();

        assertThat(mail.body().charset()).contains(StandardCharsets.UTF_8);
        assertThat(mail.body().transferEncoding()).isEqualTo("8bit");
        assertThat(mail.headers().first("MIME-Version")).isPresent();
        assertThat(PatchMail.of(mail, Dialect.GIT).trailers())
                .contains(ZOE, new Trailer("Signed-off-by", "Pia <pia@example.org>"));
    }

    @Test
    void aTrailerIsWrittenInTheCharsetOfTheMailIfThatHasItsLetters() {
        String mail = "Subject: x\nContent-Type: text/plain; charset=iso-8859-1\n\nH\u00f6t.\n---\n-\u00e4\n";

        assertThat(latin1(edit(mail).withTrailer(ZOE))).isEqualTo(mail.replace("---", "\n" + ZOE + "\n---"));
    }

    @Test
    void aMailBecomesUtf8ForATrailerThatItsCharsetCannotWriteButNotItsPatch() {
        Trailer trailer = new Trailer("Reviewed-by", "Łukasz <lukasz@example.org>");
        String mail = """
                Subject: x
                Content-Type: text/plain; format=flowed; charset="iso-8859-1"
                Content-Transfer-Encoding: 7bit

                H\u00f6t.
                ---
                -\u00e4
                """;

        assertThat(latin1(edit(mail).withTrailer(trailer)))
                .isEqualTo("Subject: x\nContent-Type: text/plain; charset=UTF-8; format=flowed\n"
                        + "Content-Transfer-Encoding: 8bit\nMIME-Version: 1.0\n\n"
                        + utf8("Höt.\n\n" + trailer + "\n") + "---\n-\u00e4\n");
    }

    @Test
    void bytesThatAreInNoDeclaredCharsetAreKept() {
        Trailer ascii = ACK;
        String mail = "Subject: x\n\nH\u00f6t \u0000 \u0085.\n---\n-\u00e4\n";

        assertThat(latin1(edit(mail).withTrailer(ascii))).isEqualTo(mail.replace("---", "\n" + ascii + "\n---"));
        assertThat(latin1(edit(mail).withTrailer(ZOE))).contains(utf8("Höt ")).endsWith("---\n-\u00e4\n");
    }

    @Test
    void encodedTextsStayEncoded() {
        String text = "Höt = warm. " + "x".repeat(100) + " \n---\n+tab\t\n";
        for (String encoding : List.of("quoted-printable", "base64")) {
            String encoded = encoding.equals("base64")
                    ? Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\n"
                    : QuotedPrintable.encode(Bytes.ofUtf8(text), "\n").utf8();
            Mail mail = edit("Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
                            + encoding + "\n\n" + encoded)
                    .withTrailer(ZOE)
                    .toMail();

            assertThat(mail.raw().isAscii()).isTrue();
            assertThat(mail.body().transferEncoding()).isEqualTo(encoding);
            assertThat(mail.body().text()).isEqualTo(text.replace("---", "\n" + ZOE + "\n---"));
            assertThat(mail.body().rawBody().utf8().lines()).allMatch(line -> line.length() <= 76);
        }
    }

    @Test
    void aSignedMailIsNoLongerSignedAndItsTextPartGetsTheTrailer() {
        String mail = """
                Subject: x
                Content-Length: 205
                Content-Type: multipart/Signed; micalg="pgp-sha256";
                 protocol="application/pgp-signature"; boundary="=_b"

                preamble
                --=_b

                Hot.
                ---
                diff
                --=_b
                Content-Type: application/pgp-signature; name="signature.asc"

                -----BEGIN PGP SIGNATURE-----
                --=_b--
                """;
        Mail edited = edit(mail).withTrailer(ZOE).toMail();

        assertThat(edited.raw().latin1())
                .isEqualTo(mail.replace("Signed", "mixed")
                        .replace(
                                "--=_b\n\nHot",
                                "--=_b\nContent-Type: text/plain; charset=UTF-8\n"
                                        + "Content-Transfer-Encoding: 8bit\n\nHot")
                        .replace("---\ndiff", "\n" + utf8(ZOE + "\n") + "---\ndiff")
                        .replace(
                                "205",
                                String.valueOf(
                                        edited.raw().length() - edited.body().bodyOffset())));
        assertThat(edited.body().parts()).hasSize(2);
    }

    @Test
    void aMailWithoutPlainTextTakesNoTrailer() {
        assertThatThrownBy(() -> edit("no headers\n").withTrailer(ACK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no headers");
        MailEdit html = edit("Subject: x\nContent-Type: text/html\n\n<p>\n");

        assertThatThrownBy(() -> html.withTrailer(ACK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no part of plain text");
    }

    @Test
    void aRepeatedTrailerChangesNothing() {
        Trailer last = new Trailer("signed-off-by", "PIA <pia@example.org>");

        assertThat(latin1(edit(MAIL).withTrailer(last))).isEqualTo(MAIL);
    }

    @Test
    void textsInStatefulCharsetsTakeTrailers() {
        Charset japanese = Charset.forName("ISO-2022-JP");
        String text = Bytes.of("お湯。\n".getBytes(japanese)).latin1();
        Mail mail = edit("Subject: x\nContent-Type: text/plain; charset=iso-2022-jp\n\n" + text + "---\n")
                .withTrailer(new Trailer("Acked-by", "花子 <hanako@example.org>"))
                .toMail();

        assertThat(mail.body().text()).isEqualTo("お湯。\n\nAcked-by: 花子 <hanako@example.org>\n---\n");
    }
}
