package io.github.patchwork4j.benchmarks.differential;

import io.github.patchwork4j.mbox.Bytes;

/** Counts the lines of combined diffs by their columns alone, whatever the heads of the hunks promise. */
final class ColumnCounts {
    private int files;
    private int hunks;
    private long added;
    private long deleted;
    private boolean lie;
    /** Of the hunk being read: the lines of each parent and of the result that are still to come. */
    private long[] rest = new long[0];

    ColumnCounts(Bytes text) {
        for (String line : text.latin1().split("\n", -1)) {
            if (line.startsWith("diff --")) {
                endHunk();
                files++;
            } else if (line.startsWith("@@@")) {
                endHunk();
                beginHunk(line);
            } else if (!line.isEmpty() && !line.startsWith("\\") && rest.length > 0) {
                count(line);
            }
        }
        endHunk();
    }

    private void beginHunk(String head) {
        hunks++;
        int parents = head.indexOf(' ') - 1;
        rest = new long[parents + 1];
        String[] ranges = head.split(" ", parents + 3);
        for (int i = 0; i <= parents; i++) {
            int comma = ranges[i + 1].indexOf(',');
            rest[i] = comma < 0 ? 1 : Long.parseLong(ranges[i + 1].substring(comma + 1));
        }
    }

    private void count(String line) {
        int parents = rest.length - 1;
        String columns = line.substring(0, Math.min(parents, line.length()));
        boolean lost = columns.indexOf('-') >= 0;
        deleted += lost ? 1 : 0;
        added += !lost && columns.indexOf('+') >= 0 ? 1 : 0;
        rest[parents] -= lost ? 0 : 1;
        for (int i = 0; i < columns.length(); i++) {
            rest[i] -= columns.charAt(i) == (lost ? '-' : ' ') ? 1 : 0;
        }
    }

    private void endHunk() {
        for (long lines : rest) {
            lie |= lines != 0;
        }
        rest = new long[0];
    }

    /** Tells whether a hunk has not as many lines as its head promises: git 2.39 sometimes miscounts those that parents share. */
    boolean headersLie() {
        return lie;
    }

    static String text(int files, int hunks, long added, long deleted) {
        return "%d files, %d hunks, %d added, %d deleted".formatted(files, hunks, added, deleted);
    }

    @Override
    public String toString() {
        return text(files, hunks, added, deleted);
    }
}
