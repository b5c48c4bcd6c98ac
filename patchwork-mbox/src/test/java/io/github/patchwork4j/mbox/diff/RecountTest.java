package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.DiffOptions.Counts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecountTest {
    private static final String HEAD = "diff --git a/x b/x\n--- a/x\n+++ b/x\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@ -1,9 +1,9 @@\n a\n-b\n+c\n d\n",
                "@@ -1,9 +1,9 @@\n a\n-b\n+c\n d\n-- \n2.39.5\n\n",
                "@@ -1,4 +1,3 @@\n a\n-b\n+c\n d\n-- \n2.39.5\n\n",
                "@@ -1,9 +1,9 @@\n a\n-b\n+c\n d\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-x\n+y\n",
                "@@ -1,9 +1,9 @@\n a\n b\n",
                "@@ -1 +1 @@\n a\n-b\n\n@@ -20 +21,8 @@\n a\n+c\ndiff --git a/y b/y\nold mode 100644\nnew mode 100755\n",
                "@@ -1,9 +1,9 @@\n",
                "@@ -1,9 +1,9 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n",
                "@@ -1,9 +1,9 @@\n-a\n+b\n@@@ x\n",
                "@@ -1 +1,0 @@\n a\n-b\n+c\n#foo\n d\n"
            })
    void countsLinesAsGitDoes(String hunks, @TempDir Path outside) throws IOException {
        Bytes text = Bytes.ofUtf8(HEAD + hunks);
        Git.Answer git = new Git(outside).run(text, List.of("apply", "--recount", "--numstat"));

        Diff diff = Diff.parse(text, DiffOptions.AS_GIT.withCounts(Counts.OF_LINES));

        assertThat(diff.diagnostics().isEmpty()).isEqualTo(git.exit() == 0);
        if (git.exit() == 0) {
            assertThat(diff.files().stream().map(file -> file.numstat() + "\n").collect(Collectors.joining()))
                    .isEqualTo(git.out().latin1());
        }
    }
}
