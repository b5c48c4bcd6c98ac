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
        assumeTrue(Git.isInstalled(), "git is not installed");
        GitComparison.generate(repository, COMMITS, 7);
        GitComparison comparison = new GitComparison(new Git(outside));

        for (Variant variant : GitComparison.VARIANTS) {
            List<Bytes> patches = GitComparison.patches(new Git(repository), variant);
            patches.parallelStream().forEach(patch -> comparison.compare(variant, patch));
        }

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.same()).isGreaterThan(COMMITS * GitComparison.VARIANTS.size());
    }
}
