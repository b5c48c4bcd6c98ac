package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffOptions;
import io.github.patchwork4j.mbox.diff.FileMode;
import io.github.patchwork4j.mbox.diff.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Compares where we put hunks in files that have changed meanwhile, and which ones we reject, with git and GNU patch.
 *
 * <p>The main method does it at length: {@code PlacementComparison FILES ROUNDS} prints how many files are the same and shows
 * the first that differ.
 */
final class PlacementComparison {
    /** A way to apply, and the options of ours and of theirs. */
    record Variant(String diff, String target, List<String> command, ApplyOptions options) {
        static Variant git(String diff, String target, ApplyOptions options, String... extra) {
            List<String> command = new ArrayList<>(List.of("git", "apply", "-p2", "--reject"));
            command.addAll(List.of(extra));
            return new Variant(diff, target, command, options);
        }

        static Variant gnu(String diff, int fuzz) {
            List<String> command =
                    List.of("patch", "-p2", "-f", "-s", "-F" + fuzz, "--no-backup-if-mismatch", "-r", "-");
            return new Variant(diff, "old-changed", command, ApplyOptions.DEFAULT.withFuzz(fuzz));
        }

        static Variant gnuContext(String diff, int fuzz) {
            List<String> command =
                    List.of("patch", "-p1", "-f", "-s", "-F" + fuzz, "--no-backup-if-mismatch", "-r", "-");
            return new Variant(diff, "old-changed", command, ApplyOptions.DEFAULT.withFuzz(fuzz));
        }

        boolean recounts() {
            return command.contains("--recount");
        }

        /** What tells the two folders apart, with counts that mean nothing where they are not to be trusted. */
        Bytes patch(Path directory) throws IOException {
            Git git = new Git(directory);
            if (diff.startsWith("-C")) {
                return git.start(List.of("diff", "-r", diff, "a", "b"), Bytes.EMPTY)
                        .out();
            }
            Bytes patch = git.run(Bytes.EMPTY, List.of("diff", "--no-index", "--no-renames", diff, "a", "b"))
                    .out();
            return recounts()
                    ? Bytes.ofUtf8(
                            patch.utf8().replaceAll("(?m)^@@ -(\\d+)(,\\d+)? \\+(\\d+)(,\\d+)? @@", "@@ -$1,77 +$3 @@"))
                    : patch;
        }

        DiffOptions reading() {
            DiffOptions options = DiffOptions.DEFAULT.withStrip(diff.startsWith("-C") ? 1 : 2);
            return recounts() ? options.withCounts(DiffOptions.Counts.OF_LINES) : options;
        }

        boolean isGnu() {
            return options.fuzz() >= 0;
        }

        boolean dropsContext() {
            return options.minContext() < Integer.MAX_VALUE;
        }

        @Override
        public String toString() {
            return String.join(" ", command) + " " + diff + " on " + target;
        }
    }

    private static final ApplyOptions PLAIN = ApplyOptions.DEFAULT;

    static final List<Variant> GIT = List.of(
            Variant.git("-U3", "old-changed", PLAIN),
            Variant.git("-U1", "old-changed", PLAIN),
            Variant.git("-U3", "old-changed", PLAIN, "--recount"),
            Variant.git("-U2", "old-changed", PLAIN.withMinContext(1), "--recount", "-C1"),
            Variant.git("-U0", "old-changed", PLAIN),
            Variant.git("-U0", "old-changed", PLAIN.withUnidiffZero(), "--unidiff-zero"),
            Variant.git("-U2", "old-changed", PLAIN.withUnidiffZero(), "--unidiff-zero"),
            Variant.git("-U3", "old-changed", PLAIN.withMinContext(2), "-C2"),
            Variant.git("-U3", "old-changed", PLAIN.withMinContext(1), "-C1"),
            Variant.git("-U5", "old-changed", PLAIN.withMinContext(0), "-C0"),
            Variant.git("-U3", "new-changed", PLAIN.withReverse(), "-R"),
            Variant.git("-U2", "new-changed", PLAIN.withReverse().withMinContext(1), "-R", "-C1"),
            Variant.git(
                    "-U3", "new-respaced", PLAIN.withReverse().withIgnoredSpaceChange(), "-R", "--ignore-space-change"),
            Variant.git("-U3", "old-respaced", PLAIN.withIgnoredSpaceChange(), "--ignore-space-change"),
            Variant.git(
                    "-U2",
                    "old-respaced",
                    PLAIN.withIgnoredSpaceChange().withMinContext(1),
                    "--ignore-space-change",
                    "-C1"));

    static final List<Variant> GNU = List.of(
            Variant.gnu("-U3", 0),
            Variant.gnu("-U3", 1),
            Variant.gnu("-U3", 2),
            Variant.gnu("-U1", 1),
            Variant.gnu("-U0", 0),
            Variant.gnu("-U5", 5),
            Variant.gnuContext("-C3", 0),
            Variant.gnuContext("-C3", 2),
            Variant.gnuContext("-C1", 1));

    private final Path directory;
    private final Random random;
    private final List<String> differences = new ArrayList<>();
    private int same;
    private int rejected;
    private int moved;

    PlacementComparison(Path directory, long seed) {
        this.directory = directory;
        this.random = new Random(seed);
    }

    void generate(int files) throws IOException {
        for (String folder : List.of("a", "b", "old-changed", "new-changed", "old-respaced", "new-respaced")) {
            Files.createDirectories(directory.resolve(folder));
        }
        for (int i = 0; i < files; i++) {
            int words = random.nextInt(3) == 0 ? 3 : 60;
            List<String> before = new ArrayList<>();
            for (int line = random.nextInt(45); line > 0; line--) {
                before.add(word(words));
            }
            List<String> after = edited(before, words, 4);
            String lastFeed = random.nextInt(6) == 0 ? "" : "\n";
            String name = "f%05d".formatted(i);
            write("a", name, before, lastFeed);
            write("b", name, after, random.nextInt(9) == 0 ? "" : lastFeed);
            write("old-changed", name, edited(before, words, 3), lastFeed);
            write("new-changed", name, edited(after, words, 3), lastFeed);
            write("old-respaced", name, respaced(edited(before, words, 2)), lastFeed);
            write("new-respaced", name, respaced(edited(after, words, 2)), lastFeed);
        }
    }

    private String word(int words) {
        String word = switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "}";
            case 2 -> "\tif (x)  {";
            default -> "w" + random.nextInt(words);
        };
        return random.nextInt(12) == 0 ? " " + word + " x" : word;
    }

    private List<String> edited(List<String> lines, int words, int edits) {
        List<String> edited = new ArrayList<>(lines);
        for (int i = random.nextInt(edits) + (edits > 3 ? 1 : 0); i > 0; i--) {
            int at = random.nextInt(edited.size() + 1);
            int removed = Math.min(random.nextInt(4), edited.size() - at);
            edited.subList(at, at + removed).clear();
            for (int added = random.nextInt(4); added > 0; added--) {
                edited.add(at, word(words));
            }
        }
        return edited;
    }

    private List<String> respaced(List<String> lines) {
        List<String> respaced = new ArrayList<>();
        for (String line : lines) {
            respaced.add(
                    switch (random.nextInt(8)) {
                        case 0 -> line.replace(" ", "\t ");
                        case 1 -> line.replace("\t", "  ");
                        case 2 -> line + "\r";
                        case 3 -> line + " ";
                        default -> line;
                    });
        }
        return respaced;
    }

    private void write(String folder, String name, List<String> lines, String lastFeed) throws IOException {
        String text = String.join("\n", lines) + (lines.isEmpty() ? "" : lastFeed);
        Files.writeString(directory.resolve(folder).resolve(name), text);
    }

    void compare(Variant variant) throws IOException {
        Bytes patch = variant.patch(directory);
        Path target = Files.createTempDirectory(directory, "applied");
        Map<Bytes, TreeFile> files = read(directory.resolve(variant.target()));
        for (Map.Entry<Bytes, TreeFile> file : files.entrySet()) {
            Files.write(
                    target.resolve(file.getKey().utf8()),
                    file.getValue().content().toArray());
        }
        new Git(target).start(variant.command(), patch);

        MemoryTree tree = MemoryTree.of(files);
        Diff diff = Diff.parse(patch, variant.reading());
        ApplyResult result =
                PatchApplier.of(variant.options().withPartialResults()).apply(diff, tree);
        Map<Bytes, TreeFile> ours = new HashMap<>(tree.with(result.changes()).files());
        Map<Bytes, TreeFile> theirs = read(target);
        for (FileResult file : result.files()) {
            rejected += file.isApplied() ? 0 : 1;
            moved += file.hunks().stream().anyMatch(hunk -> hunk.offset() != 0) ? 1 : 0;
            Bytes rejects = Bytes.ofUtf8(file.file().path().display() + ".rej");
            if (!variant.isGnu()) {
                file.rejects().ifPresent(bytes -> ours.put(rejects, new TreeFile(FileMode.of(0100644), bytes)));
            }
            boolean excused = variant.isGnu() ? isJoinOfGnu(file) : isGitsJoin(variant, file);
            compare(variant, file, ours, theirs, rejects, excused);
        }
        delete(target);
    }

    /** GNU patch joins what is added to a last line without line feed, which we do not. */
    private static boolean isJoinOfGnu(FileResult file) {
        return file.hunks().stream().anyMatch(hunk -> hunk.reason().contains("has no line feed"));
    }

    /** Git takes a line without line feed for the beginning of another, and joins both; we find no place, or one with less context. */
    private static boolean isGitsJoin(Variant variant, FileResult file) {
        return file.hunks().stream()
                .filter(hunk -> !hunk.isApplied() || variant.dropsContext())
                .anyMatch(hunk -> hunk.hunk().bytes().latin1().contains("\n\\ No newline"));
    }

    private void compare(
            Variant variant,
            FileResult file,
            Map<Bytes, TreeFile> ours,
            Map<Bytes, TreeFile> theirs,
            Bytes rejects,
            boolean excused) {
        Bytes path = file.file().path().bytes();
        Optional<TreeFile> our = Optional.ofNullable(ours.get(path));
        Optional<TreeFile> their = Optional.ofNullable(theirs.get(path));
        Optional<TreeFile> ourRejects = Optional.ofNullable(ours.get(rejects));
        Optional<TreeFile> theirRejects = Optional.ofNullable(theirs.get(rejects));
        if (our.equals(their) && ourRejects.equals(theirRejects)) {
            same++;
        } else if (!excused) {
            differences.add("%s: %s%n%s%n=== ours%n%s%n%s=== theirs%n%s%n%s"
                    .formatted(
                            variant,
                            file,
                            file.file().bytes().latin1(),
                            text(our),
                            text(ourRejects),
                            text(their),
                            text(theirRejects)));
        }
    }

    private static String text(Optional<TreeFile> file) {
        return file.map(there -> there.content().latin1()).orElse("(none)");
    }

    private static Map<Bytes, TreeFile> read(Path folder) throws IOException {
        Map<Bytes, TreeFile> files = new HashMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                files.put(
                        Bytes.ofUtf8(path.getFileName().toString()),
                        new TreeFile(FileMode.of(0100644), Bytes.of(Files.readAllBytes(path))));
            }
        }
        return files;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.delete(path);
            }
        }
        Files.delete(folder);
    }

    int same() {
        return same;
    }

    int rejected() {
        return rejected;
    }

    int moved() {
        return moved;
    }

    List<String> differences() {
        return differences;
    }

    public static void main(String[] arguments) throws IOException {
        List<Variant> variants = new ArrayList<>(GIT);
        variants.addAll(GNU);
        for (Variant variant : variants) {
            int same = 0;
            int rejected = 0;
            int moved = 0;
            List<String> differences = new ArrayList<>();
            for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
                Path directory = Files.createTempDirectory("placement");
                PlacementComparison comparison = new PlacementComparison(directory, round);
                comparison.generate(Integer.parseInt(arguments[0]));
                comparison.compare(variant);
                same += comparison.same;
                rejected += comparison.rejected;
                moved += comparison.moved;
                differences.addAll(comparison.differences);
            }
            System.out.printf(
                    "%-90s same %d, of them rejected %d, moved %d; different %d%n",
                    variant, same, rejected, moved, differences.size());
            differences.stream().limit(1).forEach(System.out::println);
        }
    }
}
