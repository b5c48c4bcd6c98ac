package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares what we make of the diffs in {@code src/test/resources/diffs} with what git made of them, as recorded by
 * {@code src/test/scripts/record-git-verdicts.sh}.
 */
class TrickyDiffsTest {
    private static final Path DIFFS = Path.of("src/test/resources/diffs");

    /** Where we mean to differ from git 2.39.5, and why. */
    static final Map<String, String> INTENDED = Map.ofEntries(
            Map.entry("19-directory-with-trailing-space", "git from 2.43 on finds the name; 2.39 gives up"),
            Map.entry("24-mode-only-first-side-quoted", "the name is clear; git compares it with its line feed"),
            Map.entry("43-odd-modes", "git from 2.45 on makes 100664 and 100775 canonical here; 2.39 prints them"),
            Map.entry(
                    "62-diff-line-alone", "git keeps the name of the empty header for the next one, and refuses that"),
            Map.entry(
                    "68-hunk-header-line-number-above-int",
                    "no file has that many lines; git fails when it applies it"),
            Map.entry("76-text-ends-in-header", "git drops a last line without line feed; we take it, and report it"),
            Map.entry("79-no-diff-at-all", "a text without a diff is nothing broken, such as a cover letter"),
            Map.entry("85-binary-wrong-size", "payloads are checked when they are decoded, not before"),
            Map.entry("87-combined-merge", "git does not read its own combined diffs"),
            Map.entry("88-ansi-colours", "a text without a diff, to git and to us; DiffCleaning takes colours off"),
            Map.entry(
                    "94-dev-null-in-git-diff-without-mode", "/dev/null is no file named dev/null; git's counts agree"),
            Map.entry("97-only-context-diff", "git does not read context diffs"),
            Map.entry("98-normal-diff", "a text without a diff, to git and to us; Diff.notes() tells of it"),
            Map.entry("101-context-diff-before-unified", "git does not read context diffs"),
            Map.entry("105-svn-property-only.p0", "a text without a diff is nothing broken; Diff.notes() tells of it"),
            Map.entry("129-dev-null-on-both-sides", "git takes the second for a file named dev/null"));

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(DIFFS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".diff"))
                    .map(file -> file.substring(0, file.length() - ".diff".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void agreesWithGit(String name) throws IOException {
        Diff diff = Diff.parse(Bytes.of(Files.readAllBytes(DIFFS.resolve(name + ".diff"))));

        boolean refused = Files.exists(DIFFS.resolve(name + ".refused"));
        boolean agrees = refused
                ? !diff.diagnostics().isEmpty()
                : diff.diagnostics().isEmpty()
                        && numstat(diff).equals(recorded(name, ".numstat"))
                        && summary(diff).equals(recorded(name, ".summary"));

        assertThat(agrees)
                .as(() -> "ours: %s%s%s".formatted(numstat(diff), summary(diff), diff.diagnostics()))
                .isEqualTo(!INTENDED.containsKey(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasGitsPatchIds(String name) throws IOException {
        Bytes text = Bytes.of(Files.readAllBytes(DIFFS.resolve(name + ".diff")));

        String stable = PatchId.stable(text).map(PatchId::hex).orElse("none");
        String unstable = PatchId.unstable(text).map(PatchId::hex).orElse("none");
        String verbatim = PatchId.verbatim(text).map(PatchId::hex).orElse("none");

        assertThat(stable + "\n" + unstable + "\n" + verbatim + "\n").isEqualTo(recorded(name, ".patch-ids"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesBackEveryByte(String name) throws IOException {
        Bytes text = Bytes.of(Files.readAllBytes(DIFFS.resolve(name + ".diff")));
        Diff diff = Diff.parse(text);

        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (FileDiff file : diff.files()) {
            file.preamble().writeTo(joined);
            file.bytes().writeTo(joined);
        }
        diff.trailer().writeTo(joined);

        assertThat(Bytes.of(joined.toByteArray())).isEqualTo(text);
    }

    @Test
    void namesOnlyDifferencesThatAreThere() throws IOException {
        assertThat(names().toList()).containsAll(INTENDED.keySet()).hasSizeGreaterThanOrEqualTo(140);
    }

    private static String recorded(String name, String suffix) {
        try {
            return Files.readString(DIFFS.resolve(name + suffix), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String numstat(Diff diff) {
        List<String> lines =
                diff.files().stream().map(file -> file.numstat() + "\n").toList();
        return String.join("", lines);
    }

    private static String summary(Diff diff) {
        List<String> lines =
                diff.files().stream().map(file -> file.summary().latin1()).toList();
        return String.join("", lines);
    }
}
