package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.FileStatus;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table that git writes above a diff, such as {@code kettle.c | 12 +++---} for each file and a line that sums up.
 *
 * @param files how many files the last line names
 * @param insertions how many added lines it names
 * @param deletions how many removed lines it names
 * @param rows the lines of the files, in their order
 */
public record Diffstat(int files, int insertions, int deletions, List<Row> rows) {
    /**
     * The line of a file.
     *
     * @param name the name as it is shown: perhaps cut to {@code .../kettle.c}, perhaps {@code a => b}
     * @param change what stands behind the bar, such as {@code 12 +++---} or {@code Bin 0 -> 142 bytes}
     */
    public record Row(String name, String change) {}

    /**
     * Makes a diffstat.
     *
     * @param files the files
     * @param insertions the insertions
     * @param deletions the deletions
     * @param rows the rows, copied
     */
    public Diffstat {
        rows = List.copyOf(rows);
    }

    /**
     * Finds the last diffstat of a text.
     *
     * @param text the notes of a patch or the message of a cover letter
     * @return the diffstat; empty if no line sums up
     */
    public static Optional<Diffstat> parse(String text) {
        List<Row> rows = new ArrayList<>();
        Optional<Diffstat> found = Optional.empty();
        for (String line : text.split("\n", -1)) {
            int bar = line.lastIndexOf(" | ");
            int[] sum = line.startsWith(" ") ? sum(line.strip()) : new int[0];
            if (sum.length > 0) {
                found = Optional.of(new Diffstat(sum[0], sum[1], sum[2], rows));
                rows.clear();
            } else if (line.startsWith(" ") && bar > 0) {
                rows.add(new Row(
                        line.substring(0, bar).strip(), line.substring(bar + 3).strip()));
            } else if (line.isBlank()) {
                rows.clear();
            }
        }
        return found;
    }

    /** Files, insertions and deletions of {@code 2 files changed, 3 insertions(+), 1 deletion(-)}, whose last two may be missing. */
    private static int[] sum(String line) {
        String[] parts = line.split(", ", -1);
        int files = count(parts[0], " file changed", " files changed");
        if (files < 0 || parts.length > 3) {
            return new int[0];
        }
        int[] sum = {files, 0, 0};
        for (int i = 1; i < parts.length; i++) {
            int insertions = count(parts[i], " insertion(+)", " insertions(+)");
            int deletions = count(parts[i], " deletion(-)", " deletions(-)");
            if (insertions < 0 && deletions < 0) {
                return new int[0];
            }
            sum[insertions >= 0 ? 1 : 2] = Math.max(insertions, deletions);
        }
        return sum;
    }

    private static int count(String text, String one, String many) {
        String unit = text.endsWith(one) ? one : many;
        return text.endsWith(unit) ? Ascii.number(text.substring(0, text.length() - unit.length())) : -1;
    }

    /**
     * Compares with the diff. A diff that changes less than announced was most likely cut on its way.
     *
     * @param diff the diff of the same mail
     * @return what differs; empty if nothing does
     */
    public List<Diagnostic> compare(Diff diff) {
        // A file whose type changes is one in the table and two in the diff.
        long seen = diff.files().stream().map(FileDiff::path).distinct().count();
        // git format-patch -D leaves out what a deleted file held.
        boolean hidden = diff.files().stream()
                .anyMatch(file ->
                        file.status() == FileStatus.DELETED && file.hunks().isEmpty());
        boolean less = seen < files || diff.addedLines() < insertions || (diff.deletedLines() < deletions && !hidden);
        boolean more = seen > files || diff.addedLines() > insertions || diff.deletedLines() > deletions;
        if (!less && !more) {
            return List.of();
        }
        String message = "the diffstat has %d files, %d insertions and %d deletions, the diff has %d, %d and %d"
                .formatted(files, insertions, deletions, seen, diff.addedLines(), diff.deletedLines());
        Diagnostic.Kind kind = less ? Diagnostic.Kind.TRUNCATED : Diagnostic.Kind.CORRUPT_DIFF;
        return List.of(new Diagnostic(kind, diff.bytes().length(), message));
    }
}
