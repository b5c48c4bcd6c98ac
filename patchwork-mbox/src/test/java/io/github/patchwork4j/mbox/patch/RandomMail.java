package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Makes mails out of pieces that are each hard to read, the same ones for the same seed. */
final class RandomMail {
    private static final List<String> WORDS = List.of(
            "=?utf-8?q?caf=C3=A9_au?=",
            "=?UTF-8?B?IGxhaXQ=?=",
            "=?iso-8859-1?q?Zo=EB?=",
            "=?koi8-r?b?0M/exw==?=",
            "=?utf-8?q?=C3?=",
            "=?utf-8?q?=A9_x?=",
            "=?utf-8?q?a=ZZ=?=",
            "=?utf-8?b?QQ==QUFB?=",
            "=?utf-8?q??=",
            "=?utf-8?q?a?b?=",
            "=?utf-8?q?[PATCH]?=",
            "[PATCH 1/2]",
            "[RFC]",
            "[",
            "]",
            "Re:",
            "RE: ",
            "fwd:",
            ":",
            "word",
            "  ",
            "\t",
            "Zo\u00eb",
            "\u00c3\u00a9",
            "\u000b",
            "\"q\"r",
            "(c \\) (d) e)",
            "\"q, (r \\\" s\"",
            ")",
            "x@example.org",
            "<y@example.com>",
            "<",
            ">",
            ",",
            "Anna",
            "\n ",
            "\n\t",
            "\r");
    private static final List<String> RARE_WORDS = List.of(
            "=?nonsense?q?a?=",
            "=?utf-8?q?open",
            "=?utf-8?x?a?=",
            "=?us-ascii?q?=E9?=",
            "=?utf-8*en?q?a?=",
            "=?utf-8?q?a=00b?=",
            "=?",
            "=??q?a?=",
            "\0");
    private static final List<String> LINES = List.of(
            "text",
            "",
            " ",
            "\t",
            "more text",
            "---",
            "--- ",
            "--- \t",
            "----",
            "---a",
            "--- a/x",
            "+++ b/x",
            "@@ -1 +1 @@",
            "-a",
            "+b",
            "diff --git a/x b/x",
            "diff a b",
            "Index: x",
            "-- ",
            "--",
            "2.39.5",
            " stuffed",
            "flows ",
            "  flows stuffed ",
            "-- >8 --",
            "- - >8 - - cut here - - 8< - -",
            " -- >8 -- ",
            "From: Bert <bert@example.org>",
            "from:bert@example.com",
            "Subject: in the =?utf-8?q?b=C3=B6dy?=",
            "SUBJECT: [PATCH] other",
            "Date: Tue, 12 May 2026 08:00:00 +0000",
            "[PATCH] line of a subject",
            ">From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001",
            ">From here",
            "From here",
            " continued",
            "\tcontinued",
            "X-Other: y",
            "Message-Id: <in@body>",
            "Zo\u00eb",
            "\u00c3\u00a9",
            "soft =",
            "=3D=C3=A9",
            "=E9",
            "==",
            "=zz",
            "a\rb",
            "cr\r",
            "--b",
            "--b--",
            "--bb",
            "--bb--",
            "--bx",
            "--b ",
            "nul\0nul",
            "Signed-off-by: Anna <anna@example.org>");

    private final Random random;
    private final boolean wild;
    private final StringBuilder out = new StringBuilder();

    private RandomMail(long seed, boolean wild) {
        this.random = new Random(seed);
        this.wild = wild;
    }

    /** Makes a mail; a wild one also has what git gives up on or reads by accident. */
    static Bytes of(long seed, boolean wild) {
        RandomMail mail = new RandomMail(seed, wild);
        mail.make();
        return Bytes.of(mail.out.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Makes options for {@code git mailinfo}. */
    static List<String> options(long seed) {
        Random random = new Random(~seed);
        return List.of("--scissors", "-k", "-b", "--no-inbody-headers", "--message-id", "--quoted-cr=strip").stream()
                .filter(option -> random.nextInt(4) == 0)
                .toList();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private void make() {
        if (chance(8)) {
            out.append(one(List.of("From x Mon Sep 17 00:00:00 2001\n", "\n", " \n", "\t", ">From y\n")));
        }
        for (int i = random.nextInt(7); i >= 0; i--) {
            header();
        }
        int kind = random.nextInt(4);
        if (kind == 0) {
            multipart(0);
        } else {
            part(kind == 1, false);
        }
        if (wild && chance(10)) {
            out.setLength(Math.max(0, out.length() - random.nextInt(30)));
        }
    }

    private void header() {
        out.append(one(List.of(
                "Subject", "From", "Date", "Subject", "From", "SUBJECT", "Message-ID", "X-Other", "Message-Id", "")));
        out.append(one(List.of(":", ": ", ": ", ":  ", ":\t")));
        for (int i = random.nextInt(6); i >= 0; i--) {
            out.append(wild && chance(12) ? one(RARE_WORDS) : one(WORDS));
            out.append(chance(2) ? " " : "");
        }
        out.append(one(List.of("\n", "\n", "\n", " \n", "\t\n")));
    }

    private void endHeaders() {
        out.append(wild && chance(8) ? one(List.of("", "bogus line\n", "bogus  \n", " \n", "\t\n")) : "\n");
    }

    private void part(boolean encoded, boolean inPart) {
        int charset = random.nextInt(8);
        if (charset < 4 || (inPart && !wild)) {
            out.append("Content-Type: text/plain; charset=")
                    .append(one(List.of("utf-8", "\"UTF-8\"", "iso-8859-1", "windows-1252", "utf8", "koi8-r")));
            if (chance(3)) {
                out.append(one(List.of("; format=flowed", ";\n\tformat=flowed; delsp=yes", "; FORMAT=Flowed")));
            }
            out.append('\n');
        } else if (wild && charset == 4) {
            out.append("Content-Type: text/plain; charset=")
                    .append(one(List.of("us-ascii", "nonsense", "\"utf-8", "iso-8859-1*en", "", "shift_jis")))
                    .append('\n');
        }
        String encoding = encoded ? one(List.of("base64", "quoted-printable", "Base64", "8bit", "x-base64-y")) : "";
        if (encoded) {
            out.append("Content-Transfer-Encoding: ").append(encoding).append('\n');
        }
        endHeaders();
        String text = text();
        switch (encoding) {
            case "base64", "Base64", "x-base64-y" -> base64(text);
            case "quoted-printable" ->
                out.append(chance(2) ? text : text.replace("=", "=3D").replace("e", "=\n"));
            default -> out.append(text);
        }
    }

    private void base64(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int width = wild && chance(3) ? 1 + random.nextInt(70) : 4 * (1 + random.nextInt(19));
        String line = Base64.getEncoder().encodeToString(bytes);
        for (int at = 0; at < line.length(); at += width) {
            out.append(line, at, Math.min(line.length(), at + width)).append('\n');
        }
        out.append(wild && chance(4) ? "--\nfooter of a list\n" : "");
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(14); i >= 0; i--) {
            String line = one(LINES);
            boolean spared = !wild && (line.startsWith("--b") || line.indexOf(0) >= 0);
            text.append(spared ? "text" : line).append(chance(60) && wild ? "\r\n" : "\n");
        }
        if (chance(2)) {
            text.append("---\n x | 2 +-\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n");
        }
        if (chance(8) && text.length() > 0) {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    private void multipart(int depth) {
        String boundary = wild ? one(List.of("b", "bb", "b-c", "b ", "")) : "b".repeat(depth + 1) + "=" + depth;
        out.append("Content-Type: multipart/").append(one(List.of("mixed", "alternative", "signed")));
        out.append("; boundary=\"")
                .append(boundary)
                .append('"')
                .append(one(List.of("", "; x=y")))
                .append('\n');
        endHeaders();
        out.append(chance(3) ? "preamble\n" : "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            out.append("--").append(boundary).append(chance(10) && wild ? " \n" : "\n");
            if (wild && depth < 6 && chance(3)) {
                multipart(depth + 1);
            } else {
                if (chance(3)) {
                    header();
                }
                part(chance(2), true);
            }
            out.append((wild && chance(4)) || out.charAt(out.length() - 1) == '\n' ? "" : "\n");
        }
        if (!wild || !chance(4)) {
            out.append("--").append(boundary).append("--\n").append(chance(3) ? "epilogue\n" : "");
        }
    }
}
