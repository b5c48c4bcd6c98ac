package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes a history of many kinds of commits: odd authors, odd messages, odd changes. */
final class OddHistory {
    private static final List<String> AUTHORS = List.of(
            "Anna Ånström <anna@example.org>",
            "Bert, the \"B\" Berg <bert@example.org>",
            "李小龍 <li@example.tw>",
            "O'Neil (Dev) <o.neil@example.org>",
            "A very long name that goes on for more than sixty characters, or so they say <long@example.org>",
            "Zoë Müller-Ström von und zu der langen Straße <zoe@example.org>");

    private static final List<String> MESSAGES = List.of(
            "plain: a change\n\nBody.\n\nSigned-off-by: Anna <anna@example.org>\n",
            "[tag] brackets: stay or go\n\nFrom here on\n>From quoted\nFrom 0123456789012345678901234567890123456789 Mon Sep 17\n",
            "a subject that is so long that git format-patch has to fold it over at least two lines of the header, maybe three\n",
            "größe: ändern — naïve café ☕ mit einem sehr langen Betreff, der sicher gefaltet werden muss, ja wirklich\n\nÄ.\n",
            "quoting a diff\n\n  diff --git a/x b/x\n\n> --- a/x\n> +++ b/x\n\n----\n--foo\ndiff a b\n",
            "trailers\n\nText.\n\nReviewed-by: Bert\n <bert@example.org>\nFixes: 123 (\"x\")\n[anna: note]\nSigned-off-by: Anna <a@b.org>\n",
            "no trailers\n\nText: with a colon\nand a line\n",
            "title only\n",
            "[a tag] scissors\n\nAbove.\n-- >8 --\nSubject: [b] inner\nDate: Tue, 12 May 2026 08:00:00 +0000\n\nBelow.\n",
            "headers: in the body\n\nFrom: Ines Ågren <ines@example.org>\nSubject: [x] =?utf-8?q?inn=C3=A9r?=\n folded\n\nText.\n",
            "Re: reply: like\n\nSubject: in the body\n\nLink: https://example.org/1\n",
            "two  spaces\tand tab\n\n\n\nfar away\n\n\tindented\n\nKey : value\nEmpty:\nhttps://example.org\n",
            "ends in a colon: \n\nScissors\n-- >8 --\nmore\n\n(cherry picked from commit 0123456789)\njunk\njunk\njunk\n");

    private final Git git;
    private final Path repository;
    private final ByteSink stream = new ByteSink(1 << 16);

    OddHistory(Git git, Path repository) {
        this.git = git;
        this.repository = repository;
    }

    void make(int rounds) throws IOException, InterruptedException {
        Files.createDirectory(repository);
        git.run(repository, Bytes.EMPTY, List.of("init", "-q", "-b", "main"));
        int number = 0;
        for (int round = 0; round < rounds; round++) {
            for (String message : MESSAGES) {
                commit(number++, message);
                change(number);
            }
            for (String author : AUTHORS) {
                commit(number++, "author: " + author + "\n");
                change(number);
            }
        }
        git.run(repository, stream.toBytes(), List.of("fast-import", "--quiet"));
    }

    private void commit(int number, String message) {
        line("commit refs/heads/main");
        line("author " + AUTHORS.get(number % AUTHORS.size()) + " " + (1_700_000_000 + number * 60) + " +0130");
        line("committer Carl <carl@example.org> " + (1_700_000_000 + number * 60) + " +0000");
        data(Bytes.ofUtf8(message));
    }

    private void change(int number) {
        file(
                "text " + number % 3,
                "line\n".repeat(number % 20) + "change " + number + "\nlast" + (number % 2 == 0 ? "\n" : ""));
        switch (number % 9) {
            case 0 -> file("ä \"quoted\"\tname" + number, "-- \n--- a/x\n+++ b/x\nFrom x\n");
            case 1 -> file("moved", "a\nb\nc\nd\ne\nf\n" + number + "\n");
            case 2 -> line("R moved gone/moved" + number);
            case 3 -> line("M 100755 inline script" + number + "\ndata 3\n#!\n");
            case 4 -> line("D text " + number % 3);
            case 5 -> {
                line("M 100644 inline binary");
                data(Bytes.of(new byte[] {0, 1, 2, (byte) number, (byte) (number >> 8), 0, -1}));
            }
            case 6 -> {
                line("M 100644 inline latin1");
                data(Bytes.of(new byte[] {'Z', 'o', (byte) 0xeb, '\n', (byte) ('0' + number % 10), '\n'}));
            }
            case 7 -> file("crlf", "a\rb\nc" + number + "\n");
            default -> file("empty" + number, "");
        }
    }

    private void file(String name, String content) {
        line("M 100644 inline " + (name.indexOf('"') < 0 ? name : quoted(name)));
        data(Bytes.ofUtf8(content));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\\\"").replace("\t", "\\t") + '"';
    }

    private void data(Bytes content) {
        line("data " + content.length());
        stream.write(content);
        stream.write('\n');
    }

    private void line(String text) {
        stream.write(Bytes.ofUtf8(text));
        stream.write('\n');
    }
}
