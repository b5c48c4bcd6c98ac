package io.github.patchwork4j.mbox.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffOptions;
import io.github.patchwork4j.mbox.diff.FileMode;
import io.github.patchwork4j.mbox.diff.Git;
import io.github.patchwork4j.mbox.diff.GitComparison;
import io.github.patchwork4j.mbox.diff.PathSafety;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applies the commits of a generated history to their parents, takes them back, and applies them where they do not
 * belong, and compares with {@code git apply --cached}. The system property {@code apply.commits} makes the history longer.
 */
class HistoryComparisonTest {
    private static final int COMMITS = Integer.getInteger("apply.commits", 30);

    private static final ApplyOptions OPTIONS = ApplyOptions.DEFAULT.withToleratedPaths(EnumSet.of(
            PathSafety.BACKSLASH,
            PathSafety.COLON,
            PathSafety.CONTROL_CHARACTER,
            PathSafety.TRAILING_DOT_OR_SPACE,
            PathSafety.DEVICE_NAME));

    /** A way to write commits. */
    private record Variant(List<String> diff, boolean zero) {}

    private static final List<Variant> VARIANTS = List.of(
            new Variant(List.of("-M", "--binary", "--full-index"), false),
            new Variant(List.of("-C", "--find-copies-harder", "--binary", "--full-index", "-U1"), false),
            new Variant(List.of("-M", "--binary", "--full-index", "-U0"), true));

    private Path repository = Path.of("");
    private final List<String> differences = new ArrayList<>();
    private final Map<String, MemoryTree> trees = new HashMap<>();
    private int applied;
    private int refused;

    @Test
    void appliesCommitsAsGitDoes(@TempDir Path directory) throws IOException {
        assumeTrue(Git.isInstalled(), "git or python3 is not installed");
        repository = directory;
        GitComparison.generate(repository, COMMITS, 21);
        List<String> commits = git("rev-list", "--reverse", "--first-parent", "main")
                .latin1()
                .lines()
                .toList();
        List<Case> cases = new ArrayList<>();
        for (int i = 2; i < commits.size(); i++) {
            Variant variant = VARIANTS.get(i % VARIANTS.size());
            String commit = commits.get(i);
            String parent = commits.get(i - 1);
            Bytes patch = diff(variant, parent, commit);
            if (!patch.isEmpty()) {
                ApplyOptions options = variant.zero() ? OPTIONS.withUnidiffZero() : OPTIONS;
                String zero = variant.zero() ? " --unidiff-zero" : "";
                cases.add(new Case(patch, parent, zero, options, commit));
                cases.add(new Case(patch, commit, zero + " -R", options.withReverse(), ""));
                cases.add(new Case(patch, commits.get(i - 2), zero, options, ""));
                String later = commits.get(Math.min(i + 3, commits.size() - 1));
                cases.add(new Case(patch, later, zero + " -R", options.withReverse(), ""));
                cases.add(new Case(
                        patch,
                        later,
                        zero + " -C1 -R",
                        options.withMinContext(1).withReverse(),
                        ""));
            }
        }

        List<Optional<String>> verdicts = askGit(cases);
        for (int i = 0; i < cases.size(); i++) {
            compare(cases.get(i), verdicts.get(i));
        }

        assertThat(differences).isEmpty();
        assertThat(applied).isGreaterThan(cases.size() / 3);
        assertThat(refused).isGreaterThan(cases.size() / 10);
    }

    /** A patch to apply to the tree of a commit; where the result is known it is the tree of another one. */
    private record Case(Bytes patch, String to, String flags, ApplyOptions options, String result) {}

    private void compare(Case given, Optional<String> theirs) throws IOException {
        MemoryTree tree = tree(given.to());
        Diff diff = Diff.parse(given.patch(), DiffOptions.DEFAULT.withStrip(1));
        ApplyResult result = PatchApplier.of(given.options()).apply(diff, tree);
        MemoryTree after = tree.with(result.changes());
        boolean same = theirs.isPresent() == result.isApplied()
                && (theirs.isEmpty() || after.equals(tree(theirs.get())))
                && (given.result().isEmpty() || !result.isApplied() || after.equals(tree(given.result())));
        if (!same && !given.patch().latin1().contains("b/box /lid")) {
            differences.add(given.flags() + " to " + given.to() + ": git " + theirs + ", ours " + result.files() + "\n"
                    + given.patch().latin1());
        }
        applied += same && result.isApplied() ? 1 : 0;
        refused += same && !result.isApplied() ? 1 : 0;
    }

    /** Lets one shell ask git about all cases; returns the id of the tree for each that git applies. */
    private List<Optional<String>> askGit(List<Case> cases) throws IOException {
        Path work = Files.createDirectory(repository.resolve("work"));
        StringBuilder script = new StringBuilder("export GIT_INDEX_FILE=work/index\n");
        for (int i = 0; i < cases.size(); i++) {
            Case given = cases.get(i);
            Files.write(work.resolve("p" + i), given.patch().toArray());
            script.append("git read-tree ").append(given.to());
            script.append(" && git apply --cached")
                    .append(given.flags())
                    .append(" work/p")
                    .append(i);
            script.append(" && git write-tree || echo refused\n");
        }
        Git.Answer answer = new Git(repository).start(List.of("sh", "-c", script.toString()), Bytes.EMPTY);
        List<Optional<String>> verdicts = answer.out()
                .latin1()
                .lines()
                .map(line -> line.equals("refused") ? Optional.<String>empty() : Optional.of(line))
                .toList();
        assertThat(verdicts).hasSameSizeAs(cases);
        return verdicts;
    }

    private Bytes diff(Variant variant, String from, String to) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("diff"));
        arguments.addAll(variant.diff());
        arguments.addAll(List.of(from, to));
        return git(arguments.toArray(String[]::new));
    }

    private MemoryTree tree(String id) throws IOException {
        MemoryTree known = trees.get(id);
        if (known == null) {
            known = read(id);
            trees.put(id, known);
        }
        return known;
    }

    private final Map<String, Bytes> blobs = new HashMap<>();

    private MemoryTree read(String id) throws IOException {
        Map<Bytes, TreeFile> files = new HashMap<>();
        List<String> entries = List.of(git("ls-tree", "-r", "-z", id).latin1().split("\0", -1));
        fetch(entries.stream()
                .filter(entry -> entry.contains(" blob "))
                .map(entry -> entry.split("[ \t]", -1)[2])
                .filter(blob -> !blobs.containsKey(blob))
                .distinct()
                .toList());
        for (String entry : entries) {
            if (entry.isEmpty()) {
                continue;
            }
            String[] fields = entry.substring(0, entry.indexOf('\t')).split(" ", -1);
            Bytes path = latin1(entry.substring(entry.indexOf('\t') + 1));
            Bytes content =
                    fields[1].equals("commit") ? latin1("Subproject commit " + fields[2] + "\n") : blobs.get(fields[2]);
            files.put(path, new TreeFile(FileMode.of(Integer.parseInt(fields[0], 8)), content));
        }
        return MemoryTree.of(files);
    }

    private void fetch(List<String> ids) throws IOException {
        Bytes answer = new Git(repository)
                .run(latin1(String.join("\n", ids) + "\n"), List.of("cat-file", "--batch"))
                .out();
        int at = 0;
        for (String id : ids) {
            int feed = answer.indexOf((byte) '\n', at);
            String[] head = answer.slice(at, feed).latin1().split(" ", -1);
            int end = feed + 1 + Integer.parseInt(head[2]);
            blobs.put(id, answer.slice(feed + 1, end));
            at = end + 1;
        }
    }

    private Bytes git(String... arguments) throws IOException {
        return new Git(repository).run(Bytes.EMPTY, List.of(arguments)).out();
    }

    private static Bytes latin1(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
