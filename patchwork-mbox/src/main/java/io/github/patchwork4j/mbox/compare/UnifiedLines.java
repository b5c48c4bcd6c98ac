package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the difference of two normalised patches, or only counts its lines: hunks with three lines of context. */
final class UnifiedLines {
    private static final int CONTEXT = 3;

    private final List<Bytes> before;
    private final List<Bytes> after;
    private final LineDiff diff;
    private final @Nullable ByteSink out;
    private int count;
    /** The section that the lines seen so far end in. */
    private Bytes section = Bytes.EMPTY;

    private int seen;

    private UnifiedLines(List<Bytes> before, List<Bytes> after, LineDiff diff, @Nullable ByteSink out) {
        this.before = before;
        this.after = after;
        this.diff = diff;
        this.out = out;
    }

    static int count(List<Bytes> before, List<Bytes> after, LineDiff diff) {
        UnifiedLines lines = new UnifiedLines(before, after, diff, null);
        lines.run();
        return lines.count;
    }

    static Bytes write(List<Bytes> before, List<Bytes> after, LineDiff diff) {
        ByteSink out = new ByteSink(1024);
        new UnifiedLines(before, after, diff, out).run();
        return out.toBytes();
    }

    private void run() {
        int x = 0;
        int y = 0;
        int printed = 0;
        boolean open = false;
        while (x < before.size() || y < after.size()) {
            boolean changes = (x < before.size() && diff.deleted[x]) || (y < after.size() && diff.added[y]);
            if (!changes) {
                x++;
                y++;
                continue;
            }
            if (!open || x - printed > 2 * CONTEXT) {
                if (open) {
                    context(printed, printed + CONTEXT);
                }
                printed = Math.max(x - CONTEXT, 0);
                header(printed);
                open = true;
            }
            context(printed, x);
            for (; x < before.size() && diff.deleted[x]; x++) {
                line('-', before.get(x));
            }
            for (; y < after.size() && diff.added[y]; y++) {
                line('+', after.get(y));
            }
            printed = x;
        }
        if (open) {
            context(printed, Math.min(printed + CONTEXT, before.size()));
        }
    }

    private void context(int from, int to) {
        for (int i = from; i < to; i++) {
            line(' ', before.get(i));
        }
    }

    private void header(int from) {
        count++;
        if (out != null) {
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
    }

    /** Returns what a line of a normalised patch says about the lines below it: a file, a function, a part of the mail. */
    private static Bytes section(Bytes line) {
        if (line.startsWith(" ## ") && line.length() > 7 && line.startsWith(" ##", line.length() - 3)) {
            return line.slice(4, line.length() - 3);
        }
        int marks = line.startsWith("@@ ") ? 0 : line.startsWith("@@ ", 1) ? 1 : -1;
        return marks < 0 ? Bytes.EMPTY : line.slice(marks + 3, line.length());
    }

    private void line(char sign, Bytes line) {
        count++;
        if (out != null) {
            out.write(Bytes.ofUtf8("    " + sign));
            out.write(line);
            out.write('\n');
        }
    }
}
