package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares what we and git make of diffs that were changed at random. More of them, or others, are compared with
 * {@code -Dpatchwork4j.mutants=20000 -Dpatchwork4j.seed=2}.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class MutatedDiffsTest {
    @Test
    void readsMutatedDiffsAsGitDoes(@TempDir Path outside) throws IOException {
        assumeTrue(Git.isInstalled(), "git or python3 is not installed");
        int count = Integer.getInteger("patchwork4j.mutants", 400);
        MutatedDiffs mutants =
                new MutatedDiffs(Path.of("src/test/resources/diffs"), Integer.getInteger("patchwork4j.seed", 1));
        Git git = new Git(outside);
        List<String> differences = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < count; i++) {
            Bytes text = mutants.next();
            Git.Answer answer = git.run(text, List.of("apply", "-p1", "--numstat", "--summary"));
            Diff diff = Diff.parse(text, DiffOptions.AS_GIT);
            accepted += answer.exit() == 0 ? 1 : 0;
            if (!isSame(diff, answer)) {
                differences.add("git %d: %s\nours: %s %s\n%s\n=====\n"
                        .formatted(
                                answer.exit(), answer.out().latin1(), ours(diff), diff.diagnostics(), text.latin1()));
            }
        }

        assertThat(differences).isEmpty();
        assertThat(accepted).isBetween(count / 5, count * 9 / 10);
    }

    private static boolean isSame(Diff diff, Git.Answer answer) {
        boolean sound = diff.diagnostics().isEmpty() && !diff.files().isEmpty();
        return answer.exit() == 0 ? sound && ours(diff).equals(answer.out().latin1()) : !sound;
    }

    private static String ours(Diff diff) {
        return diff.files().stream().map(file -> file.numstat() + "\n").collect(Collectors.joining())
                + diff.files().stream().map(file -> file.summary().latin1()).collect(Collectors.joining());
    }
}
