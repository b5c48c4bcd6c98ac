package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import io.github.patchwork4j.mbox.mail.MimePart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares headers, parts and contents of random mails with what Python's email package makes of them. */
class PythonMailTest {
    private static final int MAILS = Integer.getInteger("patchwork.mails", 4000);
    private static final long SEED = Long.getLong("patchwork.seed", 1);
    private static final String REFUSED = "refused";

    /** Answers each line, a mail in hexadecimal, by its headers and parts. */
    private static final String PYTHON = """
            import email, io, sys
            from email.errors import HeaderParseError
            from email.header import decode_header, make_header

            def text(value):
                try:
                    parts = decode_header(value)
                except HeaderParseError:
                    parts = [(value, None)]
                try:
                    header = make_header(parts)
                except (ValueError, LookupError, TypeError):
                    header = make_header([(part, "unknown-8bit") for part, charset in parts])
                return " ".join(str(header).replace("\\0", "").split())

            def answer(mail):
                yield from (name.lower() + ": " + text(value) for name, value in mail.items())
                for part in mail.walk():
                    kind = part.get_content_maintype()
                    yield kind + "/" + part.get_content_type().split("/")[1]
                    if kind == "text":
                        yield "%s %s" % (part.get_content_charset(), part.get_payload(decode=True).hex())

            for line in sys.stdin:
                try:
                    mail = email.message_from_binary_file(io.BytesIO(bytes.fromhex(line)))
                    print("\\n".join(answer(mail)).encode("utf-8", "replace").hex() + ".")
                except (TypeError, AttributeError):
                    print("REFUSED")
            """.replace("REFUSED", REFUSED);

    @Test
    void readsMailsAsPythonDoes(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> mails = new ArrayList<>();
        for (int i = 0; i < MAILS; i++) {
            mails.add(HexFormat.of().formatHex(new OddMail(SEED + i).make()));
        }
        List<String> answers = Python.answers(PYTHON, mails, folder);
        List<String> differences = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < MAILS; i++) {
            if (answers.get(i).equals(REFUSED)) {
                refused++;
                continue;
            }
            byte[] mail = HexFormat.of().parseHex(mails.get(i));
            String theirs =
                    new String(HexFormat.of().parseHex(answers.get(i).replace(".", "")), StandardCharsets.UTF_8);
            String ours = answer(Mail.parseAsPython(Bytes.of(mail), Limits.UNTRUSTED));
            if (!ours.equals(theirs)) {
                differences.add("seed " + (SEED + i) + "\n" + new String(mail, StandardCharsets.ISO_8859_1)
                        + "\n=== ours\n" + ours + "\n=== theirs\n" + theirs + "\n");
            }
        }
        assertThat(differences).isEmpty();
        assertThat(refused).isLessThan(MAILS / 20);
    }

    private static String answer(Mail mail) {
        List<String> lines = new ArrayList<>();
        for (MailHeader header : mail.headers()) {
            lines.add(header.name().toLowerCase(Locale.ROOT) + ": " + header.text());
        }
        for (MimePart part : mail.body().walk()) {
            String type = part.contentType().type();
            lines.add(type + "/" + part.contentType().subtype());
            if (type.equals("text")) {
                String charset = part.contentType().parameter("charset").orElse("None");
                boolean ascii = charset.chars().allMatch(c -> c < 128);
                lines.add((ascii ? charset.equals("None") ? charset : charset.toLowerCase(Locale.ROOT) : "None") + " "
                        + HexFormat.of().formatHex(PythonTransfer.content(part).toArray()));
            }
        }
        return String.join("\n", lines);
    }

    /** Makes a mail of pieces that are each hard to read, the same one for the same seed. */
    private static final class OddMail {
        private static final List<String> TYPES = List.of(
                "multipart/mixed; boundary=b",
                "multipart/mixed; boundary=\"b\"",
                "multipart/mixed; boundary=\"<b>\"",
                "multipart/alternative; boundary=\"b b\"",
                "multipart/mixed;\n boundary=b--",
                "Multipart/Digest; boundary=c",
                "multipart/mixed; boundary=bc",
                "multipart/mixed; boundary=\"\"",
                "multipart/mixed; boundary*=us-ascii'en'%62",
                "multipart/mixed; boundary*0=b; boundary*1=c",
                "multipart/mixed",
                "message/rfc822",
                "message/rfc822",
                "message/delivery-status",
                "message/partial; id=x",
                "text/plain",
                "text/plain; charset=utf-8",
                "text/plain; charset=\"utf-8\" (x)",
                "text/plain; charset*=utf-8''iso-8859-1",
                "text/plain; CHARSET=Latin-1; charset=utf-8",
                "text/plain; x=\"a;charset=q\\\";\"; charset=koi8-r",
                "text/plain; charset=\"utf\n -8\"",
                "text/plain; charset",
                "text/html",
                "text/x-patch; charset=us-ascii",
                "text",
                "text/",
                "/plain",
                "text/plain/x",
                " text / plain ",
                "charset=utf-8",
                "",
                "application/octet-stream",
                "text/pl\u00e9in",
                "text/plain; charset=\u00e9");
        private static final List<String> HEADERS = List.of(
                "Subject: [PATCH] a",
                "subject:b",
                "Subject:   ",
                "Subject:",
                "Subject: a\n b\n\tc",
                "Subject:\n d",
                "From: \"A, B\" <a@example.org>",
                "From: Zo\u00eb <z@example.org>",
                "Message-Id: <\u00e9@x>",
                "References: <a@b>\n <c@d>",
                "X : y",
                ": y",
                "From here on",
                "From a Mon Sep 17 00:00:00 2001",
                ">From here",
                " \t ",
                " folded",
                "no header",
                "8\u00e9: x",
                "Content-Transfer-Encoding: base64",
                "Content-Transfer-Encoding: base64 ",
                "Content-Transfer-Encoding:\n base64",
                "Content-Transfer-Encoding: Quoted-Printable",
                "Content-Transfer-Encoding: 8bit");
        private static final List<String> WORDS = List.of(
                "=?utf-8?q?caf=C3=A9_?=",
                "=?UTF-8?B?IGxhaXQ=?=",
                "=?utf-8?b?IGxhaXQ?=",
                "=?utf-8?b?Q?=",
                "=?utf-8?b??=",
                "=?utf-8?b?QQ =?=",
                "=?utf-8?q?=C3?=",
                "=?utf-8?q?=A9?=",
                "=?utf-8?q?\\?=",
                "=?utf-8?q?_?=",
                "=?utf-8?q? ?=",
                "=?utf-8?q??=",
                "=?iso-8859-1?q?Zo=EB?=",
                "=?latin-1?q?=EB?=",
                "=?us-ascii?q?a?=",
                "=?ascii?q?(a)?=",
                "=?koi8-r?b?0M/exw==?=",
                "=?shift_jis?q?=83=5C?=",
                "=?shift_jis?q?=B1?=",
                "=?gb2312?b?xOO6ww==?=",
                "=?nonsense?q?a=E9?=",
                "=?utf-8*en?q?a?=",
                "=?unknown-8bit?q?=E9a?=",
                "=??q?a?=",
                "=?utf-8?x?a?=",
                "=?utf-8?q?a",
                "=?utf-8?q?a?b?=",
                "=?",
                "?=",
                "plain",
                "(c)",
                " ",
                " ",
                " ",
                "\n ",
                "\t",
                "\u000b",
                "\u001c",
                "\0",
                "\\");
        private static final List<String> LINES = List.of(
                "text",
                "",
                "",
                " ",
                "--b",
                "--b",
                "--b",
                "--b--",
                "--b--",
                "--b \t",
                "--b-- ",
                "--b b",
                "--b b--",
                "--b----",
                "--bc",
                "--bc--",
                "--c",
                "--c--",
                "--",
                "----",
                "-- ",
                "--b\u000b",
                "a\rb",
                "cr\r",
                "From x",
                "X: y",
                "Zo\u00eb",
                "aGVsbG8=",
                "=41=\n");

        private final Random random;
        private final StringBuilder out = new StringBuilder();

        OddMail(long seed) {
            random = new Random(seed);
        }

        private String one(List<String> list) {
            return list.get(random.nextInt(list.size()));
        }

        byte[] make() {
            headers();
            for (int i = random.nextInt(14); i >= 0; i--) {
                if (random.nextInt(5) == 0) {
                    headers();
                } else {
                    out.append(one(LINES)).append(random.nextInt(30) == 0 ? "\r\n" : "\n");
                }
            }
            if (random.nextInt(4) == 0) {
                out.setLength(out.length() - 1);
            }
            return out.toString().getBytes(StandardCharsets.ISO_8859_1);
        }

        private void headers() {
            for (int i = random.nextInt(4); i > 0; i--) {
                if (random.nextInt(3) == 0) {
                    words();
                } else {
                    out.append(one(HEADERS)).append('\n');
                }
            }
            if (random.nextInt(5) > 0) {
                out.append("Content-Type: ").append(one(TYPES)).append('\n');
            }
            if (random.nextInt(10) > 0) {
                out.append('\n');
            }
        }

        private void words() {
            out.append("Subject: ");
            for (int i = random.nextInt(7); i >= 0; i--) {
                out.append(one(WORDS)).append(random.nextInt(4) == 0 ? " " : "");
            }
            out.append('\n');
        }
    }
}
