package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.HunkLine.Kind;
import io.github.patchwork4j.mbox.internal.diff.HunkHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of changed lines, with the context around it.
 *
 * <p>The counts are known from parsing; the lines are found when they are asked for. The hunk of a combined diff has
 * several old sides, one for each parent of the merge, and a column of markers for each. That of a context diff is made
 * from its two halves: its lines have the markers that they would have in a unified diff.
 */
public final class Hunk {
    private final Bytes source;
    private final int from;
    private final int section;
    private final int to;
    private final int oldStart;
    private final int oldCount;
    private final int newStart;
    private final int newCount;
    private final int addedLines;
    /** Null for the many hunks that are complete and have one old side, so that all else follows from the counts. */
    private final @Nullable Rest rest;

    /** A {@link LineIndex}, made when somebody asks for lines. */
    private @Nullable Object lineStarts;

    /**
     * Makes a hunk of what was read. The places are those in a text, which is that of the diff but for the hunks of context
     * diffs: they have a text of their own, and only {@code from} is a place in the diff then, where what is written begins.
     */
    Hunk(Bytes source, int from, int section, int to, HunkHeader header, int addedLines, @Nullable Rest rest) {
        this.source = source;
        this.from = from;
        this.section = section;
        this.to = to;
        this.rest = rest;
        this.addedLines = addedLines;
        int newSide = parentCount();
        this.oldStart = header.start(0);
        this.oldCount = header.count(0);
        this.newStart = header.start(newSide);
        this.newCount = header.count(newSide);
    }

    /** What few hunks have. */
    static final class Rest {
        /** Start and count of each old side in turn, if there are several. */
        private final int @Nullable [] parents;

        /** The hunk as it stands in the diff, if its lines had to be put together from two halves. */
        private final @Nullable Bytes written;

        private final int deletedLines;
        private final boolean complete;

        Rest(int @Nullable [] parents, @Nullable Bytes written, int deletedLines, boolean complete) {
            this.parents = parents;
            this.written = written;
            this.deletedLines = deletedLines;
            this.complete = complete;
        }
    }

    /**
     * Returns the hunk as it stands in the diff, its header with it.
     *
     * @return its bytes
     */
    public Bytes bytes() {
        return rest == null || rest.written == null ? source.slice(from, to) : rest.written;
    }

    /**
     * Returns where the hunk begins.
     *
     * @return the offset of its header, in bytes from the beginning of the diff
     */
    public int offset() {
        return from;
    }

    /**
     * Returns the text behind the header's closing at-signs: git writes the line there that opens the function.
     *
     * @return the text without the space before it and the line end; git may have cut it inside a character
     */
    public Bytes section() {
        int end = body();
        int start = section < end && source.at(section) == ' ' ? section + 1 : section;
        while (end > start && (source.at(end - 1) == '\n' || source.at(end - 1) == '\r')) {
            end--;
        }
        return source.slice(start, end);
    }

    /**
     * Returns the number of the first old line; in a combined diff, that of the first parent.
     *
     * @return the line number, from 1; if the count is 0, that of the line before the hunk
     */
    public int oldStart() {
        return oldStart;
    }

    /**
     * Returns how many old lines the header promises; in a combined diff, those of the first parent.
     *
     * @return the count
     */
    public int oldCount() {
        return oldCount;
    }

    /**
     * Returns the number of the first new line.
     *
     * @return the line number, from 1; if the count is 0, that of the line before the hunk
     */
    public int newStart() {
        return newStart;
    }

    /**
     * Returns how many new lines the header promises.
     *
     * @return the count
     */
    public int newCount() {
        return newCount;
    }

    /**
     * Returns how many old sides there are.
     *
     * @return 1, or more in a combined diff
     */
    public int parentCount() {
        return rest == null || rest.parents == null ? 1 : rest.parents.length / 2;
    }

    /**
     * Returns the number of the first line of an old side.
     *
     * @param parent which one, from 0
     * @return the line number
     * @throws IndexOutOfBoundsException if there is no such side
     */
    public int oldStart(int parent) {
        int index = 2 * Objects.checkIndex(parent, parentCount());
        return rest == null || rest.parents == null ? oldStart : rest.parents[index];
    }

    /**
     * Returns how many lines of an old side the header promises.
     *
     * @param parent which one, from 0
     * @return the count
     * @throws IndexOutOfBoundsException if there is no such side
     */
    public int oldCount(int parent) {
        int index = 2 * Objects.checkIndex(parent, parentCount()) + 1;
        return rest == null || rest.parents == null ? oldCount : rest.parents[index];
    }

    /**
     * Returns how many lines are {@linkplain Kind#ADDED added}.
     *
     * @return the count of what is there, also if the hunk is not complete
     */
    public int addedLines() {
        return addedLines;
    }

    /**
     * Returns how many lines are {@linkplain Kind#DELETED deleted}.
     *
     * @return the count of what is there, also if the hunk is not complete
     */
    public int deletedLines() {
        return rest == null ? oldCount - newCount + addedLines : rest.deletedLines;
    }

    /**
     * Tells whether all lines are there that the header promises.
     *
     * @return false if the hunk is corrupt or cut off; the diff has a diagnostic then
     */
    public boolean isComplete() {
        return rest == null || rest.complete;
    }

    /**
     * Returns how many lines there are, not counting those that only say that a line feed is missing.
     *
     * @return the count
     */
    public int lineCount() {
        return LineIndex.size(lineStarts());
    }

    /**
     * Returns a line as it stands in the diff; in a context diff, as it would stand in a unified one.
     *
     * @param index which one, from 0
     * @return the line with its markers and without its line feed
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public Bytes line(int index) {
        int start = lineStart(index);
        int feed = source.indexOf((byte) '\n', start);
        return source.slice(start, feed < 0 || feed >= to ? to : feed);
    }

    /**
     * Tells which sides a line is on.
     *
     * @param index which one, from 0
     * @return the kind
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public Kind kind(int index) {
        int start = lineStart(index);
        Kind kind = Kind.CONTEXT;
        for (int i = start; i < Math.min(start + parentCount(), to); i++) {
            byte marker = source.at(i);
            if (marker == '-') {
                return Kind.DELETED;
            }
            if (marker == '\n') {
                return kind;
            }
            kind = marker == '+' ? Kind.ADDED : kind;
        }
        return kind;
    }

    /**
     * Returns all lines.
     *
     * @return a new list, made for this call
     */
    public List<HunkLine> lines() {
        int count = lineCount();
        List<HunkLine> lines = new ArrayList<>(count);
        int oldNumber = oldStart();
        int newNumber = newStart();
        for (int i = 0; i < count; i++) {
            Kind kind = kind(i);
            Bytes line = line(i);
            boolean inOld = parentCount() == 1 ? kind != Kind.ADDED : isInFirstParent(line, kind);
            boolean inNew = kind != Kind.DELETED;
            Bytes text = line.slice(Math.min(parentCount(), line.length()), line.length());
            lines.add(new HunkLine(kind, text, inOld ? oldNumber : 0, inNew ? newNumber : 0, hasNewline(i)));
            oldNumber += inOld ? 1 : 0;
            newNumber += inNew ? 1 : 0;
        }
        return lines;
    }

    private static boolean isInFirstParent(Bytes line, Kind kind) {
        return !line.isEmpty() && (kind == Kind.DELETED ? line.at(0) == '-' : line.at(0) == ' ');
    }

    /** A line has none if a line that begins with a backslash comes next, which is no line of its own. */
    private boolean hasNewline(int index) {
        int feed = source.indexOf((byte) '\n', lineStart(index));
        return feed < 0 || feed + 1 >= to || source.at(feed + 1) != '\\';
    }

    /** Returns where the lines begin: behind the line feed of the header. */
    private int body() {
        int feed = source.indexOf((byte) '\n', section);
        return feed < 0 || feed >= to ? to : feed + 1;
    }

    private int lineStart(int index) {
        return section + LineIndex.at(lineStarts(), index);
    }

    private Object lineStarts() {
        Object known = lineStarts;
        if (known == null) {
            known = LineIndex.of(source, section, body(), to);
            // Whoever loses a race has found the same.
            lineStarts = known;
        }
        return known;
    }

    /** Returns the header's ranges, for a debugger. */
    @Override
    public String toString() {
        return "Hunk[-" + oldStart() + "," + oldCount() + " +" + newStart() + "," + newCount() + "]";
    }
}
