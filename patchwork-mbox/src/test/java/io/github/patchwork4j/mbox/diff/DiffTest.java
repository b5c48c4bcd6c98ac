package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiffTest {
    private static final String MAIL = """
            Boil the water first.

            Signed-off-by: Ada <ada@example.com>
            ---
             kettle.c | 3 ++-
             1 file changed, 2 insertions(+), 1 deletion(-)

            diff --git a/kettle.c b/kettle.c
            index 3b18e51..95d09f2 100644
            --- a/kettle.c
            +++ b/kettle.c
            @@ -10,4 +10,5 @@ int boil(void)
             {
            -\tcold();
            +\twarm();
            +\thot();
             }
             done
            diff --git a/lid b/box/lid
            old mode 100644
            new mode 100755
            similarity index 100%
            rename from lid
            rename to box/lid
            --\s
            2.39.5
            """;

    @Test
    void findsTheFilesOfAMail() {
        Diff diff = parse(MAIL);

        assertThat(diff.files()).extracting(FileDiff::status).containsExactly(FileStatus.MODIFIED, FileStatus.RENAMED);
        assertThat(diff.files()).extracting(FileDiff::numstat).containsExactly("2\t1\tkettle.c", "0\t0\tbox/lid");
        assertThat(diff.addedLines()).isEqualTo(2);
        assertThat(diff.deletedLines()).isEqualTo(1);
        assertThat(diff.diagnostics()).isEmpty();
        assertThat(diff.orphanHunks()).isEmpty();
    }

    @Test
    void keepsTheTextAroundTheFiles() {
        Diff diff = parse(MAIL);

        assertThat(diff.files().get(0).preamble().utf8()).startsWith("Boil").endsWith("deletion(-)\n\n");
        assertThat(diff.files().get(1).preamble()).isEqualTo(Bytes.EMPTY);
        assertThat(diff.trailer().utf8()).isEqualTo("-- \n2.39.5\n");
    }

    @Test
    void tellsEverythingOfAHeader() {
        FileDiff kettle = parse(MAIL).files().get(0);
        FileDiff lid = parse(MAIL).files().get(1);

        assertThat(kettle.format()).isEqualTo(DiffFormat.GIT);
        assertThat(kettle.oldId()).contains("3b18e51");
        assertThat(kettle.newId()).contains("95d09f2");
        assertThat(kettle.oldMode()).contains(FileMode.of(0100644));
        assertThat(kettle.path().raw().utf8()).isEqualTo("b/kettle.c");
        assertThat(kettle.path().prefix().utf8()).isEqualTo("b/");
        assertThat(kettle.header().utf8()).startsWith("diff --git").endsWith("+++ b/kettle.c\n");
        assertThat(lid.oldPath().orElseThrow().display()).isEqualTo("lid");
        assertThat(lid.newPath().orElseThrow().display()).isEqualTo("box/lid");
        assertThat(lid.similarity()).hasValue(100);
        assertThat(lid.newMode().orElseThrow().isExecutable()).isTrue();
        assertThat(lid.summary().utf8()).isEqualTo(" rename lid => box/lid (100%)\n mode change 100644 => 100755\n");
    }

    @Test
    void givesTheLinesOfAHunkOnRequest() {
        Hunk hunk = parse(MAIL).files().get(0).hunks().get(0);

        assertThat(hunk.section().utf8()).isEqualTo("int boil(void)");
        assertThat(hunk.oldStart()).isEqualTo(10);
        assertThat(hunk.oldCount()).isEqualTo(4);
        assertThat(hunk.newCount()).isEqualTo(5);
        assertThat(hunk.lineCount()).isEqualTo(6);
        assertThat(hunk.line(1).utf8()).isEqualTo("-\tcold();");
        assertThat(hunk.lines())
                .extracting(line -> line.kind().name().charAt(0) + " " + line.oldNumber() + " " + line.newNumber())
                .containsExactly("C 10 10", "D 11 0", "A 0 11", "A 0 12", "C 12 13", "C 13 14");
        assertThat(hunk.lines()).allMatch(HunkLine::hasNewline);
    }

    @Test
    void marksLinesWithoutLineFeed() {
        Hunk hunk = parse("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ Pas de fin de ligne\n+b\n")
                .files()
                .get(0)
                .hunks()
                .get(0);

        assertThat(hunk.lines()).extracting(HunkLine::hasNewline).containsExactly(false, true);
        assertThat(hunk.lines()).extracting(line -> line.text().utf8()).containsExactly("a", "b");
    }

    @Test
    void aLineWhoseLineFeedWasCutOffHasOneInItsFile() {
        byte[] text = "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+warm and more".getBytes(StandardCharsets.UTF_8);
        Bytes cut = Bytes.of(text, 0, text.length - " and more".length());
        Bytes atTheEnd = Bytes.of(cut.toArray());

        for (Bytes diff : List.of(cut, atTheEnd)) {
            HunkLine line =
                    Diff.parse(diff).files().get(0).hunks().get(0).lines().get(0);
            assertThat(line.bytes().utf8()).isEqualTo("warm\n");
        }
    }

    @Test
    void keepsPathsAsBytes() {
        Diff diff = parse("diff --git \"a/caf\\351\" \"b/caf\\351\"\nold mode 100644\nnew mode 100755\n");
        DiffPath path = diff.files().get(0).path();

        assertThat(path.bytes().latin1()).isEqualTo("café");
        assertThat(path.display()).isEqualTo("caf\ufffd");
        assertThat(path.quoted()).isEqualTo("\"caf\\351\"");
        assertThat(diff.files().get(0).status()).isEqualTo(FileStatus.MODE_CHANGED);
    }

    @Test
    void readsModesBehindWhiteSpaceAsGitDoes() {
        String text = "diff --git a/x b/x\nold mode \t100644\nnew mode +100755\nindex 3b18e51..95d09f2  100644\n";

        assertThat(parse(text).diagnostics()).isEmpty();
        assertThat(parse(text).files().get(0).summary().utf8()).isEqualTo(" mode change 100644 => 100755 x\n");
    }

    @Test
    void detectsThatNamesHaveNoPrefix() {
        String text = "diff --git src/x src/x\nold mode 100644\nnew mode 100755\n";

        assertThat(parse(text).files().get(0).path().display()).isEqualTo("src/x");
        assertThat(Diff.parse(Bytes.ofUtf8(text), DiffOptions.DEFAULT.withStrip(1))
                        .files())
                .extracting(file -> file.path().display())
                .containsExactly("x");
    }

    @Test
    void detectsThePrefixFromTheFirstLineWhereTheOthersAreAlike() {
        String text = "diff --git %1$s %2$s\n--- %3$s\n+++ %3$s\n@@ -1 +1 @@\n-a\n+b\n";

        assertThat(List.of(
                        text.formatted("a/src/x", "b/src/x", "tea-1.0/src/x"),
                        text.formatted("a/src/x", "b/src/cut-o", "tea-1.0/src/x"),
                        text.formatted("src/x", "src/x", "src/x"),
                        text.formatted("\"src/x\"", "src/x", "src/x")))
                .extracting(diff -> parse(diff).files().get(0).path().display())
                .containsExactly("src/x", "src/x", "src/x", "src/x");
    }

    @Test
    void detectsThePrefixOfPlainNames() {
        String text = "--- %s\t2026-05-12 08:00:00 +0000\n+++ %s\t2026-05-12 08:01:00 +0000\n@@ -1 +1 @@\n-a\n+b\n";
        List<List<String>> names = List.of(
                List.of("tea-1.0.orig/src/x.c", "tea-1.0/src/x.c", "src/x.c"),
                List.of("./src/x.c.original", "./src/x.c", "src/x.c"),
                List.of("a/src/x.c", "a/src/x.c", "src/x.c"),
                List.of("src/x.c", "src/x.c", "src/x.c"),
                List.of("x.c", "x.c", "x.c"));

        for (List<String> name : names) {
            assertThat(parse(text.formatted(name.get(0), name.get(1))).files())
                    .extracting(file -> file.path().display())
                    .containsExactly(name.get(2));
        }
    }

    @Test
    void learnsThePrefixFromRenames() {
        String moved = """
                diff --git %1$sa/x %2$sb/x
                rename from a/x
                rename to b/x
                --- %1$sa/x
                +++ %2$sb/x
                @@ -1 +1 @@
                -c
                +d
                """;
        for (String[] prefixes :
                List.of(new String[] {"", ""}, new String[] {"a/", "b/"}, new String[] {"old/tree/", "new/tree/"})) {
            Diff diff = parse(moved.formatted(prefixes[0], prefixes[1]));

            assertThat(diff.diagnostics()).isEmpty();
            assertThat(diff.files())
                    .extracting(FileDiff::summary)
                    .containsExactly(Bytes.ofUtf8(" rename a/x => b/x (0%)\n"));
            assertThat(diff.files()).extracting(FileDiff::numstat).containsExactly("1\t1\tb/x");
        }
    }

    @Test
    void goesOnBehindACorruptHunk() {
        Diff diff = parse("""
                --- a/x
                +++ b/x
                @@ -1,3 +1,3 @@
                 a
                -b and this was
                wrapped
                +c
                @@ -9 +9 @@
                -y
                +z
                --- a/w
                +++ b/w
                @@ -1 +1 @@
                -v
                +u
                """);

        assertThat(diff.files()).extracting(FileDiff::numstat).containsExactly("1\t2\tx", "1\t1\tw");
        assertThat(diff.files().get(0).hunks()).extracting(Hunk::isComplete).containsExactly(false, true);
        assertThat(diff.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.kind()).isEqualTo(Diagnostic.Kind.CORRUPT_DIFF);
            assertThat(diagnostic.offset()).isEqualTo(51);
            assertThat(diagnostic.message()).contains("wrapped");
        });
    }

    @Test
    void reportsHunksWithoutAFile() {
        Diff diff = parse("look:\n@@ -1 +1 @@ there\n-a\n+b\n");

        assertThat(diff.files()).isEmpty();
        assertThat(diff.orphanHunks()).singleElement().satisfies(hunk -> {
            assertThat(hunk.addedLines()).isEqualTo(1);
            assertThat(hunk.section().utf8()).isEqualTo("there");
        });
        assertThat(diff.diagnostics()).extracting(Diagnostic::offset).containsExactly(6L);
    }

    @Test
    void takesALastLineWithoutLineFeedAndReportsIt() {
        Diff diff = parse("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b");

        assertThat(diff.files()).extracting(FileDiff::numstat).containsExactly("1\t1\tx");
        assertThat(diff.diagnostics()).extracting(Diagnostic::kind).containsExactly(Diagnostic.Kind.TRUNCATED);
    }

    @Test
    void readsCombinedDiffs() {
        Diff diff = parse("""
                diff --cc tea pot
                index 980a240,7c56a09..268f19c
                mode 100644,100644..100755
                --- a/tea pot
                +++ b/tea pot
                @@@ -1,3 -1,2 +1,4 @@@ brew
                  a
                ++b
                + c
                - d
                 +e
                -- 2.39.5
                """);
        FileDiff file = diff.files().get(0);
        Hunk hunk = file.hunks().get(0);

        assertThat(file.format()).isEqualTo(DiffFormat.COMBINED);
        assertThat(file.path().display()).isEqualTo("tea pot");
        assertThat(file.oldId()).contains("980a240");
        assertThat(file.newMode()).hasValueSatisfying(mode -> {
            assertThat(mode).isEqualTo(FileMode.of(0100755));
            assertThat(mode.isRegular()).isTrue();
            assertThat(mode.isExecutable()).isTrue();
        });
        assertThat(hunk.parentCount()).isEqualTo(2);
        assertThat(hunk.oldStart(0)).isEqualTo(1);
        assertThat(hunk.oldCount(0)).isEqualTo(3);
        assertThat(hunk.oldStart(1)).isEqualTo(1);
        assertThat(hunk.oldCount(1)).isEqualTo(2);
        assertThat(hunk.section().utf8()).isEqualTo("brew");
        assertThat(hunk.lines())
                .extracting(line -> line.kind().name().charAt(0) + " " + line.oldNumber() + " " + line.newNumber())
                .containsExactly("C 1 1", "A 0 2", "A 0 3", "D 2 0", "A 3 4");
        assertThat(diff.trailer().utf8()).isEqualTo("-- 2.39.5\n");
        assertThat(diff.diagnostics()).isEmpty();
    }

    @Test
    void countsTheLinesOfCombinedHunks() {
        Diff diff = parse("""
                diff --combined pot
                index 1,2,3..4
                --- a/pot
                +++ b/pot
                @@@@ -1,2 -1,2 -1,2 +1,3 @@@@
                   a
                -- gone
                +++new
                ++ kept
                """);

        assertThat(diff.files().get(0).hunks()).hasSize(1);
        assertThat(diff.files().get(0).hunks().get(0).parentCount()).isEqualTo(3);
        assertThat(diff.files()).extracting(FileDiff::numstat).containsExactly("2\t1\tpot");
        assertThat(diff.diagnostics()).isEmpty();
    }

    @Test
    void tellsEachParentOfACombinedDiff() {
        FileDiff file = parse("""
            diff --combined three
            index a86ab4f,39dc28f..d92eefd
            mode 100644,100755..100644
            --- a/one
            --- "a/tw\\303\\266"
            +++ b/three
            @@@ -1,1 -1,1 +1,1 @@@
            --a
            ++b
            """).files().get(0);

        assertThat(file.oldPaths()).extracting(DiffPath::display).containsExactly("one", "twö");
        assertThat(file.oldIds()).containsExactly("a86ab4f", "39dc28f");
        assertThat(file.oldModes()).containsExactly(FileMode.of(0100644), FileMode.of(0100755));
        assertThat(file.oldPath().orElseThrow().display()).isEqualTo("three");
        FileDiff lid = parse(MAIL).files().get(1);
        assertThat(lid.oldPaths()).extracting(DiffPath::display).containsExactly("lid");
        assertThat(lid.oldModes()).containsExactly(FileMode.of(0100644));
        assertThat(lid.oldIds()).isEmpty();
    }

    @Test
    void hunksOfASliceKeepTheirBytes() {
        byte[] around = ("XXXX" + MAIL + "YYYY").getBytes(StandardCharsets.UTF_8);
        Diff diff = Diff.parse(Bytes.of(around, 4, around.length - 8));

        assertThat(diff.files()).extracting(FileDiff::numstat).containsExactly("2\t1\tkettle.c", "0\t0\tbox/lid");
        assertThat(diff.files().get(0).hunks().get(0).bytes().utf8())
                .startsWith("@@ -10,4")
                .endsWith(" done\n");
        assertThat(diff.files().get(0).offset()).isEqualTo(MAIL.indexOf("diff --git"));
    }

    @Test
    void anEmptyTextIsAnEmptyDiff() {
        Diff diff = Diff.parse(Bytes.EMPTY);

        assertThat(diff.files()).isEqualTo(List.of());
        assertThat(diff.trailer()).isEqualTo(Bytes.EMPTY);
    }

    private static Diff parse(String text) {
        return Diff.parse(Bytes.ofUtf8(text));
    }

    @Test
    void aSecondSimilarityCountsAsGitReadsItsNumber() {
        Map<String, Integer> second = Map.of("most", 0, "", 0, "-5", 90, "+5", 5, "  5", 5, "200", 90, "7x", 7);

        second.forEach((text, percent) -> {
            Diff diff = Diff.parse(Bytes.ofUtf8("diff --git a/cup b/mug\nsimilarity index 90%\nsimilarity index " + text
                    + "\nrename from cup\nrename to mug\n"));
            assertThat(diff.files().get(0).similarity()).as("index %s", text).hasValue(percent);
        });
    }
}
