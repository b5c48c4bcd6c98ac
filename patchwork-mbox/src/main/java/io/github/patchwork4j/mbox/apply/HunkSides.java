package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Hunk;
import io.github.patchwork4j.mbox.diff.HunkLine;
import java.util.ArrayList;
import java.util.List;

/** A hunk as two runs of lines: what is looked for, and what comes in its place. Lines have their line feeds. */
final class HunkSides {
    final Hunk hunk;
    final List<Bytes> before = new ArrayList<>();
    final List<Bytes> after = new ArrayList<>();
    /** For each line after, which line before it is the same context as, or -1. */
    final List<Integer> contextOf = new ArrayList<>();

    final int beforeStart;
    final int afterStart;
    int leading;
    int trailing;
    private final int[] hashes;

    HunkSides(Hunk hunk, ApplyOptions options) {
        this.hunk = hunk;
        this.beforeStart = options.reverse() ? hunk.newStart() : hunk.oldStart();
        this.afterStart = options.reverse() ? hunk.oldStart() : hunk.newStart();
        HunkLine.Kind removed = options.reverse() ? HunkLine.Kind.ADDED : HunkLine.Kind.DELETED;
        boolean changed = false;
        for (HunkLine line : hunk.lines()) {
            Bytes text = line.bytes();
            if (line.kind() == HunkLine.Kind.CONTEXT) {
                leading += changed ? 0 : 1;
                trailing++;
                contextOf.add(before.size());
                before.add(text);
                after.add(text);
                continue;
            }
            changed = true;
            trailing = 0;
            if (line.kind() == removed) {
                before.add(text);
            } else {
                contextOf.add(-1);
                after.add(text);
            }
        }
        this.hashes = before.stream()
                .mapToInt(line -> LineHash.of(line.array(), line.offset(), line.offset() + line.length(), options))
                .toArray();
    }

    int hash(int line) {
        return hashes[line];
    }
}
