package io.github.patchwork4j.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Makes a git diff of many files out of a seed, with line lengths and hunk sizes like those of a C project.
 *
 * <p>Lines have 31 bytes on average, as in git's own history; contexts are three lines long.
 */
public final class GeneratedDiff {
    private final Random random;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int changedLinesPerHunk;
    private final int hunksPerFile;

    private GeneratedDiff(int seed, int changedLinesPerHunk, int hunksPerFile) {
        this.random = new Random(seed);
        this.changedLinesPerHunk = changedLinesPerHunk;
        this.hunksPerFile = hunksPerFile;
    }

    /**
     * Makes a diff.
     *
     * @param bytes how long it is at least
     * @param seed makes it another one
     * @param changedLinesPerHunk how many added and deleted lines a hunk has at most
     * @param hunksPerFile how many hunks a file has at most
     * @return the diff
     */
    public static byte[] of(int bytes, int seed, int changedLinesPerHunk, int hunksPerFile) {
        GeneratedDiff diff = new GeneratedDiff(seed, changedLinesPerHunk, hunksPerFile);
        for (int file = 0; diff.out.size() < bytes; file++) {
            diff.file("src/part" + file % 97 + "/module-" + file + ".c");
        }
        return diff.out.toByteArray();
    }

    private void file(String name) {
        text("diff --git a/" + name + " b/" + name + "\n");
        text("index %08x..%08x 100644\n".formatted(random.nextInt(), random.nextInt()));
        text("--- a/" + name + "\n+++ b/" + name + "\n");
        int line = 1;
        for (int hunks = 1 + random.nextInt(hunksPerFile); hunks > 0; hunks--) {
            line += 10 + random.nextInt(200);
            hunk(line);
        }
    }

    private void hunk(int line) {
        int deleted = random.nextInt(changedLinesPerHunk);
        int added = 1 + random.nextInt(changedLinesPerHunk);
        text("@@ -" + line + "," + (deleted + 6) + " +" + line + "," + (added + 6) + " @@ static int handle(void)\n");
        lines(' ', 3);
        while (deleted > 0 || added > 0) {
            int some = Math.min(deleted, 1 + random.nextInt(4));
            lines('-', some);
            deleted -= some;
            int more = Math.min(added, 1 + random.nextInt(5));
            lines('+', more);
            added -= more;
        }
        lines(' ', 3);
    }

    private void lines(char marker, int count) {
        for (int i = 0; i < count; i++) {
            out.write(marker);
            int length = random.nextInt(8) == 0 ? 0 : (int) Math.min(100, Math.abs(random.nextGaussian()) * 42);
            for (int c = 0; c < length; c++) {
                out.write(c < length / 6 ? '\t' : ' ' + 1 + random.nextInt(94));
            }
            out.write('\n');
        }
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
