package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What would take minutes or hours in a parser that is not linear takes a moment here; the limit only ends a hang. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HostileDiffTest {
    @Test
    void findsANameWithManySpacesInTime() {
        String name = "x ".repeat(50_000) + "y";
        Diff diff = parse("diff --git a/" + name + " b/" + name + "\nold mode 100644\nnew mode 100755\n");

        assertThat(diff.files().get(0).path().display()).isEqualTo(name);
    }

    @Test
    void givesUpOnManySpacesAndSlashesInTime() {
        for (String part : List.of("a ", "/ ", " /", "\" ", "a\t/", "\\")) {
            Diff diff = parse("diff --git a/" + part.repeat(500_000) + "\nold mode 100644\nnew mode 100755\n");

            assertThat(diff.files()).hasSize(1);
        }
    }

    @Test
    void doesNotInflateWhenItCounts() {
        String bomb = BinaryHunkTest.encoded("literal", new byte[30_000_000]).replace("30000000", "500000000");
        String head = "diff --git a/x b/x\nindex 1..2 100644\nGIT binary patch\n";
        Diff diff = parse(head + bomb + "\n" + bomb + "\n");
        BinaryHunk forward = diff.files().get(0).binaryPatch().orElseThrow().forward();

        assertThat(diff.files().get(0).numstat()).isEqualTo("-\t-\tx");
        assertThat(forward.decode().problem().orElseThrow().kind()).isEqualTo(Diagnostic.Kind.LIMIT_EXCEEDED);
    }

    @Test
    void refusesNumbersThatNoFileHas() {
        for (String range : List.of("-1,2147483648 +1", "-99999999999999999999 +1", "-1 +" + "9".repeat(100_000))) {
            Diff diff = parse("--- a/x\n+++ b/x\n@@ " + range + " @@\n-a\n+b\n");

            assertThat(diff.files().get(0).hunks()).isEmpty();
            assertThat(diff.diagnostics()).hasSize(1);
        }
    }

    @Test
    void countsThatAreNeverReachedCostNothing() {
        Diff diff = parse("--- a/x\n+++ b/x\n@@ -1,2147483647 +1,2147483647 @@\n a\n+b\n");

        assertThat(diff.files().get(0).numstat()).isEqualTo("1\t0\tx");
        assertThat(diff.diagnostics()).extracting(Diagnostic::kind).containsExactly(Diagnostic.Kind.TRUNCATED);
    }

    @Test
    void readsHugeLinesHunksAndNumbersOfFiles() {
        String line = "+" + "x".repeat(30_000_000) + "\n";
        assertThat(parse("--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n" + line).addedLines())
                .isEqualTo(1);
        String hunk = "--- a/x\n+++ b/x\n@@ -0,0 +1,1000000 @@\n" + "+y\n".repeat(1_000_000);
        assertThat(parse(hunk).addedLines()).isEqualTo(1_000_000);
        String file = "diff --git a/x b/x\nold mode 100644\nnew mode 100755\n";
        assertThat(parse(file.repeat(100_000)).files()).hasSize(100_000);
    }

    @Test
    void keepsItsDiagnosticsFewAndShort() {
        Diff diff = parse(("@@ -1 +1 @@ " + "z".repeat(1000) + "\nno\n").repeat(20_000));

        assertThat(diff.orphanHunks()).hasSize(20_000);
        assertThat(diff.diagnostics())
                .hasSize(1_001)
                .allMatch(diagnostic -> diagnostic.message().length() < 200);
        assertThat(diff.diagnostics().get(1_000).kind()).isEqualTo(Diagnostic.Kind.LIMIT_EXCEEDED);
    }

    @Test
    void tellingLinesThatOpenNothingAreReadOnce() {
        for (String line : List.of(
                "--- a\n+++ b\n", "@@ -1,5 +1,5 @@\n", "@@@ -1 -1 +1 @@@\n", "diff --cc x\n", "diff --git \n")) {
            assertThat(parse(line.repeat(200_000)).bytes().length()).isEqualTo(line.length() * 200_000);
        }
    }

    @Test
    void manyParentsCostNoMoreThanTheirSigns() {
        String header = "@".repeat(1_000_000) + " -1 -1 +1\n";

        assertThat(parse("diff --cc x\n" + header.repeat(20)).files()).hasSize(1);
    }

    @Test
    void neverThrowsOnDamagedDiffs() throws IOException {
        Random random = new Random(11);
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/diffs"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".diff"))
                    .sorted()
                    .toList()) {
                byte[] sound = Files.readAllBytes(file);
                for (int round = 0; round < 100; round++) {
                    byte[] damaged = Arrays.copyOf(sound, random.nextInt(sound.length) + 1);
                    for (int i = random.nextInt(4); i > 0; i--) {
                        damaged[random.nextInt(damaged.length)] = (byte)
                                (random.nextBoolean() ? random.nextInt(256) : " \n-+@\\\"/0".charAt(random.nextInt(9)));
                    }
                    askEverything(Diff.parse(Bytes.of(damaged)), damaged.length);
                }
            }
        }
    }

    private static void askEverything(Diff diff, int length) {
        int bytes = diff.trailer().length();
        for (FileDiff file : diff.files()) {
            bytes += file.preamble().length() + file.bytes().length();
            assertThat(file.numstat() + file.summary() + file.safePath() + file).isNotEmpty();
            file.binaryPatch()
                    .ifPresent(patch ->
                            assertThat(patch.forward().applyTo(Bytes.EMPTY)).isNotNull());
            int changed = 0;
            for (Hunk hunk : file.hunks()) {
                assertThat(hunk.section()).isNotNull();
                changed += (int) hunk.lines().stream()
                        .filter(line -> line.kind() != HunkLine.Kind.CONTEXT)
                        .count();
            }
            assertThat(changed).isEqualTo(file.addedLines() + file.deletedLines());
        }
        assertThat(bytes).isEqualTo(length);
        assertThat(PatchId.stable(diff.bytes())).isNotNull();
    }

    private static Diff parse(String text) {
        return Diff.parse(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsALineThatEndsWhereTheSecondNameShouldBegin() {
        for (String line :
                new String[] {"diff --git ", "diff --git  ", "diff --git a/x ", "diff --git \t", "diff --git \"x\" "}) {
            assertThat(parse(line).files()).isEmpty();
            assertThat(parse(line + "\n").files()).isEmpty();
        }
    }
}
