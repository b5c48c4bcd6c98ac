package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares how diff and comment are told apart with a second reading of the same rules, in Python: which line leads from which state to
 * which, and where what was held back goes.
 */
class PythonDiffTest {
    private static final int TEXTS = Integer.getInteger("patchwork.mails", 6000);
    private static final long SEED = Long.getLong("patchwork.seed", 1);

    /** Answers each line, a text in hexadecimal, by its diff and what is left of its comment. */
    private static final String PYTHON = """
            import re, sys

            HUNK = re.compile("@@ -[0-9]+(?:,([0-9]+))? [+][0-9]+(?:,([0-9]+))? @@")
            MORE = re.compile("(old mode|new mode|deleted file mode|new file mode|copy from|copy to|rename from"
                              "|rename to|similarity index|dissimilarity index|index) ")
            NO_NEWLINE = chr(92) + " No newline at end of file"

            def separated(text):
                diff, comment, held = [], [], []
                state, seen, old, new = "text", False, 0, 0
                for line in (line + chr(10) for line in text.split(chr(10))):
                    if state == "hunk":
                        diff.append(line)
                        if not line.startswith(NO_NEWLINE):
                            old -= line[0] != "+"
                            new -= line[0] != "-"
                        if old <= 0 and new <= 0:
                            state, seen = "names", True
                        continue
                    if state == "binary" and not line.startswith("diff"):
                        diff.append(line)
                        continue
                    if state == "text" and not line.startswith(("diff ", "===", "Index: ", "--- ")):
                        comment.append(line)
                        continue
                    if state == "names" and seen and line.startswith(NO_NEWLINE):
                        diff.append(line)
                        continue
                    held.append(line)
                    flush = None
                    if state == "text":
                        state = "old" if line.startswith("--- ") else "header"
                    elif state == "binary":
                        state = "text"
                    elif state == "header":
                        state = "old" if line.startswith("--- ") else "more" if MORE.match(line) else "header"
                    elif state == "old":
                        state = "names" if line.startswith("+++ ") else None
                    elif state == "names":
                        head = HUNK.match(line)
                        if head:
                            old, new = (int(count or "1") for count in head.groups())
                        flush = "hunk" if head else "old" if line.startswith("--- ") else None
                        state = flush
                    elif state == "more":
                        if MORE.match(line):
                            flush = "more"
                        elif line.startswith("--- "):
                            flush = "old"
                        elif line.startswith(("GIT binary patch", "Binary files ")):
                            flush = "binary"
                        state = flush or "header"
                    if state is None and seen:
                        state = "header"
                    elif state is None:
                        comment, held, state = comment + held, [], "text"
                    if flush:
                        diff, held = diff + held, []
                return "".join(diff), "".join(comment + held)

            def cleaned(comment):
                text = comment.strip() + chr(10)
                footer = re.search("^(-- |_+)$", text, re.M)
                return (text[:footer.start()] if footer else text).strip()

            for line in sys.stdin:
                diff, comment = separated(bytes.fromhex(line).decode("utf-8"))
                print((diff + chr(1) + cleaned(comment)).encode("utf-8").hex() + ".")
            """;

    private static final List<String> HEADS = List.of(
            "diff --git a/x b/x",
            "diff -r 1f2e x",
            "diff of opinion",
            "difference",
            "Index: x",
            "Index of x",
            "=====",
            "== x",
            "RCS file: x,v",
            "");

    private static final List<String> EXTENDED = List.of(
            "new file mode 100644",
            "deleted file mode 100644",
            "old mode 100644",
            "new mode 100755",
            "similarity index 100%",
            "dissimilarity index 90%",
            "rename from x",
            "rename to y",
            "copy from x",
            "copy to y",
            "index 1111111..2222222 100644",
            "index",
            "rename x",
            "Binary files a/x and b/x differ",
            "GIT binary patch",
            "literal 4",
            "");

    private static final List<String> NAMES = List.of("--- a/x", "+++ b/x", "+++ b/x", "--- /dev/null", "---", "--- ");

    private static final List<String> TEXT = List.of(
            "Text.",
            "---",
            "--- x",
            "+++ x",
            "-- ",
            "2.45.0",
            "____",
            "@@ -1 +1 @@",
            " x | 2 +-",
            "\\ No newline at end of file",
            "\\ Kein Zeilenumbruch",
            "*** a/x",
            "! x",
            "");

    @Test
    void diffAndCommentAreToldApartAsTheTableOfStatesSays(@TempDir Path folder)
            throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<String> texts = Stream.generate(() -> text(random)).limit(TEXTS).toList();

        assertThat(Python.differences(PYTHON, texts, PythonDiffTest::answer, folder))
                .isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        some(random, 3, TEXT, text);
        for (int files = random.nextInt(4); files > 0; files--) {
            some(random, 3, HEADS, text);
            some(random, 4, EXTENDED, text);
            if (random.nextInt(4) == 0) {
                some(random, 4, NAMES, text);
            } else {
                text.append("--- a/x\n+++ b/x\n");
            }
            for (int hunks = random.nextInt(3); hunks > 0; hunks--) {
                hunk(random, text);
            }
            some(random, random.nextInt(3) == 0 ? 4 : 1, TEXT, text);
        }
        if (random.nextBoolean() && text.length() > 0) {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    private static void some(Random random, int bound, List<String> lines, StringBuilder text) {
        for (int i = random.nextInt(bound); i > 0; i--) {
            text.append(lines.get(random.nextInt(lines.size()))).append('\n');
        }
    }

    /** A hunk whose counts are mostly true. */
    private static void hunk(Random random, StringBuilder text) {
        int olds = 0;
        int news = 0;
        StringBuilder lines = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            String line = List.of("-a", "--- a", "+b", "++ b", " c", "", "\\ No newline at end of file", "diff x")
                    .get(random.nextInt(8));
            lines.append(line).append('\n');
            boolean counts = !line.startsWith("\\");
            olds += counts && !line.startsWith("+") ? 1 : 0;
            news += counts && !line.startsWith("-") ? 1 : 0;
        }
        olds += random.nextInt(10) == 0 ? 1 : 0;
        text.append("@@ -1").append(olds == 1 && random.nextBoolean() ? "" : "," + olds);
        text.append(" +1").append(news == 1 && random.nextBoolean() ? "" : "," + news);
        text.append(random.nextInt(9) == 0 ? " @" : " @@ f()").append('\n').append(lines);
    }

    private static String answer(String text) {
        Mail mail = Mail.parse(Bytes.ofUtf8("""
                From: Ines Okafor <ines@example.org>
                Subject: [PATCH] x
                Message-Id: <x@example.org>
                Content-Type: text/plain; charset=utf-8

                """ + text));
        PatchMail read = PatchMail.of(mail, Dialect.PATCHWORK);
        return read.diff().map(Bytes::utf8).orElse("") + "\u0001" + read.message();
    }
}
