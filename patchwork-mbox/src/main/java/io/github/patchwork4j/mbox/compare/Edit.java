package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.Hunk;
import io.github.patchwork4j.mbox.diff.HunkLine;
import java.util.ArrayList;
import java.util.List;

/**
 * A hunk as a change of some lines of a file.
 *
 * @param start the number, from 1, of the first line that it covers, or before which it adds
 * @param lines its lines
 * @param size how many lines of the file it covers
 * @param growth how many more lines there are afterwards
 */
record Edit(int start, List<HunkLine> lines, int size, int growth) {
    static List<Edit> of(FileDiff file) {
        List<Edit> edits = new ArrayList<>();
        for (Hunk hunk : file.hunks()) {
            List<HunkLine> lines = hunk.lines();
            int size = lines.size() - hunk.addedLines();
            // A hunk without old lines names the line that it follows.
            int start = hunk.oldStart() + (size == 0 ? 1 : 0);
            edits.add(new Edit(start, lines, size, hunk.addedLines() - hunk.deletedLines()));
        }
        return edits;
    }

    /** Returns the line behind the last one that it covers. */
    int end() {
        return start + size;
    }

    Edit at(int line) {
        return new Edit(line, lines, size, growth);
    }

    /** Tells whether edits come one behind the other, as all diffs have them that are in order. */
    static boolean areInOrder(List<Edit> edits) {
        int end = 1;
        for (Edit edit : edits) {
            if (edit.start < end || edit.end() < edit.start) {
                return false;
            }
            end = edit.end();
        }
        return true;
    }

    /**
     * Makes the lines of a file new.
     *
     * @param base lines of the file
     * @param from the number of the first of them
     * @param edits what is done to them, and to no others
     */
    static List<Bytes> apply(List<Bytes> base, int from, List<Edit> edits) {
        List<Bytes> result = new ArrayList<>();
        int at = 0;
        for (Edit edit : edits) {
            int start = edit.start - from;
            result.addAll(base.subList(at, start));
            at = start;
            for (HunkLine line : edit.lines) {
                if (line.kind() == HunkLine.Kind.ADDED) {
                    result.add(line.bytes());
                } else if (line.kind() == HunkLine.Kind.DELETED) {
                    at++;
                } else {
                    result.add(base.get(at++));
                }
            }
        }
        result.addAll(base.subList(at, base.size()));
        return result;
    }
}
