package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes mails by a grammar, as mailers and people write them and not always well, the same ones for the same seed. Where {@link
 * RandomMail} throws pieces together, text here is encoded in the charset and the transfer encoding that is told.
 */
final class PlausibleMail {
    /** Texts, each with charsets that have all of its characters. */
    private static final Map<String, List<String>> LANGUAGES = Map.of(
            "Fix the kettle lid",
            List.of("us-ascii", "utf-8", "ISO-8859-1", "windows-1252", "iso-2022-jp", "ascii", "ANSI_X3.4-1968"),
            "Z\u00fcge f\u00fcr Zo\u00eb \u00e0 caf\u00e9",
            List.of("utf-8", "iso-8859-1", "ISO-8859-15", "windows-1252", "latin1", "iso-8859-9", "cp1252", "ISO88591"),
            "\u0161koda \u017elut\u00fd k\u016f\u0148",
            List.of("utf-8", "iso-8859-2", "windows-1250"),
            "\u0427\u0430\u0439 \u0438 \u043a\u043e\u0444\u0435",
            List.of("UTF-8", "koi8-r", "KOI8-U", "windows-1251", "iso-8859-5", "ibm866"),
            "\u304a\u8336\u3092\u6df9\u308c\u308b",
            List.of("utf-8", "iso-2022-jp", "Shift_JIS", "EUC-JP", "ISO-2022-JP"),
            "\u8336\u58f6\u7684\u76d6\u5b50",
            List.of("utf-8", "gb2312", "GBK", "gb18030"),
            "\u8336\u58fa\u84cb\u5b50",
            List.of("UTF-8", "big5"),
            "\ucc28\ub97c \ub053\uc774\ub2e4",
            List.of("utf-8", "euc-kr", "EUC-KR"),
            "\u03a4\u03c3\u03ac\u03b9",
            List.of("utf-8", "iso-8859-7", "windows-1253"));

    private static final List<String> TEXTS =
            LANGUAGES.keySet().stream().sorted().toList();

    private static final List<String> PREFIXES = List.of(
            "[PATCH] ",
            "[PATCH v2 1/3] ",
            "[RFC PATCH net-next,v3 02/10] ",
            "[patch] ",
            "Re: ",
            "RE: [PATCH] ",
            "Re:Re: ",
            "[foo] [PATCH] ",
            "[PATCH][foo] ",
            "[foo][bar] ",
            "Fwd: [PATCH] ",
            "[[PATCH] x] ",
            "[PATCH 1/2]",
            "[ ",
            "Aw: ",
            "re : ",
            "[PATCH RESEND] re: ",
            ": ",
            "[]",
            "[PATCH");

    private static final List<String> SCISSORS = List.of(
            "-- >8 --",
            "--- 8< ---",
            "---8<---",
            "-----%<-----",
            "- - - - >% - - -",
            "-->8-- cut here --8<--",
            ">8",
            "8<8<8<8<",
            "-- >8 -- please cut this line away --",
            "  --->8---  ",
            "---------- 8< ----------",
            "- 8< -",
            "----8<-- x",
            "-----8<",
            "-- 8 < --",
            "-------- >8 -------- This is longer than what is cut ----",
            "---- >8 ----\u00a0");

    private static final List<String> BREAKS = List.of(
            "---",
            "--- ",
            "---\t",
            "----",
            "--- x",
            "---x",
            "-- ",
            "--",
            "\u2014",
            "***",
            "===",
            "--- a/f",
            "diff -ru a/f b/f",
            "diff -",
            "diff f g",
            "Index: f",
            "Index:f",
            "index: f",
            "diff --git a/f b/f",
            "+++ b/f",
            "@@ -1 +1 @@",
            "*** a/f");

    private static final String DIFF =
            "diff --git a/f b/f\nindex 1..2 100644\n--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n a\n-b\n+%s\n c\n";

    private static final List<String> PATCHES = List.of(
            "---\n f | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n\n" + DIFF + "-- \n2.39.5\n\n",
            DIFF,
            "---\nv2: %s\n\n" + DIFF,
            "--- \n" + DIFF,
            """
            Index: f
            ===================================================================
            --- f\t(revision 1)
            +++ f\t(working copy)
            @@ -1 +1 @@
            -a
            +%s
            """,
            "--- f.orig\t2026-05-12 08:00:00.000000000 +0200\n+++ f\t2026-05-12\n@@ -1 +1 @@\n-a\n+%s\n",
            "diff -Nru f.orig f\n--- f.orig\n+++ f\n@@ -1 +1 @@\n-a\n+%s\n",
            "*** f.orig\n--- f\n***************\n*** 1 ****\n! a\n--- 1 ----\n! %s\n",
            "");

    private static final List<String> ADDRESSES = List.of(
            "%s <anna@example.org>",
            "\"%s\" <anna@example.org>",
            "anna@example.org (%s)",
            "%s <anna@example.org> (comment)",
            "\"%s, Anna\" <anna@example.org>",
            "<anna@example.org>",
            "anna@example.org",
            "%s",
            "\"%s\\\"q\\\"\"  <a.b+c@example.co.uk>",
            "Anna (the %s) Bell <anna@example.org>",
            "anna at example.org (%s)",
            "%s <anna@example.org>, Bert <bert@example.org>",
            "\"anna@example.org\" <anna@example.org>",
            "%s via list <list@example.org>",
            "%s <>",
            "%s\t<anna@example.org>",
            "'%s' <anna@example.org>");

    private static final List<String> DATES = List.of(
            "Tue, 12 May 2026 08:00:00 +0000",
            "12 May 2026 08:00 -0700 (PDT)",
            "Tue May 12 08:00:00 2026",
            "yesterday",
            "",
            "Tue, 12 May 2026\n 08:00:00 GMT");

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private boolean accident;
    private int boundaries;

    private PlausibleMail(long seed) {
        this.random = new Random(seed);
        make();
    }

    static PlausibleMail of(long seed) {
        return new PlausibleMail(seed);
    }

    Bytes bytes() {
        return Bytes.of(out.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether the mail has what git reads only by accident, so that it is read as by git only with git's bugs. */
    boolean hasAccident() {
        return accident;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private static String encoded(String text, String charset) {
        String name = charset.equals("ISO88591") ? "iso-8859-1" : charset;
        return new String(text.getBytes(Charset.forName(name)), StandardCharsets.ISO_8859_1);
    }

    private void make() {
        if (chance(3)) {
            out.append("From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n");
        }
        List<Runnable> headers = new ArrayList<>(List.of(
                () -> header("Subject", one(PREFIXES) + words() + (chance(3) ? "\n " + words() : "")),
                () -> header("From", one(ADDRESSES).formatted(words())),
                () -> header("Date", one(DATES)),
                () -> header("To", "list@example.org,\n\tcarl@example.org"),
                () -> header(one(List.of("Message-ID", "Message-Id", "message-id")), "<20260512.1@example.org>"),
                () -> header("MIME-Version", "1.0"),
                () -> header("Received", "from a by b\n\twith c;\n  Tue, 12 May 2026 08:00:00 +0000"),
                () -> header("X-Text", words())));
        Collections.shuffle(headers, random);
        headers.subList(0, 3 + random.nextInt(6)).forEach(Runnable::run);
        if (chance(12)) {
            header("Subject", words());
        }
        entity(0, text(true));
        if (chance(12)) {
            String crlf = out.toString().replace("\n", "\r\n");
            // Soft breaks and boundary lines then end in CR and LF.
            accident |= crlf.contains("=\r\n") || boundaries > 0;
            out.setLength(0);
            out.append(crlf);
        }
        if (chance(15)) {
            out.setLength(out.length() - Math.min(out.length(), 1 + random.nextInt(3)));
            accident |= boundaries > 0;
        }
    }

    private void header(String name, String value) {
        String end = chance(15) ? one(List.of(" ", "\t", "  ")) : "";
        out.append(chance(6) ? name.toUpperCase(Locale.ROOT) : name)
                .append(one(List.of(": ", ": ", ": ", ":", ":  ", ":\t")))
                .append(value)
                .append(end)
                .append('\n');
    }

    /** Some words for a header, raw or encoded. */
    private String words() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String plain = one(TEXTS);
            if (chance(2)) {
                text.append(word(plain, one(LANGUAGES.get(plain))));
            } else {
                text.append(chance(2) ? "plain words" : encoded(plain, "utf-8"));
            }
            text.append(i == 0 ? "" : one(List.of(" ", " ", "\n ", "\n\t", "  ", ": ")));
        }
        return text.toString();
    }

    /** An encoded word, or several for one text. */
    private String word(String text, String charset) {
        if (text.length() > 4 && chance(4)) {
            int middle = 1 + random.nextInt(text.length() - 2);
            String between = one(List.of(" ", "\n ", "  ", "\n\t "));
            return word(text.substring(0, middle), charset) + between + word(text.substring(middle), charset);
        }
        String raw = encoded(text, charset);
        boolean base64 = chance(2);
        String data = base64 ? Base64.getEncoder().encodeToString(raw.getBytes(StandardCharsets.ISO_8859_1)) : q(raw);
        if (base64 && chance(8)) {
            data = data.replace("=", "");
        }
        String name = chance(3) ? charset.toUpperCase(Locale.ROOT) : charset;
        return "=?" + name + "?" + (base64 ? one(List.of("b", "B")) : one(List.of("q", "Q"))) + "?" + data + "?=";
    }

    private String q(String raw) {
        StringBuilder text = new StringBuilder();
        boolean bare = chance(6);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == ' ') {
                text.append(bare ? " " : chance(2) ? "_" : "=20");
            } else if (c < 128 && (Character.isLetterOrDigit(c) || (bare && c > ' ' && c != '=' && c != '?'))) {
                text.append(c);
            } else {
                text.append(hex(c));
            }
        }
        return text.toString();
    }

    private String hex(char c) {
        return (chance(2) ? "=%02X" : "=%02x").formatted((int) c);
    }

    /** A message, with headers of its own at times, and perhaps a patch. */
    private String text(boolean opens) {
        String language = one(TEXTS);
        StringBuilder text = new StringBuilder();
        if (opens && chance(3)) {
            inBodyHeaders(text);
        }
        for (int i = random.nextInt(6); i >= 0; i--) {
            switch (random.nextInt(12)) {
                case 0 -> text.append(one(SCISSORS)).append('\n');
                case 1 ->
                    text.append(chance(4) ? one(BREAKS) : "> " + one(BREAKS)).append('\n');
                case 2 -> text.append("Signed-off-by: ").append(language).append(" <anna@example.org>\n");
                case 3 -> text.append("> ").append(language).append("\n>\n");
                case 4 -> text.append(" * indented = ").append(language).append("\n\ttab\n");
                case 5 -> inBodyHeaders(text);
                case 6 -> text.append("From here on, ").append(language).append("\n>From there\n");
                default ->
                    text.append(language)
                            .append(".\n")
                            .append(language.repeat(5))
                            .append(" \n\n");
            }
        }
        text.append(one(PATCHES).formatted(language, language));
        if (chance(6)) {
            text.append("_______________________________________________\nlist mailing list\nlist@example.org\n");
        }
        return text.toString();
    }

    private void inBodyHeaders(StringBuilder text) {
        text.append("\n".repeat(random.nextInt(3)));
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(one(List.of(
                            "From: Bert <bert@example.org>",
                            "FROM: \"Bert\" <bert@example.org>",
                            "from:Bert <bert@example.org>",
                            "Subject: [PATCH] in the\n body",
                            "Subject: =?utf-8?q?b=C3=B6dy?=\n =?utf-8?q?_more?=",
                            "subject:\tother",
                            "Date: Tue, 12 May 2026 08:00:00 +0000",
                            "Date: Tue,\n  12 May 2026",
                            "[PATCH 1/2] a title",
                            "[PATCH] a title",
                            ">From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001",
                            "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001",
                            "Cc: carl@example.org",
                            "Content-Type: text/plain",
                            "From : no header",
                            "  From: Bert <bert@example.org>",
                            "Subject:",
                            "From:")))
                    .append(chance(8) ? " \n" : "\n");
        }
        text.append(chance(3) ? "" : one(List.of("\n", "\n\n", " \n")));
    }

    /** A part or the whole of a mail: the headers that tell how it is written, an empty line, and what it holds. */
    private void entity(int depth, String text) {
        if (depth < 3 && chance(depth == 0 ? 3 : 4)) {
            multipart(depth, text);
        } else {
            leaf(depth, text, one(List.of("text/plain", "text/plain", "TEXT/PLAIN", "text/x-patch", "text/html")));
        }
    }

    private void multipart(int depth, String text) {
        String boundary =
                one(List.of("=_part_", "----=_Next.", "b", "0000000000", "Apple-Mail=_", "a b c ")) + depth + "x";
        boundaries++;
        // git takes the first boundary line of an inner multipart for text.
        accident |= depth > 0;
        boolean quoted = boundary.contains(" ") || boundary.contains("=") || chance(2);
        header(
                "Content-Type",
                "multipart/" + one(List.of("mixed", "alternative", "signed", "related", "report"))
                        + one(List.of("; ", ";\n\t", ";\n ", ";"))
                        + one(List.of("", "micalg=pgp-sha256; ", "type=\"text/html\"; "))
                        + one(List.of("boundary=", "BOUNDARY=")) + (quoted ? "\"" + boundary + "\"" : boundary)
                        + one(List.of("", "", "; charset=utf-8", ";")));
        out.append(chance(5) ? "Content-Transfer-Encoding: 7bit\n\n" : "\n");
        out.append(chance(3) ? "This is a multi-part message in MIME format.\n\n" : "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            out.append("--").append(boundary).append(chance(10) ? "  \n" : "\n");
            if (chance(3)) {
                attachment();
            } else {
                entity(depth + 1, i == 0 ? text : text(false));
            }
            out.append(out.charAt(out.length() - 1) == '\n' && chance(2) ? "" : "\n");
        }
        out.append("--").append(boundary).append("--\n").append(chance(3) ? "\nepilogue\n" : "");
    }

    private void attachment() {
        switch (random.nextInt(4)) {
            case 0 -> {
                header("Content-Type", "application/pgp-signature; name=\"signature.asc\"");
                out.append(
                        "Content-Description: OpenPGP\n\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n=abcd\n-----END PGP SIGNATURE-----\n");
            }
            case 1 -> {
                header("Content-Type", "text/html; charset=\"UTF-8\"");
                out.append("Content-Transfer-Encoding: quoted-printable\n\n<div>=3D =C3=A9</div>\n");
            }
            case 2 -> {
                header("Content-Disposition", "attachment;\n filename*=utf-8''%e2%82%ac.patch; filename=\"f.patch\"");
                leaf(
                        1,
                        one(PATCHES).formatted("b", "b"),
                        one(List.of("application/octet-stream", "text/x-diff", "application/x-patch")));
            }
            default -> {
                header("Content-Type", "message/rfc822");
                out.append(
                        "\nFrom: Carl <carl@example.org>\nSubject: inner\nDate: Tue, 12 May 2026 08:00:00 +0000\n\ninner text\n");
            }
        }
    }

    private void leaf(int depth, String text, String type) {
        List<String> fitting = TEXTS.stream()
                .filter(language -> !language.equals(TEXTS.get(0)) && text.contains(language))
                .findFirst()
                .map(LANGUAGES::get)
                .orElse(List.of("utf-8"));
        boolean mixed = text.contains("\u2014")
                || text.contains("\u00a0")
                || TEXTS.stream().filter(text::contains).count() > 1;
        String charset = mixed ? "utf-8" : one(fitting);
        boolean flowed = chance(5);
        boolean told = depth > 0 || !chance(4) || flowed;
        // git takes the next boundary line for the text of an empty part.
        accident |= depth > 0 && text.isEmpty();
        String raw = encoded(flowed ? flowed(text) : text, told ? charset : "utf-8");
        if (told) {
            header(
                    "Content-Type",
                    type
                            + one(List.of("; ", ";\n\t", ";", " ; "))
                            + one(List.of("charset=", "CHARSET=", "format=fixed; charset="))
                            + (chance(2) ? charset : "\"" + charset + "\"")
                            + (flowed
                                    ? one(List.of(
                                            "; format=flowed", "; format=flowed; delsp=yes", ";\n format=\"flowed\""))
                                    : "")
                            + one(List.of("", "", "; name=\"f.patch\"")));
        }
        switch (random.nextInt(7)) {
            case 0, 1 -> quotedPrintable(raw);
            case 2 -> base64(raw);
            case 3 ->
                out.append("Content-Transfer-Encoding: ")
                        .append(one(List.of("8bit", "7bit", "binary", "8BIT", "none")))
                        .append("\n\n")
                        .append(raw);
            default -> out.append('\n').append(raw);
        }
    }

    private String flowed(String text) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            lines.append(line.startsWith(" ") || line.startsWith("From") || line.startsWith(">") ? " " : "")
                    .append(line);
            lines.append(chance(5) ? " \n" : "\n");
        }
        lines.setLength(lines.length() - 1);
        return lines.toString();
    }

    private void quotedPrintable(String raw) {
        out.append("Content-Transfer-Encoding: ")
                .append(one(List.of("quoted-printable", "Quoted-Printable", " QUOTED-PRINTABLE")))
                .append("\n\n");
        boolean crlf = chance(12);
        // The library that converts for git takes a line that ends amid Japanese, Java does not.
        boolean breaks = chance(2) && raw.indexOf('\033') < 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\n') {
                out.append(crlf ? one(List.of("=0D\n", "=0d=0A=\n")) : chance(30) ? "=0A=\n" : "\n");
            } else if (c > '~' || c == '=' || (c < ' ' && c != '\t') || chance(40)) {
                out.append(hex(c));
            } else {
                out.append(c);
            }
            out.append(breaks && chance(25) ? "=\n" : "");
        }
    }

    private void base64(String raw) {
        out.append("Content-Transfer-Encoding: ")
                .append(one(List.of("base64", "Base64", "BASE64")))
                .append("\n\n");
        String lines = chance(4) ? raw.replace("\n", "\r\n") : raw;
        String data = Base64.getEncoder().encodeToString(lines.getBytes(StandardCharsets.ISO_8859_1));
        int width = one(List.of(76, 72, 64, 60, 4, 76, 1000, 75));
        // git decodes line by line.
        accident |= width % 4 != 0 && data.length() > width;
        for (int at = 0; at < data.length(); at += width) {
            out.append(data, at, Math.min(data.length(), at + width)).append(chance(20) ? " \n" : "\n");
        }
    }
}
