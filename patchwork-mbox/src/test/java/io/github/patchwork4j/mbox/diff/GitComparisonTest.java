package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.GitComparison.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitComparisonTest {
    private static final int COMMITS = 25;

    @Test
    void readsGitsPatchesAsGitDoes(@TempDir Path repository, @TempDir Path outside) throws IOException {
        assumeTrue(Git.isInstalled(), "git or python3 is not installed");
        GitComparison.generate(repository, COMMITS, 7);
        GitComparison comparison = new GitComparison(new Git(outside));

        for (Variant variant : GitComparison.VARIANTS) {
            List<Bytes> patches = GitComparison.patches(new Git(repository), variant);
            patches.parallelStream().forEach(patch -> comparison.compare(variant, patch));
        }

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.same()).isGreaterThan(COMMITS * GitComparison.VARIANTS.size());
    }

    @Test
    void readsGitsMerges(@TempDir Path repository) throws IOException {
        assumeTrue(Git.isInstalled(), "git or python3 is not installed");
        GitComparison.generate(repository, 300, 8);

        int hunks = 0;
        for (String option : List.of("-c", "--cc")) {
            List<String> log = List.of("log", "-p", option, "-M", "--merges", "--format=merge %h", "main");
            Bytes text = new Git(repository).run(Bytes.EMPTY, log).out();
            Diff diff = Diff.parse(text);

            List<String> lines = text.latin1().lines().toList();
            assertThat(diff.diagnostics()).isEmpty();
            assertThat(diff.files()).hasSize((int)
                    lines.stream().filter(line -> line.startsWith("diff --c")).count());
            List<Hunk> found =
                    diff.files().stream().flatMap(file -> file.hunks().stream()).toList();
            assertThat(found).hasSize((int)
                    lines.stream().filter(line -> line.startsWith("@@@")).count());
            hunks += found.size();
        }

        assertThat(hunks).isGreaterThan(40);
    }
}
