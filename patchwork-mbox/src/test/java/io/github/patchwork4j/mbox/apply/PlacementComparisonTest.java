package io.github.patchwork4j.mbox.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.apply.PlacementComparison.Variant;
import io.github.patchwork4j.mbox.diff.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacementComparisonTest {
    private static final int FILES = 80;

    @Test
    void placesAndRejectsHunksAsGitDoes(@TempDir Path directory) throws IOException {
        assumeTrue(Git.answers("git"), "git is not installed");
        compare(directory, 5, PlacementComparison.GIT);
    }

    @Test
    void placesHunksAsGnuPatchDoes(@TempDir Path directory) throws IOException {
        assumeTrue(Git.answers("git") && Git.answers("patch"), "git or patch is not installed");
        compare(directory, 0, PlacementComparison.GNU);
    }

    private static void compare(Path directory, long seed, List<Variant> variants) throws IOException {
        PlacementComparison comparison = new PlacementComparison(directory, seed);
        comparison.generate(FILES);
        for (Variant variant : variants) {
            comparison.compare(variant);
        }

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.same()).isGreaterThan(variants.size() * FILES * 8 / 10);
        assertThat(comparison.rejected()).isGreaterThan(variants.size() * FILES / 10);
        assertThat(comparison.moved()).isGreaterThan(variants.size() * FILES / 10);
    }
}
