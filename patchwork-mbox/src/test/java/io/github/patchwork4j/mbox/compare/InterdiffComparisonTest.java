package io.github.patchwork4j.mbox.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.compare.Interdiff.Omission;
import io.github.patchwork4j.mbox.compare.Interdiff.Reason;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffOptions;
import io.github.patchwork4j.mbox.diff.Git;
import io.github.patchwork4j.mbox.diff.GitComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes any two commits of a generated history for two versions of a patch on a third, and lets {@code git apply} lead from the
 * tree of one to that of the other. The system property {@code interdiff.commits} makes the history longer.
 */
class InterdiffComparisonTest {
    private static final int COMMITS = Integer.getInteger("interdiff.commits", 40);
    private static final int SEED = Integer.getInteger("interdiff.seed", 5);

    private static final List<List<String>> VARIANTS = List.of(
            List.of("-M", "--binary", "--full-index"),
            List.of("--no-renames", "--binary", "--full-index", "-U8"),
            List.of("-C", "--find-copies-harder", "--binary", "--full-index", "-U1"),
            List.of("-M", "--binary", "--full-index", "-U0"));

    /** Two versions on a base: numbers of commits, as far from another one. */
    private static final int[][] VERSIONS = {{0, 1, 2}, {2, 0, 4}, {1, 3, 2}, {3, 2, 0}};

    private record Case(String from, String to, Interdiff interdiff, boolean zero, String title) {}

    @Test
    void leadsFromTheResultOfOneVersionToThatOfTheOther(@TempDir Path repository) throws IOException {
        assumeTrue(Git.isInstalled(), "git or python3 is not installed");
        GitComparison.generate(repository, COMMITS, SEED);
        Git git = new Git(repository);
        List<String> commits = run(git, "rev-list", "--reverse", "--first-parent", "main")
                .latin1()
                .lines()
                .toList();
        List<Case> cases = new ArrayList<>();
        Map<Reason, Integer> omitted = new EnumMap<>(Reason.class);
        int files = 0;
        for (int i = 0; i + 4 < commits.size(); i++) {
            int[] numbers = VERSIONS[i % VERSIONS.length];
            List<String> options = VARIANTS.get(i / VERSIONS.length % VARIANTS.size());
            Diff one = diff(git, options, commits.get(i + numbers[0]), commits.get(i + numbers[1]));
            Diff other = diff(git, options, commits.get(i + numbers[0]), commits.get(i + numbers[2]));
            Interdiff interdiff = Interdiff.of(one, other);
            files += one.files().size() + other.files().size();
            for (Omission omission : interdiff.omissions()) {
                omitted.merge(omission.reason(), 1, Integer::sum);
            }
            assertThat(interdiff.movedFiles()).isEmpty();
            // Git 2.39 cannot read a name with a space before a slash in its own diffs.
            if (interdiff.omissions().isEmpty() && !interdiff.text().latin1().contains(" /lid")) {
                String title = i + " " + options;
                boolean zero = options.contains("-U0");
                cases.add(new Case(commits.get(i + numbers[1]), commits.get(i + numbers[2]), interdiff, zero, title));
            }
        }
        assertThat(cases).hasSizeGreaterThan(commits.size() / 2);
        assertThat(omitted.values().stream().mapToInt(count -> count).sum()).isLessThan(files / 100);
        assertThat(omitted.keySet()).isSubsetOf(Reason.UNKNOWN_CONTENT, Reason.BINARY, Reason.AMBIGUOUS);
        assertThat(wrong(git, repository, cases)).isEmpty();
    }

    /** Lets one shell apply all of them. */
    private static List<String> wrong(Git git, Path repository, List<Case> cases) throws IOException {
        Path work = Files.createDirectory(repository.resolve("work"));
        StringBuilder script = new StringBuilder("export GIT_INDEX_FILE=work/index\n");
        for (int i = 0; i < cases.size(); i++) {
            Case given = cases.get(i);
            Path patch =
                    Files.write(work.resolve("p" + i), given.interdiff().text().toArray());
            String zero = given.zero() ? "--unidiff-zero " : "";
            String apply = Files.size(patch) == 0 ? "true" : "git apply --cached " + zero + "work/p" + i;
            script.append(
                    "git read-tree %s && %s 2> work/e && test $(git write-tree) = $(git rev-parse %s^{tree}) || { echo %d; cat work/e; }\n"
                            .formatted(given.from(), apply, given.to(), i));
        }
        List<String> wrong = new ArrayList<>();
        git.start(List.of("sh", "-c", script.toString()), Bytes.EMPTY)
                .out()
                .latin1()
                .lines()
                .forEach(line -> {
                    wrong.add(line);
                    if (line.matches("\\d+")) {
                        Case given = cases.get(Integer.parseInt(line));
                        wrong.add(
                                given.title() + "\n" + given.interdiff().text().latin1());
                    }
                });
        return wrong;
    }

    private static Diff diff(Git git, List<String> options, String from, String to) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("diff"));
        arguments.addAll(options);
        arguments.addAll(List.of(from, to));
        Bytes text = run(git, arguments.toArray(String[]::new));
        return Diff.parse(text, DiffOptions.DEFAULT.withStrip(1));
    }

    private static Bytes run(Git git, String... arguments) throws IOException {
        return git.run(Bytes.EMPTY, List.of(arguments)).out();
    }
}
