package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes archives out of a seed that are full of what splits, almost splits or must not split. */
final class RandomArchive {
    private static final List<String> LINES = List.of(
            "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001",
            "From pia@example.org Mon May 11 08:00:00 2026",
            "From a:1:2 b 12:34:56 95",
            "From a Mon May 11 8:00:00 2026",
            "From a Mon May 11 08:00:00   +0099",
            "From a 08:00:00 90",
            "From 1:22:33 91",
            "From ",
            "From x",
            "From",
            "Fro",
            "F",
            ">From pia@example.org Mon May 11 08:00:00 2026",
            ">>From x",
            "> From x",
            " From x",
            "",
            "",
            " ",
            "Subject: kettle",
            "From: Pia <pia@example.org>",
            "Content-Length: 10",
            "Content-Length: 47",
            "---",
            "+From x",
            "text of a mail that goes on for a while, to be longer than a chunk or two");

    private final Random random;

    RandomArchive(long seed) {
        this.random = new Random(seed);
    }

    /** Begins with an envelope line where git is to split it at all. */
    Bytes next(boolean enveloped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (random.nextInt(4) == 0) {
            write(out, " \n\r\n".substring(random.nextInt(4)));
        }
        if (enveloped) {
            write(out, LINES.get(random.nextInt(2)) + "\n");
        }
        for (int lines = random.nextInt(40); lines > 0; lines--) {
            write(out, line());
            write(out, lines == 1 && random.nextBoolean() ? "" : random.nextInt(5) == 0 ? "\r\n" : "\n");
        }
        return Bytes.of(out.toByteArray());
    }

    private String line() {
        if (random.nextInt(10) > 0) {
            return LINES.get(random.nextInt(LINES.size()));
        }
        StringBuilder odd = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
            odd.append((char) random.nextInt(256));
        }
        return odd.toString();
    }

    private static void write(ByteArrayOutputStream out, String latin1) {
        out.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }
}
