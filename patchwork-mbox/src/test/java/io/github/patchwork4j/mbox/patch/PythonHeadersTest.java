package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares what a Patchwork server takes from headers with the patterns that describe it, as Python runs them. */
class PythonHeadersTest {
    private static final int TEXTS = Integer.getInteger("patchwork.mails", 4000);
    private static final long SEED = Long.getLong("patchwork.seed", 1);

    /** Answers each line, a text in hexadecimal, by what it says as a subject, as ids and as the name of a list. */
    private static final String PYTHON = """
            import re, sys

            # What no column of the server holds is no number here.
            def fit(*digits):
                return all(int(number) < 2 ** 31 for number in digits)

            def subject(text):
                text = re.sub(r"^(re|fwd?)[:\\s]\\s*", "", text, count=1, flags=re.I)
                tokens = []
                bracket = re.match(r"\\[([^\\]]*)\\]\\s*(.*)$", text)
                while bracket:
                    inner, text = bracket.groups()
                    marker = re.match(r"PATCH (\\d+ of \\d+)(.*)", inner)
                    if marker:
                        tokens.append(marker.group(1))
                        inner = marker.group(2)
                    tokens += [t for t in re.split(r"[,\\s]+", inner) if t and t.lower() not in ("patch", "kiosk")]
                    bracket = re.match(r"\\[([^\\]]*)\\]\\s*(.*)$", text)
                text = text.strip()
                return tokens, "[" + ",".join(tokens) + "] " + text if tokens else text

            def marker(tokens):
                for token in tokens:
                    found = re.match(r".*?([0-9]+)(?:/| of )([0-9]+)$", token)
                    if found and fit(*found.groups()):
                        return [int(number) for number in found.groups()]
                return [None, None]

            def version(tokens, name):
                for token in tokens:
                    found = re.match(r"[vV](\\d+)$", token)
                    if found and fit(found.group(1)):
                        return int(found.group(1))
                found = [number for number in re.findall(r"\\([vV](\\d+)\\)", name) if fit(number)]
                return int(found[0]) if found else 1

            def one_id(text):
                found = re.search(r"<[^>]+>", text)
                return found.group(0) if found else text

            def ids(text):
                found = [one_id(text)] if text else []
                return list(dict.fromkeys(found + re.findall(r"<[^>]+>", text)[::-1]))

            def list_id(text):
                found = re.match(r".*<([^>]+)>.*", text) or re.match(r"(\\S+)$", text)
                return found.group(1) if found else None

            for line in sys.stdin:
                text = " ".join(bytes.fromhex(line).decode("utf-8").split())
                tokens, name = subject(text)
                reply = re.match(r"re[:\\s]", text, re.I) is not None
                answer = [name, "\\x02".join(tokens), *marker(tokens), version(tokens, name), reply]
                answer += [one_id(text) or None, "\\x02".join(ids(text)), list_id(text)]
                shown = "\\x01".join("-" if part is None else str(part) for part in answer)
                print(shown.encode("utf-8").hex() + ".")
            """;

    private static final List<String> PIECES = List.of(
            "[",
            "]",
            "[PATCH ",
            "[PATCH] ",
            "PATCH",
            "Kiosk",
            "\u212Aiosk",
            "kio\u017fk",
            "K\u0130osk",
            "RFC",
            "Re: ",
            "RE ",
            "re",
            "Fwd: ",
            "fw:",
            "fwd",
            ",",
            ", ",
            " ",
            "\u00a0",
            "\u3000",
            "v2",
            "V03",
            "v\u0663",
            "v1\ud835\udfd7",
            "v2147483647",
            "v99999999999",
            "v\u00b2",
            "(v4)",
            "(V\u0665)",
            "(v)",
            "((v6)",
            "1/2",
            "01/12",
            "1 of 3",
            "\u0661 of \u0662",
            "\ud835\udfd7 of 9",
            "x3/4",
            "3/4x",
            "5/",
            "/6",
            "1/99999999999",
            "2/2147483647",
            "(v3000000000)",
            "<a@example.org>",
            "<b@example.org>",
            "<a@example.org>",
            "c@example.org",
            "<",
            ">",
            "<>",
            "< >",
            "<<d>",
            "kettle: boil",
            "\ud83d\ude00");

    @Test
    void headersAreReadAsThePatternsSay(@TempDir Path folder) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<String> texts = Stream.generate(() -> text(random)).limit(TEXTS).toList();

        assertThat(Python.differences(PYTHON, texts, PythonHeadersTest::answer, folder))
                .isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "[PATCH " : "");
        for (int i = random.nextInt(9); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String answer(String text) {
        String word = "=?utf-8?b?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
        StringBuilder headers = new StringBuilder();
        for (String name : List.of("Subject", "Message-Id", "In-Reply-To", "References", "List-Id")) {
            headers.append(name).append(": ").append(word).append('\n');
        }
        Mail mail = Mail.parse(Bytes.ofUtf8(headers + "\n\n"));
        PatchSubject subject = PatchMail.patchwork(mail, List.of("kiosk")).subject();
        boolean reply = SubjectReader.isReply(SubjectReader.patchworkText(mail));
        return String.join(
                "\u0001",
                subject.name(),
                String.join("\u0002", subject.prefixes()),
                shown(subject.number()),
                shown(subject.total()),
                String.valueOf(subject.version()),
                reply ? "True" : "False",
                PatchworkIds.messageId(mail).orElse("-"),
                String.join("\u0002", PatchworkIds.references(mail)),
                ProjectRule.listIds(mail).stream().findFirst().orElse("-"));
    }

    private static String shown(OptionalInt number) {
        return number.isEmpty() ? "-" : String.valueOf(number.getAsInt());
    }
}
