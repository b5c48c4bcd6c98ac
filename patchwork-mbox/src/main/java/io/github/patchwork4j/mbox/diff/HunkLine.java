package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.util.Arrays;

/** One line of a hunk, made when it is asked for. */
public final class HunkLine {
    /** Which sides of the change a line is on. */
    public enum Kind {
        /** It is on both sides. */
        CONTEXT,
        /** It is on the new side only. In a combined diff: it is in the result, and at least one parent lacks it. */
        ADDED,
        /** It is on the old side only. In a combined diff: at least one parent has it, and the result does not. */
        DELETED
    }

    private final Kind kind;
    private final Bytes text;
    private final int oldNumber;
    private final int newNumber;
    private final boolean hasNewline;

    HunkLine(Kind kind, Bytes text, int oldNumber, int newNumber, boolean hasNewline) {
        this.kind = kind;
        this.text = text;
        this.oldNumber = oldNumber;
        this.newNumber = newNumber;
        this.hasNewline = hasNewline;
    }

    /**
     * Returns which sides the line is on.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the line of the file: without the marker before it and without its line feed.
     *
     * @return the bytes; a carriage return at the end is part of them
     */
    public Bytes text() {
        return text;
    }

    /**
     * Returns the line of the file with its line feed.
     *
     * @return the bytes; those of {@link #text()} if the line {@linkplain #hasNewline() has none}
     */
    public Bytes bytes() {
        if (!hasNewline) {
            return text;
        }
        byte[] array = text.array();
        int end = text.offset() + text.length();
        if (end < array.length && array[end] == '\n') {
            return Bytes.of(array, text.offset(), text.length() + 1);
        }
        // The diff was cut off before its last line feed.
        byte[] whole = Arrays.copyOfRange(array, text.offset(), end + 1);
        whole[text.length()] = '\n';
        return Bytes.of(whole);
    }

    /**
     * Returns the number of the line in the old file; in a combined diff, in that of the first parent.
     *
     * @return the number, from 1; 0 if it is not there
     */
    public int oldNumber() {
        return oldNumber;
    }

    /**
     * Returns the number of the line in the new file.
     *
     * @return the number, from 1; 0 if it is not there
     */
    public int newNumber() {
        return newNumber;
    }

    /**
     * Tells whether the line ends with a line feed in its file.
     *
     * @return false for a last line that {@code \ No newline at end of file} follows, in whatever language
     */
    public boolean hasNewline() {
        return hasNewline;
    }

    /** Returns the kind and the text, for a debugger. */
    @Override
    public String toString() {
        return kind + " " + text.utf8();
    }
}
