package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;

/**
 * A line outside of all files by which a tool says something about a file that git would pass over: that it is only on one
 * side, that it is binary, or how the diff behind it came to be.
 */
public final class DiffNote {
    /** What a line says; a later version may add more. */
    public enum Kind {
        /**
         * It names the file whose diff follows: {@code Index:}, {@code RCS file:}, {@code diff -r …} of Mercurial and diff,
         * {@code ==== //depot/…#3 ====} of Perforce, {@code === modified file '…'} of Bazaar.
         */
        FILE,
        /** {@code Only in …}, by which diff tells of a file without a counterpart. */
        ONLY_IN,
        /** {@code Submodule … 1234567..89abcde:}, behind which git lists the commits in between. */
        SUBMODULE,
        /** {@code Property changes on: …} of Subversion. */
        PROPERTIES,
        /** {@code Binary files … differ}, {@code Binary file … has changed}, or {@code Cannot display: …}. */
        BINARY,
        /** The first command of a diff in the normal format, such as {@code 2c2}, which is not read. */
        NORMAL_DIFF,
        /** The first command of an ed script, such as {@code 2c}, which is not read, let alone executed. */
        ED_SCRIPT,
        /** The first command of a diff in the format of RCS, such as {@code d2 1}, which is not read. */
        RCS_SCRIPT;

        /**
         * Tells whether this begins changes in a format that this library does not read.
         *
         * @return whether there is more to be known than the model has
         */
        public boolean isUnsupported() {
            return this == NORMAL_DIFF || this == ED_SCRIPT || this == RCS_SCRIPT;
        }
    }

    private final Kind kind;
    private final int offset;
    private final Bytes line;
    private final Bytes path;

    DiffNote(Kind kind, int offset, Bytes line, Bytes path) {
        this.kind = kind;
        this.offset = offset;
        this.line = line;
        this.path = path;
    }

    /**
     * Returns what the line says.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns where the line begins.
     *
     * @return the offset, in bytes from the beginning of the diff
     */
    public int offset() {
        return offset;
    }

    /**
     * Returns the line.
     *
     * @return its bytes, without the line end
     */
    public Bytes line() {
        return line;
    }

    /**
     * Returns the name of the file, as it stands in the line.
     *
     * @return the name; empty if the line has none
     */
    public Bytes path() {
        return path;
    }

    /** Returns kind and line, for a debugger. */
    @Override
    public String toString() {
        return kind + " " + line.utf8();
    }
}
