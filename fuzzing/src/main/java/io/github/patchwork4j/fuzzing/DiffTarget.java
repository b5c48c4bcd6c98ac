package io.github.patchwork4j.fuzzing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.diff.BinaryHunk;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffOptions;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.Hunk;
import io.github.patchwork4j.mbox.diff.HunkLine;
import io.github.patchwork4j.mbox.diff.PatchId;
import java.util.List;

/** Parses diffs: every byte belongs somewhere, counts are those of the lines, ids are made of anything. */
public final class DiffTarget {
    private static final Limits SMALL = Limits.builder().maxBinaryBytes(1 << 16).build();

    private DiffTarget() {}

    /**
     * Called by the fuzzer.
     *
     * @param data a diff, or not
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Bytes input = Bytes.of(data);
        Promise.allocatesLinearly(data.length, 300, () -> Diff.parse(input));
        Promise.allocatesLinearly(data.length, 50, () -> {
            PatchId.stable(input);
            PatchId.unstable(input);
        });
        check(Diff.parse(input, DiffOptions.DEFAULT.withLimits(SMALL)), input);
        for (int strip = 0; strip < 3; strip++) {
            Diff.parse(input, DiffOptions.DEFAULT.withStrip(strip).withLimits(SMALL));
        }
    }

    private static void check(Diff diff, Bytes input) {
        int at = 0;
        for (FileDiff file : diff.files()) {
            Promise.standsAt(input, at, file.preamble(), "preamble");
            at += file.preamble().length();
            Promise.equal(file.offset(), at, "offset of a file");
            Promise.standsAt(input, at, file.bytes(), "file");
            at += file.bytes().length();
            check(file, input);
        }
        Promise.equal(diff.trailer(), input.slice(at, input.length()), "trailer");
        diff.orphanHunks().forEach(hunk -> check(hunk, input));
        for (Diagnostic diagnostic : diff.diagnostics()) {
            Promise.holds(diagnostic.offset() >= 0 && diagnostic.offset() <= input.length(), diagnostic.toString());
        }
    }

    private static void check(FileDiff file, Bytes input) {
        file.numstat();
        file.summary();
        file.safePath();
        int added = 0;
        int deleted = 0;
        for (Hunk hunk : file.hunks()) {
            check(hunk, input);
            added += hunk.addedLines();
            deleted += hunk.deletedLines();
        }
        Promise.equal(file.addedLines(), added, "added lines of a file");
        Promise.equal(file.deletedLines(), deleted, "deleted lines of a file");
        file.binaryPatch().ifPresent(binary -> {
            decode(binary.forward());
            binary.reverse().ifPresent(DiffTarget::decode);
        });
    }

    private static void check(Hunk hunk, Bytes input) {
        Promise.standsAt(input, hunk.offset(), hunk.bytes(), "hunk");
        List<HunkLine> lines = hunk.lines();
        Promise.equal(lines.size(), hunk.lineCount(), "number of lines");
        Promise.equal(count(lines, HunkLine.Kind.ADDED), hunk.addedLines(), "added lines of a hunk");
        Promise.equal(count(lines, HunkLine.Kind.DELETED), hunk.deletedLines(), "deleted lines of a hunk");
        if (hunk.parentCount() == 1 && hunk.isComplete()) {
            int context = count(lines, HunkLine.Kind.CONTEXT);
            Promise.equal(hunk.oldCount(), context + hunk.deletedLines(), "old lines of a hunk");
            Promise.equal(hunk.newCount(), context + hunk.addedLines(), "new lines of a hunk");
        }
    }

    private static int count(List<HunkLine> lines, HunkLine.Kind kind) {
        return (int) lines.stream().filter(line -> line.kind() == kind).count();
    }

    private static void decode(BinaryHunk hunk) {
        hunk.decode().bytes().ifPresent(bytes -> Promise.equal(bytes.length(), hunk.size(), "size of a payload"));
        hunk.applyTo(Bytes.ofUtf8("old content"))
                .bytes()
                .ifPresent(
                        bytes -> Promise.holds(bytes.length() <= SMALL.maxBinaryBytes(), "a binary beyond the bound"));
    }
}
