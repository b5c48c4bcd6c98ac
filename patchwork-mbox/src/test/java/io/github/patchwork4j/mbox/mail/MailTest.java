package io.github.patchwork4j.mbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTest {
    private static Mail mail(String text) {
        return Mail.parse(Bytes.ofUtf8(text));
    }

    private static String decoded(String value) {
        return EncodedWords.decode(Bytes.ofUtf8(value), 0, new ArrayList<>());
    }

    @Test
    void unfoldsAndFindsHeadersWhateverTheirCase() {
        Mail mail =
                mail("From x Mon Sep 17 00:00:00 2001\nSUBJECT:a long \n\tsubject\nReceived: 1\nReceived: 2\n\nbody\n");

        assertThat(mail.subject()).isEqualTo("a long subject");
        assertThat(mail.headers().all("received")).hasSize(2);
        assertThat(mail.headers().last("Received").orElseThrow().text()).isEqualTo("2");
        assertThat(mail.body().text()).isEqualTo("body\n");
        assertThat(mail.headers().first("subject").orElseThrow().raw().utf8())
                .isEqualTo("SUBJECT:a long \n\tsubject\n");
    }

    @Test
    void aLineThatIsNoHeaderBeginsTheBody() {
        Mail mail = mail("Subject: x\nbogus line\nmore\n");

        assertThat(mail.body().text()).isEqualTo("bogus line\nmore\n");
        assertThat(mail.diagnostics()).extracting(Diagnostic::kind).containsExactly(Diagnostic.Kind.MALFORMED_HEADER);
    }

    @Test
    void headersThatAreThereTwiceAreReported() {
        Mail mail = mail("From: Anna <anna@example.org>\nReceived: 1\nReceived: 2\nfrom: Bert <bert@example.org>\n\n");

        assertThat(mail.diagnostics())
                .containsExactly(new Diagnostic(Diagnostic.Kind.MALFORMED_HEADER, 54, "2 times there: From"));
    }

    @Test
    void hiddenCharactersAreReportedAndWrittenOut() {
        Mail mail = mail(
                "From: =?utf-8?q?Anna_=E2=80=AEgro.elpmaxe?= <anna@example.org>\nSubject: a =?utf-8?q?=1B[2J?=\n\n");

        assertThat(mail.diagnostics())
                .extracting(Diagnostic::kind, Diagnostic::message)
                .containsExactly(
                        tuple(Diagnostic.Kind.HIDDEN_CHARACTER, "From holds <U+202E>"),
                        tuple(Diagnostic.Kind.HIDDEN_CHARACTER, "Subject holds <U+001B>"));
        assertThat(mail.from().orElseThrow().display()).isEqualTo("Anna <U+202E>gro.elpmaxe <anna@example.org>");
        assertThat(DisplayText.of(mail.subject())).isEqualTo("a <U+001B>[2J");
        assertThat(DisplayText.of("Zoë 李\u200b\ue000 \ud83d\ude00\ud83d"))
                .isEqualTo("Zoë 李<U+200B>\ue000 \ud83d\ude00<U+D83D>");
        assertThat(DisplayText.of("two\nlines\u2028\udb40\udc41")).isEqualTo("two<U+000A>lines<U+2028><U+E0041>");
    }

    @Test
    void decodesEncodedWords() {
        assertThat(decoded("=?utf-8?q?caf=C3=A9_au?= =?UTF-8?B?IGxhaXQ=?= plain"))
                .isEqualTo("café au lait plain");
        assertThat(decoded("=?utf-8*en?q?a?= b =?iso-8859-1?q?=E9?=")).isEqualTo("a b é");
        assertThat(decoded("=?utf-8?q?=C3?= =?utf-8?q?=A9?=")).isEqualTo("é");
        assertThat(decoded("x =?nonsense?q?a?= =?utf-8?q?unfinished"))
                .isEqualTo("x =?nonsense?q?a?= =?utf-8?q?unfinished");
        assertThat(decoded("größe")).isEqualTo("größe");
    }

    @Test
    void readsRawBytesThatAreNotUtf8AsWindows1252() {
        Mail mail = Mail.parse(Bytes.of("Subject: Zo\u00eb\n\n".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(mail.subject()).isEqualTo("Zoë");
    }

    @Test
    void readsAddresses() {
        assertThat(MailAddress.parseList(Bytes.ofUtf8("\"Doe, John \\\"JD\\\"\" <j@x.org>, a@b.org (Ann (x) Bee),"
                        + " List: c@d.org, =?utf-8?q?E=2C_F?= <e@f.org>; <>")))
                .containsExactly(
                        new MailAddress("Doe, John \"JD\"", "j@x.org"),
                        new MailAddress("Ann (x) Bee", "a@b.org"),
                        new MailAddress("", "c@d.org"),
                        new MailAddress("E, F", "e@f.org"),
                        new MailAddress("", ""));
    }

    @Test
    void readsDates() {
        assertThat(MailDate.parse("Mon, 02 Mar 2026 08:01:00 +0100")).hasToString("Optional[2026-03-02T08:01+01:00]");
        assertThat(MailDate.parse("2 Mar 26 8:01 EST (winter)")).hasToString("Optional[2026-03-02T08:01-05:00]");
        assertThat(MailDate.parse("Mon Mar  2 08:01:09 2026")).hasToString("Optional[2026-03-02T08:01:09Z]");
        assertThat(MailDate.parse("2026-03-02T08:01:00+01:00")).hasToString("Optional[2026-03-02T08:01+01:00]");
        assertThat(MailDate.parse("@1000000000 +0200")).hasToString("Optional[2001-09-09T03:46:40+02:00]");
        for (String absurd : List.of(
                "", "yesterday", "Mon, 32 Mar 2026 08:01:00", "2 Mar 207777777777 8:01", "2 Mar 2026 8:01 -9900")) {
            assertThat(MailDate.parse(absurd)).as(absurd).isEmpty();
        }
    }

    @Test
    void readsIdsNearestFirst() {
        Mail mail = mail("Message-ID: (x) <a@x>\nIn-Reply-To: <c@x>\nReferences: <b@x>\n <c@x>\n\n");

        assertThat(mail.messageId()).contains(MessageId.of("a@x"));
        assertThat(mail.references()).containsExactly(MessageId.of("b@x"), MessageId.of("c@x"));
        assertThat(mail.parents()).containsExactly(MessageId.of("c@x"), MessageId.of("b@x"));
    }

    @Test
    void opensMultiparts() {
        Mail mail = mail("""
                Content-Type: multipart/mixed; boundary="b"

                preamble
                --b

                one
                --b\s
                Content-Type: multipart/alternative; boundary=bb

                --bb
                Content-Transfer-Encoding: base64

                w6k
                --bb--
                --b
                Content-Type: text/x-patch; charset=us-ascii
                Content-Transfer-Encoding: quoted-printable

                a=3Db=
                c
                """);

        assertThat(mail.body().parts()).hasSize(3);
        assertThat(mail.body().parts().get(0).text()).isEqualTo("one");
        assertThat(mail.body().parts().get(1).parts().get(0).text()).isEqualTo("é");
        assertThat(mail.body().parts().get(2).text()).isEqualTo("a=bc\n");
        assertThat(mail.body().walk()).hasSize(5);
        assertThat(mail.diagnostics()).extracting(Diagnostic::kind).containsExactly(Diagnostic.Kind.MALFORMED_BODY);
    }

    @Test
    void joinsParametersThatAreContinuedOrEncoded() {
        ContentType type = ContentType.parse(Bytes.ofUtf8("multipart/mixed; boundary*0=\"a;\"; boundary*1=b;"
                + " charset*=utf-8'en'koi8%2Dr; name*0*=iso-8859-1''caf%E9; name*1=%41; x*=y; x=z; odd*1=q"));

        assertThat(type.parameters())
                .containsEntry("boundary", "a;b")
                .containsEntry("charset", "koi8-r")
                .containsEntry("name", "caf\u00e9%41")
                .containsEntry("x", "z")
                .containsEntry("odd", "");
    }

    @Test
    void aBodyWithoutEncodingIsASliceOfTheInput() {
        Mail mail = mail("Subject: x\n\nbody\n");

        assertThat(mail.body().content().array()).isSameAs(mail.raw().array());
    }
}
