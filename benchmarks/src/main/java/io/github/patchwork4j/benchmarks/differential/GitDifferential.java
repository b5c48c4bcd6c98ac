package io.github.patchwork4j.benchmarks.differential;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Compares our reading of a history with git's: its commits are written as mails in many variants, and each mail is split
 * off, taken apart, parsed and hashed by both.
 *
 * <p>{@code GitDifferential [--sample N] [--seed S] [--variant NAME] PATH...} takes git repositories and files in the format
 * mboxrd. All mails are split; of each variant at most N, drawn by the seed, go through the rest. It prints the exact
 * numbers for each variant, each difference that is no {@link KnownDifference} with what it takes to see it again, and ends
 * with exit code 1 if there is one.
 */
public final class GitDifferential {
    private static final int BATCH = 100;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.ISO_8859_1);
    private final Path folder;
    private final GitProcess git;
    private final Tally total = new Tally(out);
    private int sample = Integer.MAX_VALUE;
    private long seed = 1;
    private String variant = "";

    private GitDifferential(Path folder) throws IOException {
        this.folder = folder;
        this.git = new GitProcess(folder);
    }

    /**
     * Runs the comparison.
     *
     * @param arguments as the class says
     * @throws IOException if a path cannot be read, or git cannot be run
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("differential");
        GitDifferential run = new GitDifferential(folder);
        try {
            run.all(arguments);
        } finally {
            delete(folder);
        }
        run.out.println("total: " + run.total);
        System.exit(run.total.hasDifferences() ? 1 : 0);
    }

    private void all(String[] arguments) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--sample" -> sample = Integer.parseInt(arguments[++i]);
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                case "--variant" -> variant = arguments[++i];
                default -> paths.add(Path.of(arguments[i]).toAbsolutePath());
            }
        }
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                compareRepository(path);
            } else {
                compare(
                        path.getFileName().toString(),
                        path,
                        Variant.named("default").get(0));
            }
        }
    }

    private void compareRepository(Path repository) throws IOException {
        for (Variant one : Variant.named(variant)) {
            Path mbox = folder.resolve("mbox");
            List<String> command = new ArrayList<>(List.of("git", "format-patch", "--stdout"));
            command.addAll(one.options());
            command.addAll(one.hasBase() ? sinceRoot(repository) : List.of("--root", "HEAD"));
            String name = repository.getFileName() + " " + one.name();
            if (git.run(repository, mbox, command) == 0) {
                compare(name, mbox, one);
            } else {
                out.println(name + ": git cannot write this variant");
            }
        }
        for (String option : List.of("--cc", "-c")) {
            Path log = folder.resolve("log");
            git.run(
                    repository,
                    log,
                    List.of("git", "log", "--merges", option, "-p", "-M", "--format=merge %H", "HEAD"));
            Tally tally = new Tally(out);
            int merges = new CombinedComparison(tally, repository.getFileName() + " " + option)
                    .compare(Bytes.of(Files.readAllBytes(log)));
            out.println(repository.getFileName() + " merges with " + option + ": " + merges + " merges, " + tally);
            tally.addTo(total);
        }
    }

    /** Names the base, and the range behind it; git cannot do that where the history has merges. */
    private List<String> sinceRoot(Path repository) throws IOException {
        Path roots = folder.resolve("roots");
        git.run(repository, roots, List.of("git", "rev-list", "--max-parents=0", "HEAD"));
        String root = Files.readString(roots).strip().lines().findFirst().orElse("HEAD");
        return List.of("--base=" + root, root + "..HEAD");
    }

    private void compare(String name, Path mbox, Variant one) throws IOException {
        Tally tally = new Tally(out);
        Path split = Files.createDirectories(folder.resolve("split"));
        List<String> mailsplit = new ArrayList<>(List.of("git", "mailsplit", "-b", "-d8", "-o" + split));
        if (one.isQuoted()) {
            mailsplit.add("--mboxrd");
        }
        mailsplit.add(mbox.toString());
        git.run(folder, folder.resolve("out"), mailsplit);
        int count = (int) count(split);
        BitSet drawn = drawn(count);
        List<MailBatch> batches = new ArrayList<>();
        List<MailBatch.Item> items = new ArrayList<>();
        int number = 0;
        try (MailArchive archive = ArchiveReader.of(one.isQuoted() ? SplitRule.MBOXRD : SplitRule.GIT)
                .open(mbox)) {
            for (ArchivedMail mail : archive) {
                Path file = split.resolve("%08d".formatted(++number));
                Bytes whole = Files.exists(file) ? Bytes.of(Files.readAllBytes(file)) : Bytes.EMPTY;
                if (whole.length() > Limits.UNTRUSTED.maxMessageBytes()) {
                    tally.known(KnownDifference.BEYOND_LIMITS);
                    continue;
                }
                Bytes content = mail.content();
                int envelope = whole.indexOf((byte) '\n', 0) + 1;
                tally.compare("split", whole.slice(envelope, whole.length()), content, name + " mail " + number);
                if (drawn.get(number - 1)) {
                    items.add(new MailBatch.Item(number, whole.copy()));
                }
                if (items.size() == BATCH) {
                    batches.add(batch(one, items, tally));
                    items = new ArrayList<>();
                }
            }
        }
        batches.add(batch(one, items, tally));
        tally.compare("number of mails", Bytes.ofUtf8("" + count), Bytes.ofUtf8("" + number), name);
        batches.parallelStream().forEach(GitDifferential::run);
        delete(split);
        out.println(name + ": " + number + " mails, " + drawn.cardinality() + " read, " + tally);
        tally.addTo(total);
    }

    private MailBatch batch(Variant one, List<MailBatch.Item> items, Tally tally) throws IOException {
        return new MailBatch(git, Files.createTempDirectory(folder, "batch"), one, List.copyOf(items), tally);
    }

    private static void run(MailBatch batch) {
        try {
            batch.compare();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BitSet drawn(int count) {
        BitSet drawn = new BitSet(count);
        if (count <= sample) {
            drawn.set(0, count);
        }
        Random random = new Random(seed);
        while (drawn.cardinality() < Math.min(sample, count)) {
            drawn.set(random.nextInt(count));
        }
        return drawn;
    }

    private static long count(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
