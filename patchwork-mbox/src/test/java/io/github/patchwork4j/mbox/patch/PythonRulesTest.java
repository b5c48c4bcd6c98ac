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

/** Compares with rules of a Patchwork server that depend on what Python calls a digit, a space or the end of a line. */
class PythonRulesTest {
    private static final int TEXTS = Integer.getInteger("patchwork.mails", 4000);
    private static final long SEED = Long.getLong("patchwork.seed", 1);

    /** Answers each line, a text in hexadecimal, by its hash, the paths in it, and itself as the content of a comment. */
    private static final String PYTHON = r("""
            import hashlib, re, sys

            NAME = re.compile("^(---|#+#+#+) (#S+)")
            HUNK = re.compile("^@@ -#d+(?:,(#d+))? #+#d+(?:,(#d+))? @@")

            def inner(path):
                return "/".join(path.split("/")[1:])

            def digest(diff):
                lines = []
                for line in diff.replace("#r", "").strip().split("#n"):
                    name, hunk = NAME.match(line), HUNK.match(line)
                    if name:
                        side = "a" if name.group(1) == "---" else "b"
                        lines.append(name.group(1) + " " + side + "/" + inner(name.group(2)))
                    elif hunk:
                        lines.append("@@ -%d +%d @@" % tuple(int(count or "1") for count in hunk.groups()))
                    elif line[:1] in ("-", "+", " "):
                        lines.append(line)
                return hashlib.sha1("".join(line + "#n" for line in lines).encode("utf-8")).hexdigest()

            def paths(diff):
                names = (NAME.match(line) for line in diff.split("#n"))
                return sorted({inner(name.group(2)) for name in names if name and name.group(2) != "/dev/null"})

            def content(text):
                footer = re.search("^(-- |_+)$", text.strip() + "#n", re.M)
                return (text.strip()[:footer.start()] if footer else text).strip()

            for line in sys.stdin:
                text = bytes.fromhex(line).decode("utf-8")
                answer = [digest(text), "#x00".join(paths(text)), content(text.replace("#r", ""))]
                print("#x01".join(answer).encode("utf-8").hex() + ".")
            """);

    private static final List<String> PIECES = List.of(
            "--- a/x y",
            "+++ b/dir/x",
            "--- root",
            "+++ /dev/null",
            "--- /",
            "+++  two",
            "--- a/x\u00a0y",
            "+++ a//x",
            "--- ",
            "---",
            "@@ -1 +1 @@",
            "@@ -1,02 +3,4 @@ f(",
            "@@ -1,\u0663 +\u0661 @@",
            "@@ -1,2 +3 @@@",
            "@@ -,2 +3 @@",
            "@@ -1,2  +3 @@",
            "-- ",
            "-- \r",
            "--",
            "____",
            "_",
            "__ ",
            "-a",
            "+b",
            " c",
            "\tc",
            "",
            "",
            " ",
            "\u00a0",
            "\u2028",
            "\u0085+x",
            "\u001c",
            "\u000b-",
            "\u200b",
            "\ufeff",
            "text",
            "\ud83d\ude00");

    private static String r(String program) {
        return program.replace('#', '\\');
    }

    @Test
    void hashesPathsAndFootersAreThoseOfPython(@TempDir Path folder) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<String> texts = Stream.generate(() -> text(random)).limit(TEXTS).toList();

        assertThat(Python.differences(PYTHON, texts, PythonRulesTest::answer, folder))
                .isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextInt(12) == 0 ? "" : "\n");
        }
        return text.toString();
    }

    private static String answer(String text) {
        // An answer is looked at for no diff, so that all of its text is content.
        Mail mail = Mail.parse(
                Bytes.ofUtf8("Subject: Re: x\nContent-Type: text/plain; charset=utf-8\n\n" + text.replace("\r", "")));
        return PatchworkHash.of(text) + "\u0001" + String.join("\0", DelegationRule.paths(text)) + "\u0001"
                + PatchMail.of(mail, Dialect.PATCHWORK).message();
    }
}
