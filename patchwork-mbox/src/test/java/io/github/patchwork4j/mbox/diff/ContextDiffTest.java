package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextDiffTest {
    private static final String DIFF = """
        Index: kettle.c
        *** kettle.c.orig\tTue Sep 10 10:00:00 2002
        --- kettle.c\tTue Sep 10 10:01:00 2002
        *************** int boil(void)
        *** 1,5 ****
          a
        ! b
          c
        - d
          e
        --- 1,4 ----
          a
        ! B
          c
          e
        ***************
        *** 11,12 ****
        --- 10,13 ----
          k
        + k2
          l
        + l2
        ***************
        *** 20,22 ****
          t
        - u
          v
        --- 21,22 ----
        """;

    @Test
    void putsTheHalvesOfAHunkTogether() {
        Diff diff = parse(DIFF);
        FileDiff file = diff.files().get(0);

        assertThat(diff.diagnostics()).isEmpty();
        assertThat(file.format()).isEqualTo(DiffFormat.CONTEXT);
        assertThat(file.numstat()).isEqualTo("3\t3\tkettle.c");
        assertThat(lines(file.hunks().get(0))).containsExactly(" a", "-b", "+B", " c", "-d", " e");
        assertThat(lines(file.hunks().get(1))).containsExactly(" k", "+k2", " l", "+l2");
        assertThat(lines(file.hunks().get(2))).containsExactly(" t", "-u", " v");
        assertThat(file.hunks())
                .extracting(Hunk::toString)
                .containsExactly("Hunk[-1,5 +1,4]", "Hunk[-11,2 +10,4]", "Hunk[-20,3 +21,2]");
        assertThat(file.hunks().get(0).section().utf8()).isEqualTo("int boil(void)");
    }

    @Test
    void givesBackTheBytesOfEachHunk() {
        FileDiff file = parse(DIFF).files().get(0);
        StringBuilder joined =
                new StringBuilder(file.preamble().utf8()).append(file.header().utf8());
        for (Hunk hunk : file.hunks()) {
            assertThat(DIFF.indexOf(hunk.bytes().utf8())).isEqualTo(hunk.offset());
            joined.append(hunk.bytes().utf8());
        }

        assertThat(joined.toString()).isEqualTo(DIFF);
    }

    @Test
    void readsNewFilesAndMissingLineFeeds() {
        Diff diff = parse("""
            *** /dev/null\tThu Jan  1 00:00:00 1970
            --- b/cup\tTue Sep 10 10:01:00 2002
            ***************
            *** 0 ****
            --- 1,2 ----
            + one
            + two
            \\ No newline at end of file
            """);
        FileDiff file = diff.files().get(0);

        assertThat(diff.diagnostics()).isEmpty();
        assertThat(file.status()).isEqualTo(FileStatus.ADDED);
        assertThat(file.hunks().get(0).lines()).extracting(HunkLine::hasNewline).containsExactly(true, false);
    }

    @Test
    void reportsHalvesThatDoNotFit() {
        for (String broken : List.of(
                DIFF.replace("*** 1,5 ****", "*** 1,6 ****"),
                DIFF.replace("  c\n- d", "  C\n- d"),
                DIFF.replace("--- 10,13 ----\n", ""),
                DIFF.replace("--- 1,4 ----", "--- 1,99999999999 ----"))) {
            assertThat(parse(broken).diagnostics()).as(broken).isNotEmpty();
            assertThat(parse(broken).files().get(0).hunks()).hasSizeBetween(1, 3);
        }
    }

    @Test
    void isTextWhereOnlyWhatGitAppliesIsRead() {
        assertThat(Diff.parse(Bytes.ofUtf8(DIFF), DiffOptions.AS_GIT).files()).isEmpty();
        assertThat(Diff.parse(Bytes.ofUtf8(DIFF), DiffOptions.DEFAULT.withFormats(Set.of(DiffFormat.CONTEXT)))
                        .files())
                .hasSize(1);
    }

    @Test
    void saysTheSameAsTheUnifiedDiff(@TempDir Path directory) throws IOException {
        Git tools = new Git(directory);
        assumeTrue(hasDiff(tools), "no diff is installed");
        Random random = new Random(5);
        int hunks = 0;
        for (int round = 0; round < 120; round++) {
            List<String> lines = Stream.generate(() -> " ab-+!*".charAt(random.nextInt(7)) + "x" + random.nextInt(9))
                    .limit(random.nextInt(60))
                    .toList();
            Files.writeString(directory.resolve("a"), text(lines, random));
            Files.writeString(directory.resolve("b"), text(changed(lines, random), random));
            int width = random.nextInt(4);
            Diff context = Diff.parse(run(tools, "-C" + width));
            Diff unified = Diff.parse(run(tools, "-U" + width));

            assertThat(context.diagnostics()).isEmpty();
            assertThat(describe(context)).isEqualTo(describe(unified));
            hunks += context.files().stream()
                    .mapToInt(file -> file.hunks().size())
                    .sum();
        }
        assertThat(hunks).isGreaterThan(200);
    }

    private static boolean hasDiff(Git tools) {
        try {
            return tools.start(List.of("diff", "--version"), Bytes.EMPTY).exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Bytes run(Git tools, String option) throws IOException {
        return tools.start(List.of("diff", option, "-d", "a", "b"), Bytes.EMPTY).out();
    }

    private static String text(List<String> lines, Random random) {
        return String.join("\n", lines) + (lines.isEmpty() || random.nextInt(4) == 0 ? "" : "\n");
    }

    private static List<String> changed(List<String> lines, Random random) {
        List<String> changed = new ArrayList<>();
        for (String line : lines) {
            int what = random.nextInt(12);
            if (what > 0) {
                changed.add(what == 1 ? line + "!" : line);
            }
            if (what == 2) {
                changed.add("new" + random.nextInt(9));
            }
        }
        return changed;
    }

    private static String describe(Diff diff) {
        StringBuilder text = new StringBuilder();
        for (FileDiff file : diff.files()) {
            text.append(file.numstat()).append('\n');
            for (Hunk hunk : file.hunks()) {
                text.append(hunk).append('\n');
                hunk.lines()
                        .forEach(line -> text.append(line)
                                .append(line.hasNewline())
                                .append(line.oldNumber())
                                .append('\n'));
            }
        }
        return text.toString();
    }

    private static List<String> lines(Hunk hunk) {
        return Stream.iterate(0, i -> i < hunk.lineCount(), i -> i + 1)
                .map(i -> hunk.line(i).utf8())
                .toList();
    }

    private static Diff parse(String text) {
        return Diff.parse(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
