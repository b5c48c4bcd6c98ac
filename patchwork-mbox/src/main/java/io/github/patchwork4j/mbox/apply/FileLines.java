package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a file while hunks are applied to it: runs of the original lines, and lines that hunks have put there.
 *
 * <p>They stand in one array with a gap where the last change was, so that hunks in order cost what they change and the
 * way between them. The bytes are put together once, at the end.
 */
final class FileLines {
    private final byte[] array;
    private final int base;
    private final int[] starts;
    private final int[] hashes;
    /** What hunks have put; the array has the complement of the index. */
    private final List<Bytes> put = new ArrayList<>();
    /** Whether a line that other lines follow gets the line feed that it lacks: GNU patch does that, git does not. */
    private final boolean completesLines;

    private int[] lines;
    private int gapFrom;
    private int gapTo;

    FileLines(Bytes content, ApplyOptions options) {
        this.array = content.array();
        this.base = content.offset();
        this.completesLines = options.fuzz() >= 0;
        this.starts = starts(content);
        int count = starts.length - 1;
        this.hashes = new int[count];
        this.lines = new int[count + 16];
        for (int i = 0; i < count; i++) {
            hashes[i] = LineHash.of(array, base + starts[i], base + starts[i + 1], options);
            lines[i] = i;
        }
        this.gapFrom = count;
        this.gapTo = lines.length;
    }

    /** Returns where each line begins, and the end. */
    private static int[] starts(Bytes content) {
        int[] starts = new int[Math.min(content.length(), 64) + 1];
        int count = 0;
        int end = content.offset() + content.length();
        for (int at = content.offset(); at < end; ) {
            if (count + 1 == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[count++] = at - content.offset();
            int feed = Scan.indexOf(content.array(), (byte) '\n', at, end);
            at = feed < 0 ? end : feed + 1;
        }
        starts[count] = content.length();
        return Arrays.copyOf(starts, count + 1);
    }

    int size() {
        return lines.length - (gapTo - gapFrom);
    }

    private int line(int index) {
        return lines[index < gapFrom ? index : index + gapTo - gapFrom];
    }

    /** Tells whether a line that no hunk has put is, by its hash, the given line before. */
    boolean mayBe(int index, HunkSides sides, int before) {
        int line = line(index);
        return line >= 0 && hashes[line] == sides.hash(before);
    }

    boolean isExactly(int index, Bytes wanted) {
        int line = line(index);
        return LineHash.same(wanted, array, base + starts[line], base + starts[line + 1]);
    }

    boolean isButForSpace(int index, Bytes wanted) {
        int line = line(index);
        return LineHash.sameButForSpace(wanted, array, base + starts[line], base + starts[line + 1]);
    }

    /** Returns the bytes of a line, with its line feed. */
    Bytes bytes(int index) {
        int line = line(index);
        return line < 0 ? put.get(~line) : Bytes.of(array, base + starts[line], starts[line + 1] - starts[line]);
    }

    /** Returns how many lines are moved by a change at a line. */
    int distance(int index) {
        return Math.abs(index - gapFrom);
    }

    /** Puts lines in the place of others. */
    void replace(int index, int removed, List<Bytes> added) {
        moveGap(index);
        gapTo += removed;
        if (gapTo - gapFrom < added.size()) {
            grow(added.size());
        }
        for (Bytes line : added) {
            lines[gapFrom++] = ~put.size();
            put.add(line);
        }
    }

    private void moveGap(int index) {
        int width = gapTo - gapFrom;
        if (index < gapFrom) {
            System.arraycopy(lines, index, lines, index + width, gapFrom - index);
        } else {
            System.arraycopy(lines, gapTo, lines, gapFrom, index - gapFrom);
        }
        gapFrom = index;
        gapTo = index + width;
    }

    private void grow(int wanted) {
        int tail = lines.length - gapTo;
        int[] larger = new int[Math.max(lines.length * 2, gapFrom + tail + wanted)];
        System.arraycopy(lines, 0, larger, 0, gapFrom);
        System.arraycopy(lines, gapTo, larger, larger.length - tail, tail);
        gapTo = larger.length - tail;
        lines = larger;
    }

    boolean endsWithLineFeed(int index) {
        Bytes line = bytes(index);
        return line.at(line.length() - 1) == '\n';
    }

    /** Puts the bytes together; original lines that stand together are copied together. */
    Bytes toBytes() {
        ByteSink out = new ByteSink(starts[starts.length - 1] + 1024);
        int size = size();
        int at = 0;
        while (at < size) {
            int first = line(at);
            if (completesLines && out.length() > 0 && !endsWithLineFeed(at - 1)) {
                out.write('\n');
            }
            if (first < 0) {
                out.write(put.get(~first));
                at++;
                continue;
            }
            int last = first;
            while (++at < size && line(at) == last + 1) {
                last++;
            }
            out.write(array, base + starts[first], starts[last + 1] - starts[first]);
        }
        return out.toBytes().copy();
    }
}
