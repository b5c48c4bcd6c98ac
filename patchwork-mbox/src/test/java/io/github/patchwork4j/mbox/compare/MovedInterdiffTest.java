package io.github.patchwork4j.mbox.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Versions of a patch, the second of which is made on another state of the file: the difference has to make of the first
 * version's result what {@code git apply} makes of the first version's file with the second version. Where both are for
 * the same state, it has to make what {@code interdiff} of patchutils makes, if that is installed. The system property
 * {@code interdiff.rounds} makes it longer.
 */
class MovedInterdiffTest {
    private static final int ROUNDS = Integer.getInteger("interdiff.rounds", 40);

    private final Random random = new Random(Integer.getInteger("interdiff.seed", 3));
    private int words;

    @Test
    void fitsTheSecondVersionToTheFileOfTheFirst(@TempDir Path directory) throws IOException {
        assumeTrue(Git.answers("git"), "git is not installed");
        boolean patchutils = Git.answers("interdiff");
        Git git = new Git(directory);
        StringBuilder script = new StringBuilder();
        int moved = 0;
        int omitted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path work = Files.createDirectory(directory.resolve("r" + round));
            List<String> base = lines(40 + random.nextInt(40));
            List<String> one = edited(base, 0, base.size());
            boolean sameBase = round % 3 == 0;
            List<String> other = sameBase ? base : edited(base, 0, base.size() / 2);
            String context = "-U" + List.of(3, 4, 5).get(round % 3);
            Bytes first = diff(git, work, base, one, context);
            List<String> both = edited(other, other.size() / 2, other.size());
            Bytes second = diff(git, work, other, edited(both, 0, round % 2 == 0 ? both.size() : 1), context);
            Interdiff interdiff = Interdiff.of(Diff.parse(first), Diff.parse(second));

            moved += interdiff.movedFiles().size();
            omitted += interdiff.omissions().size();
            assertThat(sameBase
                            && !(interdiff.movedFiles().isEmpty()
                                    && interdiff.omissions().isEmpty()))
                    .isFalse();
            if (interdiff.omissions().isEmpty()) {
                write(work.resolve("base"), base);
                Files.write(work.resolve("p1"), first.toArray());
                Files.write(work.resolve("p2"), second.toArray());
                Files.write(work.resolve("ours"), interdiff.text().toArray());
                script.append(ask(round, sameBase && patchutils));
            }
        }
        List<String> verdicts = git.start(List.of("sh", "-c", script.toString()), Bytes.EMPTY)
                .out()
                .latin1()
                .lines()
                .toList();

        assertThat(verdicts).noneMatch(verdict -> verdict.startsWith("wrong"));
        assertThat(verdicts.stream().filter(verdict -> verdict.startsWith("right")))
                .hasSizeGreaterThan(ROUNDS / 2);
        assertThat(moved).isGreaterThan(ROUNDS / 4);
        assertThat(omitted).isLessThan(ROUNDS / 4);
    }

    /** Applies all with git, in a folder of its own. */
    private static String ask(int round, boolean patchutils) {
        String theirs = patchutils ? """
                cp one theirs
                interdiff -q p1 p2 > pu
                test ! -s pu || patch -s -f theirs pu > /dev/null
                cmp -s theirs two || echo "patchutils makes something else of $r"
                """ : "";
        return """
        (r=%d; cd r$r
        a() { cp base f && { test ! -s $1 || git apply $1; }; }
        a p2 2> e || { echo "without answer $r"; exit; }
        cp f two
        a p1 2> e || { echo "no patch $r"; exit; }
        cp f one
        { test ! -s ours || git apply ours; } 2> e && cmp -s f two && echo "right $r" || echo "wrong $r $(cat e)"
        %s)
        """.formatted(round, theirs);
    }

    private List<String> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(line -> random.nextInt(6) == 0 ? "}" : "line " + words++)
                .toList();
    }

    /** Changes, deletes and adds lines in a part of a file. */
    private List<String> edited(List<String> lines, int from, int to) {
        List<String> edited = new ArrayList<>(lines);
        for (int i = 0; i < 3; i++) {
            int at = from + random.nextInt(Math.max(1, Math.min(to, edited.size()) - from));
            switch (random.nextInt(3)) {
                case 0 -> edited.add(Math.min(at, edited.size()), "added " + words++);
                case 1 -> edited.remove(Math.min(at, edited.size() - 1));
                default -> edited.set(Math.min(at, edited.size() - 1), "changed " + words++);
            }
        }
        return edited;
    }

    private static Bytes diff(Git git, Path work, List<String> before, List<String> after, String context)
            throws IOException {
        write(work.resolve("f"), before);
        Path other = write(Files.createDirectories(work.resolve("new")).resolve("f"), after);
        String folder = work.getFileName() + "/";
        List<String> command = List.of(
                "diff",
                "--no-index",
                context,
                folder + "f",
                folder + other.getParent().getFileName() + "/f");
        // Both names are to be that of the file.
        String text = git.run(Bytes.EMPTY, command).out().latin1();
        return Bytes.ofUtf8(text.replace("/" + folder + "new/f", "/f").replace("/" + folder + "f", "/f"));
    }

    private static Path write(Path file, List<String> lines) throws IOException {
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
