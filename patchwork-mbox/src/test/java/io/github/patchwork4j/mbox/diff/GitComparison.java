package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Compares our reading of the patches of a generated history, in many variants, with that of git.
 *
 * <p>The main method does it at length: {@code GitComparison COMMITS SEED} prints for each variant how many patches are the
 * same (each is read twice, with the prefix detected and with it given, and has three patch ids), how many git refuses and
 * we report, how many only we can read, and shows the first that differ. It runs in the folder of the module:
 * {@code java -cp target/classes:target/test-classes io.github.patchwork4j.mbox.diff.GitComparison 3000 1}. {@link GitComparisonTest} does it in short.
 */
public final class GitComparison {
    /** A way to write the same changes, and the option by which git reads it. */
    record Variant(String name, String strip, List<String> options) {
        static Variant of(String strip, String... options) {
            return new Variant(String.join(" ", options), strip, List.of(options));
        }
    }

    static final List<Variant> VARIANTS = List.of(
            Variant.of("-p1", "-M"),
            Variant.of("-p1", "-M", "-U0"),
            Variant.of("-p1", "-M", "-U10", "--binary"),
            Variant.of("-p0", "-M", "--no-prefix"),
            Variant.of("-p0", "-M", "--no-prefix", "--binary"),
            Variant.of("-p1", "--src-prefix=i/", "--dst-prefix=w/"),
            Variant.of("-p2", "--no-renames", "--src-prefix=old/one/", "--dst-prefix=new/two/"),
            Variant.of("-p1", "--no-renames", "--binary", "--full-index"),
            Variant.of("-p1", "-C", "--find-copies-harder", "--binary"),
            Variant.of("-p1", "-M", "-D"),
            Variant.of("-p1", "-B", "-M", "--binary"),
            Variant.of("-p1", "-M10", "-C10", "--find-copies-harder", "--full-index"),
            Variant.of("-p1", "-M", "-W"));

    private static final String SEPARATOR = "\0\0COMMIT ";

    private final AtomicInteger same = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger readByUsOnly = new AtomicInteger();
    private final List<String> differences = new ArrayList<>();
    private final Git git;

    GitComparison(Git git) {
        this.git = git;
    }

    /** Makes a repository with a history of odd changes. */
    public static void generate(Path directory, int commits, int seed) throws IOException {
        String script = "src/test/scripts/make-history.py";
        String path = Path.of(script).toAbsolutePath().toString();
        new Git(directory).importFrom(List.of("python3", path, String.valueOf(commits), String.valueOf(seed)));
    }

    /** Returns the patches of all commits; in the variant with mails each has the mail around it. */
    static List<Bytes> patches(Git repository, Variant variant) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("log", "-p", "--reverse", "--root", "main"));
        arguments.addAll(variant.options());
        arguments.add("--format=%x00%x00COMMIT %nFrom: A <a@example.com>%nSubject: %s%n%n%b---%n");
        String all = repository.run(Bytes.EMPTY, arguments).out().latin1();
        List<Bytes> patches = new ArrayList<>();
        for (int at = all.indexOf(SEPARATOR); at >= 0; ) {
            int from = at + SEPARATOR.length();
            at = all.indexOf(SEPARATOR, from);
            String patch = all.substring(from, at < 0 ? all.length() : at);
            // What changes nothing has no diff, which is an error for git.
            if (patch.contains("\ndiff --git ")) {
                patches.add(Git.ascii(patch + "-- \n2.39.5\n\n"));
            }
        }
        return patches;
    }

    void compare(Variant variant, Bytes patch) {
        try {
            Git.Answer answer = git.run(patch, List.of("apply", "--numstat", "--summary", variant.strip()));
            compare(variant, patch, answer, Diff.parse(patch));
            int strip = variant.strip().charAt(2) - '0';
            compare(variant, patch, answer, Diff.parse(patch, DiffOptions.DEFAULT.withStrip(strip)));
            compareIds(variant, patch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(Variant variant, Bytes patch, Git.Answer answer, Diff diff) {
        if (answer.exit() != 0 && !diff.diagnostics().isEmpty()) {
            refused.incrementAndGet();
        } else if (answer.exit() != 0 && isTooHardForGit(patch)) {
            readByUsOnly.incrementAndGet();
        } else if (answer.exit() != 0
                || !diff.diagnostics().isEmpty()
                || !ours(diff).equals(answer.out().latin1())) {
            differ(
                    variant,
                    patch,
                    "numstat",
                    answer.exit() + "\n" + answer.out().latin1(),
                    ours(diff) + diff.diagnostics());
        } else {
            same.incrementAndGet();
        }
    }

    /** Git 2.39 takes the space at the end of a directory for the end of a name, and the slash for another name. */
    private static boolean isTooHardForGit(Bytes patch) {
        return patch.latin1().contains(" /lid");
    }

    private void compareIds(Variant variant, Bytes patch) throws IOException {
        String stable = git.run(patch, List.of("patch-id", "--stable")).out().latin1();
        String unstable =
                git.run(patch, List.of("patch-id", "--unstable")).out().latin1();
        String verbatim =
                git.run(patch, List.of("patch-id", "--verbatim")).out().latin1();
        String oursVerbatim = PatchId.verbatim(patch).map(PatchId::hex).orElse("");
        String ours = PatchId.stable(patch).map(PatchId::hex).orElse("");
        String oursUnstable = PatchId.unstable(patch).map(PatchId::hex).orElse("");
        if (stable.startsWith(ours)
                && unstable.startsWith(oursUnstable)
                && verbatim.startsWith(oursVerbatim)
                && verbatim.isEmpty() == oursVerbatim.isEmpty()
                && stable.isEmpty() == ours.isEmpty()
                && unstable.isEmpty() == oursUnstable.isEmpty()) {
            same.incrementAndGet();
        } else {
            differ(
                    variant,
                    patch,
                    "patch-id",
                    stable + unstable + verbatim,
                    ours + "\n" + oursUnstable + "\n" + oursVerbatim);
        }
    }

    private static String ours(Diff diff) {
        String numstat =
                diff.files().stream().map(file -> file.numstat() + "\n").collect(Collectors.joining());
        return numstat
                + diff.files().stream().map(file -> file.summary().latin1()).collect(Collectors.joining());
    }

    private synchronized void differ(Variant variant, Bytes patch, String what, String theirs, String ours) {
        differences.add("%s [%s]%ngit: %s%nours: %s%n%s".formatted(what, variant.name(), theirs, ours, patch.latin1()));
    }

    int same() {
        return same.get();
    }

    int readByUsOnly() {
        return readByUsOnly.get();
    }

    int refused() {
        return refused.get();
    }

    synchronized List<String> differences() {
        return List.copyOf(differences);
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.ISO_8859_1);
        Path directory = Files.createTempDirectory("history");
        Path outside = Files.createTempDirectory("outside");
        generate(directory, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        for (Variant variant : VARIANTS) {
            GitComparison comparison = new GitComparison(new Git(outside));
            patches(new Git(directory), variant).parallelStream().forEach(patch -> comparison.compare(variant, patch));
            out.printf(
                    "%-60s same %d, refused by git and reported %d, read by us only %d, different %d%n",
                    variant.name(),
                    comparison.same(),
                    comparison.refused(),
                    comparison.readByUsOnly(),
                    comparison.differences().size());
            comparison.differences().stream().limit(2).forEach(out::println);
        }
    }
}
