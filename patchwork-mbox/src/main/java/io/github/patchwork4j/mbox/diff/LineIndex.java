package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.util.Objects;

/**
 * Knows where the lines of a hunk begin, in two bytes for each line of all but huge hunks.
 *
 * <p>An index is an array of chars, or of ints if the distances are longer, and nothing around it: hunks are many and short.
 */
final class LineIndex {
    private LineIndex() {}

    /** Makes the index of the lines between two places; what it holds are distances from {@code base}. */
    static Object of(Bytes source, int base, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at = next(source, at, to)) {
            count += source.at(at) == '\\' ? 0 : 1;
        }
        if (to - base > Character.MAX_VALUE) {
            return far(new int[count], source, base, from, to);
        }
        char[] near = new char[count];
        int line = 0;
        for (int at = from; at < to; at = next(source, at, to)) {
            if (source.at(at) != '\\') {
                near[line++] = (char) (at - base);
            }
        }
        return near;
    }

    private static int[] far(int[] starts, Bytes source, int base, int from, int to) {
        int line = 0;
        for (int at = from; at < to; at = next(source, at, to)) {
            if (source.at(at) != '\\') {
                starts[line++] = at - base;
            }
        }
        return starts;
    }

    private static int next(Bytes source, int at, int to) {
        int feed = source.indexOf((byte) '\n', at);
        return feed < 0 ? to : feed + 1;
    }

    static int size(Object index) {
        return index instanceof char[] near ? near.length : ((int[]) index).length;
    }

    /** Returns the distance of a line. */
    static int at(Object index, int line) {
        Objects.checkIndex(line, size(index));
        return index instanceof char[] near ? near[line] : ((int[]) index)[line];
    }
}
