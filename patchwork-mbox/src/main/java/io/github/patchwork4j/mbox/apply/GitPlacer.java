package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Places hunks as {@code git apply} does.
 *
 * <p>A hunk for the first line of a file, and one that ends without context, must match at the file's beginning or end. Any
 * other is looked for where its header says, counting lines as the hunks before have left them, and from there in both
 * directions by turns, downwards first. No line that a hunk has put, context included, is looked at again. Only where less
 * context is allowed the anchors are dropped, and then lines of context.
 *
 * <p>A line without a line feed only matches a last line without one; git also takes it for the beginning of a longer
 * text, which then runs into the line that follows.
 */
final class GitPlacer implements HunkPlacer {
    private final FileLines file;
    private final ApplyOptions options;
    private final Work work;

    GitPlacer(FileLines file, ApplyOptions options, Work work) {
        this.file = file;
        this.options = options;
        this.work = work;
    }

    @Override
    public HunkResult place(HunkSides sides) {
        boolean atStart = sides.beforeStart == 0 || (sides.beforeStart == 1 && !options.unidiffZero());
        boolean atEnd = sides.trailing == 0 && !options.unidiffZero();
        int expected = Math.max(sides.afterStart - 1, 0);
        int leading = sides.leading;
        int trailing = sides.trailing;
        while (true) {
            Part part = new Part(sides, sides.leading - leading, sides.trailing - trailing);
            int found = find(part, expected, atStart, atEnd);
            if (found >= 0) {
                return replace(part, found)
                        ? HunkResult.applied(sides, found + 1, found - expected, part.head, part.tail)
                        : HunkResult.rejected(sides, TOO_MUCH);
            }
            if (work.isSpent() || (leading <= options.minContext() && trailing <= options.minContext())) {
                return HunkResult.rejected(sides, work.isSpent() ? TOO_MUCH : NO_PLACE);
            }
            if (atStart || atEnd) {
                atStart = false;
                atEnd = false;
                continue;
            }
            if (leading >= trailing) {
                leading--;
                expected--;
            }
            if (trailing > leading) {
                trailing--;
            }
        }
    }

    /** What is looked at of a hunk: all but some lines at both ends, which are context. */
    private record Part(HunkSides sides, int head, int tail) {
        int size() {
            return sides.before.size() - head - tail;
        }
    }

    private int find(Part part, int expected, boolean atStart, boolean atEnd) {
        int last = file.size() - part.size();
        if (last < 0) {
            return -1;
        }
        if (atStart || atEnd) {
            boolean possible = !atStart || !atEnd || last == 0;
            int only = atStart ? 0 : last;
            return possible && matches(part, only) ? only : -1;
        }
        int start = expected < 0 || expected > file.size() ? file.size() : expected;
        if (start <= last && matches(part, start)) {
            return start;
        }
        // Beyond the last line at which the hunk could begin nothing matches.
        int up = Math.min(start, last + 1);
        int down = start;
        while ((up > 0 || down < last) && !work.isSpent()) {
            if (down < last && matches(part, ++down)) {
                return down;
            }
            if (up > 0 && matches(part, --up)) {
                return up;
            }
        }
        return -1;
    }

    private boolean matches(Part part, int at) {
        int size = part.size();
        for (int i = 0; i < size; i++) {
            if (!work.spend(1) || !file.mayBe(at + i, part.sides, part.head + i)) {
                return false;
            }
        }
        boolean exact = true;
        for (int i = 0; i < size && exact; i++) {
            exact = file.isExactly(at + i, part.sides.before.get(part.head + i));
        }
        return work.spend(1 + size) && (exact || (options.ignoreSpaceChange() && matchesButForSpace(part, at)));
    }

    private boolean matchesButForSpace(Part part, int at) {
        for (int i = 0; i < part.size(); i++) {
            if (!file.isButForSpace(at + i, part.sides.before.get(part.head + i))) {
                return false;
            }
        }
        return work.spend(part.size());
    }

    private boolean replace(Part part, int at) {
        HunkSides sides = part.sides;
        List<Bytes> lines = sides.after.subList(part.head, sides.after.size() - part.tail);
        if (options.ignoreSpaceChange()) {
            // Lines of context stay as they are in the file.
            List<Bytes> own = new ArrayList<>(lines.size());
            for (int i = part.head; i < sides.after.size() - part.tail; i++) {
                int context = sides.contextOf.get(i);
                own.add(context < 0 ? sides.after.get(i) : file.bytes(at + context - part.head));
            }
            lines = own;
        }
        boolean affordable = work.spend((long) file.distance(at) + lines.size());
        if (affordable) {
            file.replace(at, part.size(), lines);
        }
        return affordable;
    }
}
