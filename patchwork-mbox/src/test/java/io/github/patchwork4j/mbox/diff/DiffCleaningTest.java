package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiffCleaningTest {
    private static final String PATCH = """
        --- a/cup
        +++ b/cup
        @@ -1,3 +1,3 @@
         a

        -- b
        +- c
        """;

    @Test
    void takesColoursOff() {
        String coloured = PATCH.replace("--- a/cup", "\u001b[1m--- a/cup\u001b[m")
                .replace("@@ -1,3 +1,3 @@", "\u001b[36m@@ -1,3 +1,3 @@\u001b[m")
                .replace("-- b", "\u001b[31m-- b\u001b[m")
                .replace("+- c", "\u001b[32m+\u001b[m\u001b[32m- c\u001b[K\u001b[m");

        assertThat(utf8(DiffCleaning.withoutColours(Bytes.ofUtf8(coloured)))).isEqualTo(PATCH);
    }

    @Test
    void leavesEscapesThatAreNoColours() {
        Bytes plain = Bytes.ofUtf8(PATCH);
        assertThat(DiffCleaning.withoutColours(plain)).isSameAs(plain);
        for (String text : List.of("a\u001bb", "\u001b", "x\u001b[", "x\u001b[12", "\u001b\u001b(B")) {
            assertThat(utf8(DiffCleaning.withoutColours(Bytes.ofUtf8(text)))).isEqualTo(text);
        }
    }

    @Test
    void takesDashEscapesOff() {
        String escaped = PATCH.lines()
                .map(line -> (line.startsWith("-") ? "- " + line : line) + "\n")
                .collect(Collectors.joining());
        String signed = "-----BEGIN PGP SIGNED MESSAGE-----\n\n";

        assertThat(utf8(DiffCleaning.withoutDashEscapes(Bytes.ofUtf8(signed + escaped))))
                .isEqualTo(signed + PATCH);
    }

    @Test
    void aTextWithABareDashIsNotEscaped() {
        Bytes plain = Bytes.ofUtf8("- - one\n-two\n");
        assertThat(DiffCleaning.withoutDashEscapes(plain)).isSameAs(plain);
        Bytes list = Bytes.ofUtf8("- one\n- two\n");
        assertThat(DiffCleaning.withoutDashEscapes(list)).isSameAs(list);
    }

    @Test
    void findsQuotedAndIndentedDiffs() {
        for (String prefix : List.of("> ", ">", "    ", "\t", "X", "> > ", "X ")) {
            String quoted = PATCH.lines()
                    .map(line -> (prefix + line).stripTrailing() + "\n")
                    .collect(Collectors.joining());
            String text = "Ada wrote:\n" + prefix + "hello\n" + quoted + "This is wrong.\n" + quoted;

            List<Bytes> diffs = DiffCleaning.quotedDiffs(Bytes.ofUtf8(text));

            assertThat(diffs).as(prefix).hasSize(2).allSatisfy(diff -> {
                Diff parsed = Diff.parse(diff);
                assertThat(parsed.diagnostics()).isEmpty();
                assertThat(parsed.files()).extracting(FileDiff::numstat).containsExactly("1\t1\tcup");
            });
        }
        assertThat(DiffCleaning.quotedDiffs(Bytes.ofUtf8(PATCH))).isEmpty();
    }

    @Test
    void quotedDiffsAreFoundInTime() {
        for (String line : List.of("> ", ">", " X> --- a\n", "> --- a\n> +++ b\n", "> diff --git a b\n")) {
            assertThat(DiffCleaning.quotedDiffs(Bytes.ofUtf8(line.repeat(200_000))))
                    .isNotNull();
        }
    }

    private static String utf8(Bytes bytes) {
        return bytes.utf8();
    }
}
