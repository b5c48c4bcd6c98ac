package io.github.patchwork4j.benchmarks.differential;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.Hunk;
import java.util.List;

/**
 * Compares combined diffs with what their first columns say: no command of git reads them, but every line of theirs tells
 * what it is.
 */
final class CombinedComparison {
    private final Tally tally;
    private final String name;

    CombinedComparison(Tally tally, String name) {
        this.tally = tally;
        this.name = name;
    }

    /** Compares merge after merge in the output of git log; returns how many there are. */
    int compare(Bytes log) {
        int merges = 0;
        int from = 0;
        while (from < log.length()) {
            int to = nextMerge(log, from);
            compareMerge(log.slice(from, to));
            merges++;
            from = to;
        }
        return merges;
    }

    private void compareMerge(Bytes merge) {
        ColumnCounts columns = new ColumnCounts(merge);
        Diff diff = Diff.parse(merge);
        String reproduce = name + " "
                + merge.slice(0, Math.max(0, merge.indexOf((byte) '\n', 0))).latin1();
        if (columns.headersLie() && !diff.diagnostics().isEmpty()) {
            tally.known(KnownDifference.COUNTS_THAT_GIT_MISTAKES);
        } else {
            tally.compare("diagnostics of combined", Bytes.EMPTY, Bytes.ofUtf8(text(diff.diagnostics())), reproduce);
        }
        tally.compare("combined", Bytes.ofUtf8(columns.toString()), Bytes.ofUtf8(counts(diff)), reproduce);
    }

    private static String text(List<Diagnostic> diagnostics) {
        return diagnostics.isEmpty() ? "" : diagnostics.toString();
    }

    private static int nextMerge(Bytes log, int from) {
        int line = log.indexOf((byte) '\n', from);
        while (line >= 0 && !log.startsWith("merge ", line + 1)) {
            line = log.indexOf((byte) '\n', line + 1);
        }
        return line < 0 ? log.length() : line + 1;
    }

    private static String counts(Diff diff) {
        int hunks = 0;
        long added = 0;
        long deleted = 0;
        for (FileDiff file : diff.files()) {
            for (Hunk hunk : file.hunks()) {
                hunks++;
                added += hunk.addedLines();
                deleted += hunk.deletedLines();
            }
        }
        return ColumnCounts.text(diff.files().size(), hunks, added, deleted);
    }
}
