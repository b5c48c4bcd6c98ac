package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.List;

/** Writes the difference of two normalised patches, or only counts its lines. */
final class UnifiedLines {
    private final List<Bytes> before;
    private final List<Bytes> after;
    private final ByteSink out = new ByteSink(1024);
    /** The section that the lines seen so far end in. */
    private Bytes section = Bytes.EMPTY;

    private int seen;

    private UnifiedLines(List<Bytes> before, List<Bytes> after) {
        this.before = before;
        this.after = after;
    }

    /** Counts the lines that would be written, the heads of the hunks among them. */
    static int count(LineDiff diff) {
        int[] count = {0};
        for (DiffHunk hunk : DiffHunk.of(diff)) {
            count[0]++;
            hunk.forEach(diff, (sign, place) -> count[0]++);
        }
        return count[0];
    }

    static Bytes write(List<Bytes> before, List<Bytes> after, LineDiff diff) {
        UnifiedLines lines = new UnifiedLines(before, after);
        for (DiffHunk hunk : DiffHunk.of(diff)) {
            lines.header(hunk.oldFrom());
            hunk.forEach(diff, lines::line);
        }
        return lines.out.toBytes();
    }

    private void header(int from) {
        out.write(Bytes.ofUtf8("    @@"));
        for (; seen < from; seen++) {
            Bytes found = section(before.get(seen));
            section = found.isEmpty() ? section : found;
        }
        if (!section.isEmpty()) {
            out.write(' ');
            out.write(section);
        }
        out.write('\n');
    }

    /** Returns what a line of a normalised patch says about the lines below it: a file, a function, a part of the mail. */
    private static Bytes section(Bytes line) {
        if (line.startsWith(" ## ") && line.length() > 7 && line.startsWith(" ##", line.length() - 3)) {
            return line.slice(4, line.length() - 3);
        }
        int marks = line.startsWith("@@ ") ? 0 : line.startsWith("@@ ", 1) ? 1 : -1;
        return marks < 0 ? Bytes.EMPTY : line.slice(marks + 3, line.length());
    }

    private void line(char sign, int place) {
        out.write(Bytes.ofUtf8("    " + sign));
        out.write(sign == '+' ? after.get(place) : before.get(place));
        out.write('\n');
    }
}
