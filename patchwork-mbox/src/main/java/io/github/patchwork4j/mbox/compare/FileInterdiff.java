package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.compare.Interdiff.Reason;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.FileMode;
import io.github.patchwork4j.mbox.diff.FileStatus;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.diff.Quoting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The difference between what two diffs make of one file. */
final class FileInterdiff {
    private static final FileMode PLAIN = FileMode.of(0100644);
    private static final int TYPE_BITS = 0170000;
    /** Git's ids of empty content, as far as no other content is known to have them. */
    private static final List<String> EMPTY_IDS = List.of("e69de29", "473a0f4");

    private static final Comparator<Edit> ORDER =
            Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end);

    private final @Nullable FileDiff one;
    private final @Nullable FileDiff other;
    private final Steps steps;
    private List<Edit> oneEdits = List.of();
    private List<Edit> otherEdits = List.of();
    private BaseLines base;
    /** For a binary what leads from the one content to the other. */
    private @Nullable Bytes binary;

    private boolean moved;
    private @Nullable Reason reason;

    /**
     * Takes what both diffs say about the file.
     *
     * @param one the first diff's word; null if it does not change the file
     * @param other the second's
     * @param removed whether the file is not there with the second diff
     */
    FileInterdiff(@Nullable FileDiff one, @Nullable FileDiff other, boolean removed, Steps steps) {
        this.one = one;
        this.other = other;
        this.steps = steps;
        this.base = new BaseLines(List.of(), steps);
        if (isBinary(one) || isBinary(other)) {
            this.binary = BinaryBody.of(one, other, removed).orElse(null);
            this.reason = binary == null ? Reason.BINARY : null;
        } else if (isPlain(one) && isPlain(other)) {
            match();
        } else {
            this.reason = Reason.NOT_A_PLAIN_DIFF;
        }
    }

    private static boolean isBinary(@Nullable FileDiff file) {
        return file != null && file.isBinary();
    }

    private static boolean isPlain(@Nullable FileDiff file) {
        return file == null
                || (file.hunks().stream().allMatch(hunk -> hunk.isComplete() && hunk.parentCount() == 1)
                        && Edit.areInOrder(Edit.of(file)));
    }

    private void match() {
        oneEdits = one == null ? List.of() : Edit.of(one);
        base = new BaseLines(oneEdits, steps);
        List<Edit> edits = other == null ? List.of() : Edit.of(other);
        boolean agree = base.agreeWith(edits);
        moved = !isSameBase(agree);
        List<Edit> placed = moved ? base.place(edits) : edits;
        if (placed == null || (!moved && !agree)) {
            reason = steps.areSpent() ? Reason.LIMIT_EXCEEDED : Reason.OTHER_BASE;
            return;
        }
        otherEdits = placed;
        placed.forEach(base::add);
    }

    /** Tells whether both diffs are for the same state: by the ids that they name, or if they name none, by their lines. */
    private boolean isSameBase(boolean agree) {
        if (one == null || other == null) {
            return true;
        }
        String id = oldId(one);
        String otherId = oldId(other);
        if (id.isEmpty() || otherId.isEmpty()) {
            return agree;
        }
        return id.startsWith(otherId) || otherId.startsWith(id);
    }

    private static String oldId(@Nullable FileDiff file) {
        return file == null ? "" : file.oldId().orElse("");
    }

    /** Returns why there is no telling what the difference is; null if nothing is in the way. */
    @Nullable Reason reason() {
        return reason;
    }

    /** Tells whether the second diff was for another state of the file and had to be fitted. */
    boolean isMoved() {
        return moved;
    }

    /** Tells whether all of the file before the diffs is known: because it was not there, or one of them removes it. */
    boolean isWholeKnown() {
        return binary != null || ((tellsAll(one) || tellsAll(other)) && base.isWhole(end()));
    }

    /** A file may be removed without a word about its content; then its id tells whether it had any. */
    private static boolean tellsAll(@Nullable FileDiff file) {
        if (file == null || file.status() != FileStatus.DELETED) {
            return file != null && file.status() == FileStatus.ADDED;
        }
        String id = oldId(file);
        return !file.hunks().isEmpty() || id.isEmpty() || EMPTY_IDS.stream().anyMatch(id::startsWith);
    }

    private List<Bytes> whole(List<Edit> edits) {
        return Edit.apply(base.slice(1, end()), 1, edits);
    }

    /** Returns the number of the line behind the last one that is known. */
    private int end() {
        int end = 1;
        for (Edit edit : oneEdits) {
            end = Math.max(end, edit.end());
        }
        for (Edit edit : otherEdits) {
            end = Math.max(end, edit.end());
        }
        return end;
    }

    /** The mode after one of the diffs; that before it if it changes none. */
    private Optional<FileMode> mode(@Nullable FileDiff file) {
        Optional<FileMode> own =
                file == null ? Optional.empty() : file.newMode().or(file::oldMode);
        return own.or(() -> Optional.ofNullable(one).flatMap(FileDiff::oldMode))
                .or(() -> Optional.ofNullable(other).flatMap(FileDiff::oldMode));
    }

    /** Tells whether the file is of one kind after the one diff and of another kind after the other. */
    boolean changesType() {
        int before = mode(one).orElse(PLAIN).bits();
        int after = mode(other).orElse(PLAIN).bits();
        return ((before ^ after) & TYPE_BITS) != 0;
    }

    /** Writes that the file, as the first diff leaves it, goes away. */
    void delete(Bytes path, ByteSink out) {
        start(out, path, path);
        write(out, "deleted file mode " + mode(one).orElse(PLAIN) + "\n");
        content(out);
        List<Bytes> lines = whole(oneEdits);
        if (!lines.isEmpty()) {
            write(out, "--- " + label("a/", path) + "\n+++ /dev/null\n@@ -" + range(1, lines.size()) + " +0,0 @@\n");
            lines.forEach(line -> line(out, '-', line));
        }
    }

    /** Writes that the file comes new, as the second diff makes it. */
    void create(Bytes path, ByteSink out) {
        start(out, path, path);
        write(out, "new file mode " + mode(other).orElse(PLAIN) + "\n");
        content(out);
        List<Bytes> lines = whole(otherEdits);
        if (!lines.isEmpty()) {
            write(out, "--- /dev/null\n+++ " + label("b/", path) + "\n@@ -0,0 +" + range(1, lines.size()) + " @@\n");
            lines.forEach(line -> line(out, '+', line));
        }
    }

    /** Writes how the file changes, and maybe its name; nothing if it stays. */
    void change(Bytes from, Bytes to, boolean copy, ByteSink out) {
        FileMode before = mode(one).orElse(PLAIN);
        FileMode after = mode(other).orElse(PLAIN);
        boolean sameName = from.equals(to);
        ByteSink hunks = hunks();
        if (sameName && before.equals(after) && hunks.length() == 0 && (binary == null || binary.isEmpty())) {
            return;
        }
        start(out, from, to);
        if (!before.equals(after)) {
            write(out, "old mode " + before + "\nnew mode " + after + "\n");
        }
        if (!sameName) {
            String verb = copy ? "copy" : "rename";
            write(out, verb + " from " + name("", from) + "\n" + verb + " to " + name("", to) + "\n");
        }
        content(out);
        if (hunks.length() > 0) {
            write(out, "--- " + label("a/", from) + "\n+++ " + label("b/", to) + "\n");
            out.write(hunks.toBytes());
        }
    }

    private void content(ByteSink out) {
        if (binary != null) {
            out.write(binary);
        }
    }

    private static void start(ByteSink out, Bytes from, Bytes to) {
        write(out, "diff --git " + name("a/", from) + " " + name("b/", to) + "\n");
    }

    private ByteSink hunks() {
        ByteSink out = new ByteSink(256);
        List<Edit> all = new ArrayList<>(oneEdits);
        all.addAll(otherEdits);
        all.sort(ORDER);
        int oneGrowth = 0;
        int otherGrowth = 0;
        int oneAt = 0;
        int otherAt = 0;
        for (int i = 0; i < all.size(); ) {
            int from = all.get(i).start();
            int to = all.get(i++).end();
            // Of a fitted version it is not sure that what seems to touch does so.
            for (; i < all.size() && all.get(i).start() < to + (moved ? 0 : 1); i++) {
                to = Math.max(to, all.get(i).end());
            }
            Edit next = i < all.size() ? all.get(i) : null;
            List<Edit> ones = before(next, oneEdits, oneAt);
            List<Edit> others = before(next, otherEdits, otherAt);
            oneAt += ones.size();
            otherAt += others.size();
            List<Bytes> known = base.slice(from, to);
            region(
                    Edit.apply(known, from, ones),
                    from + oneGrowth,
                    Edit.apply(known, from, others),
                    from + otherGrowth,
                    out);
            oneGrowth += ones.stream().mapToInt(Edit::growth).sum();
            otherGrowth += others.stream().mapToInt(Edit::growth).sum();
        }
        return out;
    }

    private static List<Edit> before(@Nullable Edit next, List<Edit> edits, int from) {
        int to = from;
        while (to < edits.size() && (next == null || ORDER.compare(edits.get(to), next) < 0)) {
            to++;
        }
        return edits.subList(from, to);
    }

    private void region(List<Bytes> before, int beforeFrom, List<Bytes> after, int afterFrom, ByteSink out) {
        if (before.equals(after)) {
            return;
        }
        LineNumbers numbers = new LineNumbers();
        LineDiff diff = LineDiff.of(numbers.of(before), numbers.of(after), commonTail(before, after), steps);
        for (DiffHunk hunk : DiffHunk.of(diff)) {
            String old = range(beforeFrom + hunk.oldFrom(), hunk.oldTo() - hunk.oldFrom());
            String now = range(afterFrom + hunk.newFrom(), hunk.newTo() - hunk.newFrom());
            write(out, "@@ -" + old + " +" + now + " @@\n");
            hunk.forEach(diff, (sign, place) -> line(out, sign, sign == '+' ? after.get(place) : before.get(place)));
        }
    }

    /** Counts the last lines that are the same, of which some are kept as context: without it a hunk is only good for the end of a file. */
    private static int commonTail(List<Bytes> before, List<Bytes> after) {
        int most = Math.min(DiffHunk.CONTEXT, Math.min(before.size(), after.size()));
        int same = 0;
        while (same < most && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
            same++;
        }
        return same;
    }

    private static String range(int start, int count) {
        return switch (count) {
            case 0 -> start - 1 + ",0";
            case 1 -> String.valueOf(start);
            default -> start + "," + count;
        };
    }

    private static void line(ByteSink out, char sign, Bytes line) {
        out.write(sign);
        out.write(line);
        if (line.isEmpty() || line.at(line.length() - 1) != '\n') {
            write(out, "\n\\ No newline at end of file\n");
        }
    }

    private static String name(String prefix, Bytes path) {
        ByteSink name = new ByteSink(path.length() + 2);
        name.write(Bytes.ofUtf8(prefix));
        name.write(path);
        return Quoting.quote(name.toBytes().toArray());
    }

    /** A name as it stands behind three marks: a tab shows where one with a space in it ends. */
    private static String label(String prefix, Bytes path) {
        return name(prefix, path) + (path.indexOf((byte) ' ', 0) < 0 ? "" : "\t");
    }

    private static void write(ByteSink out, String text) {
        out.write(Bytes.ofUtf8(text));
    }
}
