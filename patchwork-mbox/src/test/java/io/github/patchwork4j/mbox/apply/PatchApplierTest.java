package io.github.patchwork4j.mbox.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.apply.FileResult.Problem;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffOptions;
import io.github.patchwork4j.mbox.diff.FileMode;
import io.github.patchwork4j.mbox.diff.PathSafety;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comparisons with git and GNU patch do not reach: reports, hostile diffs, bounds. */
class PatchApplierTest {
    private static final String NEW_LINK =
            "diff --git a/s b/s\nnew file mode 120000\n--- /dev/null\n+++ b/s\n@@ -0,0 +1 @@\n+/tmp\n\\ No newline at end of file\n";

    private static final MemoryTree LETTERS = tree("f", "a\nb\nc\nd\ne\nf\ng\n");

    @Test
    void tellsWhereAHunkWasPutAndWhatWasDropped() {
        Diff diff = diff("--- a/f\n+++ b/f\n@@ -2,5 +2,5 @@\n x\n d\n-e\n+E\n f\n g\n");

        ApplyResult exact = PatchApplier.of(ApplyOptions.DEFAULT).apply(diff, LETTERS);
        ApplyResult reduced =
                PatchApplier.of(ApplyOptions.DEFAULT.withMinContext(1)).apply(diff, LETTERS);
        ApplyResult fuzzy = PatchApplier.of(ApplyOptions.DEFAULT.withFuzz(1)).apply(diff, LETTERS);

        assertThat(exact.files().get(0).problem()).contains(Problem.HUNK_REJECTED);
        assertThat(exact.changes()).isEmpty();
        assertThat(content(LETTERS.with(reduced.changes()), "f")).isEqualTo("a\nb\nc\nd\nE\nf\ng\n");
        assertThat(reduced.changes()).isEqualTo(fuzzy.changes());
        assertThat(reduced.files().get(0).hunks().get(0).droppedLeading()).isEqualTo(1);
        assertThat(fuzzy.files().get(0).hunks().get(0).offset()).isEqualTo(1);
    }

    @Test
    void putsAllPathsBelowADirectory() {
        Diff diff = diff("""
                diff --git a/f b/g
                similarity index 50%
                rename from f
                rename to g
                --- a/f
                +++ b/g
                @@ -1 +1 @@
                -a
                +b
                diff --git a/new b/new
                new file mode 100644
                --- /dev/null
                +++ b/new
                @@ -0,0 +1 @@
                +c
                """);
        MemoryTree tree = tree("sub/dir/f", "a\n");
        ApplyOptions below = ApplyOptions.DEFAULT.withDirectory(Bytes.ofUtf8("sub/dir"));

        ApplyResult result = PatchApplier.of(below).apply(diff, tree);

        assertThat(result.isApplied()).isTrue();
        assertThat(tree.with(result.changes()).files().keySet())
                .extracting(Bytes::utf8)
                .containsExactly("sub/dir/g", "sub/dir/new");
        assertThat(PatchApplier.of(ApplyOptions.DEFAULT).apply(diff, tree).isApplied())
                .isFalse();
    }

    @Test
    void tellsThatTabsMayHaveBecomeSpaces() {
        MemoryTree tree = tree("f", "{\n\tone;\n\ttwo;\n}\n");
        String diff = "--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n {\n \tone;\n-\ttwo;\n+\t2;\n }\n";

        assertThat(message(diff.replace("\t", "        "), tree))
                .endsWith("all hunks fit: tabs may have become spaces");
        assertThat(message(diff.replace("\t", "        ").replace("one", "other"), tree))
                .endsWith("its lines are not there");
        assertThat(message(diff, tree)).isEmpty();
    }

    private static String message(String diff, MemoryTree tree) {
        return PatchApplier.of(ApplyOptions.DEFAULT)
                .apply(diff(diff), tree)
                .files()
                .get(0)
                .message();
    }

    @Test
    void saysThatALastLineIsOpen() {
        Diff diff = diff("--- a/f\n+++ b/f\n@@ -2,2 +2,3 @@\n x\n+b\n c\n");
        ApplyResult result = PatchApplier.of(ApplyOptions.DEFAULT.withFuzz(1)).apply(diff, tree("f", "w\nx"));

        assertThat(result.files().get(0).message())
                .endsWith("what it adds would be joined to a last line that has no line feed");
    }

    @Test
    void keepsRejectedHunksInMemory() {
        String good = "@@ -1,2 +1,2 @@\n-a\n+A\n b\n";
        String bad = "@@ -6,2 +6,2 @@\n-no\n+NO\n g\n";
        Diff diff = diff("--- a/f\n+++ b/f\n" + good + bad);

        ApplyResult result =
                PatchApplier.of(ApplyOptions.DEFAULT.withPartialResults()).apply(diff, LETTERS);

        assertThat(result.isApplied()).isFalse();
        assertThat(content(LETTERS.with(result.changes()), "f")).startsWith("A\nb\n");
        assertThat(result.files().get(0).rejects()).contains(Bytes.ofUtf8("diff a/f b/f\t(rejected hunks)\n" + bad));
        assertThat(result.changes()).containsOnlyKeys(Bytes.ofUtf8("f"));
    }

    @Test
    void writesNothingBelowALinkThatTheDiffMakes() {
        String below = "diff --git a/s/n b/s/n\nnew file mode 100644\n--- /dev/null\n+++ b/s/n\n@@ -0,0 +1 @@\n+x\n";

        for (String patch : new String[] {NEW_LINK + below, below + NEW_LINK}) {
            ApplyResult result = PatchApplier.of(ApplyOptions.DEFAULT).apply(diff(patch), MemoryTree.EMPTY);

            assertThat(result.files()).filteredOn(file -> !file.isApplied()).hasSize(1);
            assertThat(result.files())
                    .anyMatch(file -> file.problem()
                            .filter(Problem.BEYOND_SYMLINK::equals)
                            .isPresent());
            assertThat(result.changes()).isEmpty();
        }
    }

    @Test
    void neitherReadsNorWritesBelowALinkThatIsThere() {
        Map<Bytes, TreeFile> files = new LinkedHashMap<>(tree("s/n", "x\n").files());
        files.put(Bytes.ofUtf8("s"), new TreeFile(FileMode.of(0120000), Bytes.ofUtf8("/etc")));
        MemoryTree tree = MemoryTree.of(files);

        String change = "--- a/s/n\n+++ b/s/n\n@@ -1 +1 @@\n-x\n+y\n";
        String deletion =
                "diff --git a/s/n b/s/n\ndeleted file mode 100644\n--- a/s/n\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n";
        String rename = "diff --git a/s/n b/s/m\nrename from s/n\nrename to s/m\n";
        for (String patch : new String[] {change, deletion, rename}) {
            ApplyResult result = PatchApplier.of(ApplyOptions.DEFAULT).apply(diff(patch), tree);

            assertThat(result.files().get(0).problem()).contains(Problem.BEYOND_SYMLINK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/x", ".git/config", "a/.GIT/x", "a/../x", "c:/../x", "x\\y", "nul", "git~1/x"})
    void refusesPathsThatAreNotSafe(String path) {
        Diff diff = diff("--- /dev/null\n+++ b/" + path + "\n@@ -0,0 +1 @@\n+x\n");

        ApplyResult result = PatchApplier.of(ApplyOptions.DEFAULT).apply(diff, MemoryTree.EMPTY);

        assertThat(result.files().get(0).problem()).contains(Problem.UNSAFE_PATH);
        assertThat(result.files().get(0).message()).contains(path.equals("/x") ? "path" : path);
    }

    @Test
    void toleratesOnlyWhatGitTolerates() {
        ApplyOptions tolerant =
                ApplyOptions.DEFAULT.withToleratedPaths(EnumSet.of(PathSafety.COLON, PathSafety.BACKSLASH));
        String head = "--- /dev/null\n+++ b/";
        String body = "\n@@ -0,0 +1 @@\n+x\n";

        assertThat(PatchApplier.of(tolerant)
                        .apply(diff(head + "a:b" + body), MemoryTree.EMPTY)
                        .isApplied())
                .isTrue();
        assertThat(PatchApplier.of(tolerant)
                        .apply(diff(head + "c:/../x" + body), MemoryTree.EMPTY)
                        .isApplied())
                .isFalse();
        assertThatThrownBy(() -> ApplyOptions.DEFAULT.withToleratedPaths(EnumSet.of(PathSafety.TRAVERSAL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TRAVERSAL");
    }

    @Test
    void checksBothIdsOfABinary() {
        String patch =
                "diff --git a/b b/b\nindex %s..%s 100644\nGIT binary patch\nliteral 0\nHcmV?d00001\n\nliteral 0\nHcmV?d00001\n\n";
        String empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
        String other = "1".repeat(40);
        MemoryTree tree = tree("b", "");

        assertThat(problem(patch.formatted(other, empty), tree)).isEqualTo(Problem.BINARY_OTHER_CONTENT);
        FileResult wrong = PatchApplier.of(ApplyOptions.DEFAULT)
                .apply(diff(patch.formatted(empty, other)), tree)
                .files()
                .get(0);
        assertThat(wrong.problem()).contains(Problem.BINARY_CORRUPT);
        assertThat(wrong.message()).isEqualTo("binary patch makes " + empty + " instead of " + other);
        assertThat(problem(patch.formatted("e69de29", "1111111"), tree)).isEqualTo(Problem.BINARY_WITHOUT_CONTENT);
    }

    @Test
    void aTextWithoutADiffIsNotApplied() {
        for (String text : new String[] {"", "hello\n", "@@ -1 +1 @@\n-a\n+b\n"}) {
            assertThat(PatchApplier.of(ApplyOptions.DEFAULT)
                            .apply(diff(text), LETTERS)
                            .isApplied())
                    .isFalse();
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void searchesNoLongerThanItMay() {
        MemoryTree tree = tree("f", "\n".repeat(200_000));
        String body = " \n".repeat(1000) + "-x\n+y\n" + " \n";
        Diff diff = diff("--- a/f\n+++ b/f\n" + ("@@ -100000,1002 +100000,1002 @@\n" + body).repeat(50));

        ApplyResult result = PatchApplier.of(ApplyOptions.DEFAULT
                        .withMinContext(0)
                        .withMaxSteps(5_000_000)
                        .withPartialResults())
                .apply(diff, tree);

        assertThat(result.files().get(0).problem()).contains(Problem.LIMIT_EXCEEDED);
        assertThat(result.changes()).isEmpty();
    }

    @Test
    void stepsGrowWithHunksAndNotWithTheirProduct() {
        int count = 20_000;
        StringBuilder old = new StringBuilder();
        StringBuilder patch = new StringBuilder("--- a/f\n+++ b/f\n");
        for (int i = 0; i < count; i++) {
            old.append("k").append(i).append("\nold\nz\n");
            patch.append("@@ -%d,3 +%d,4 @@\n k%d\n-old\n+new\n+more\n z\n".formatted(3 * i + 1, 4 * i + 1, i));
        }

        ApplyResult result = PatchApplier.of(ApplyOptions.DEFAULT.withMaxSteps(40L * count))
                .apply(diff(patch.toString()), tree("f", old.toString()));

        assertThat(result.isApplied()).isTrue();
        assertThat(content(tree("f", "").with(result.changes()), "f").lines().filter("more"::equals))
                .hasSize(count);
    }

    private static Problem problem(String patch, MemoryTree tree) {
        return PatchApplier.of(ApplyOptions.DEFAULT)
                .apply(diff(patch), tree)
                .files()
                .get(0)
                .problem()
                .orElseThrow();
    }

    private static String content(MemoryTree tree, String path) {
        return tree.find(Bytes.ofUtf8(path)).orElseThrow().content().utf8();
    }

    private static MemoryTree tree(String path, String content) {
        return MemoryTree.of(Map.of(Bytes.ofUtf8(path), new TreeFile(FileMode.of(0100644), Bytes.ofUtf8(content))));
    }

    private static Diff diff(String text) {
        return Diff.parse(Bytes.ofUtf8(text), DiffOptions.DEFAULT.withStrip(1));
    }
}
