package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.internal.Scan;
import io.github.patchwork4j.mbox.internal.diff.Keyword;
import io.github.patchwork4j.mbox.internal.diff.LineScanner;
import io.github.patchwork4j.mbox.internal.diff.Names;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads in one go the header that git writes for nearly every file: prefixes {@code a/} and {@code b/}, names without quotes, an
 * {@code index} line, perhaps a line that makes a plain file new or deletes it, and a hunk right behind.
 *
 * <p>It is there for speed only. What is the least bit different is left to {@link GitHeaderReader}, which makes the same of
 * what is read here, line by line.
 */
final class UsualHeader {
    /** The lines of the longest header, and the one behind it. */
    private static final int LINES = 6;

    private static final Keyword INDEX = Keyword.of("index ");
    private static final Keyword OLD = Keyword.of("--- a/");
    private static final Keyword NEW = Keyword.of("+++ b/");
    private static final Keyword OLD_NULL = Keyword.of("--- /dev/null\n");
    private static final Keyword NEW_NULL = Keyword.of("+++ /dev/null\n");
    private static final Keyword NEW_FILE_MODE = Keyword.of("new file mode ");
    private static final Keyword DELETED_FILE_MODE = Keyword.of("deleted file mode ");
    private static final Keyword PLAIN = Keyword.of("100644\n");
    private static final Keyword EXECUTABLE = Keyword.of("100755\n");
    private static final Keyword A = Keyword.of("a/");
    private static final Keyword B = Keyword.of(" b/");
    private static final int PREFIX = "a/".length();

    private final DiffText text;
    private final byte[] array;
    private final LineScanner lines;

    UsualHeader(DiffText text) {
        this.text = text;
        this.array = text.array;
        this.lines = text.lines;
    }

    /** Tells whether one component is the prefix of all names, or is found out to be that of names with a usual one. */
    static boolean isReadWith(DiffOptions options) {
        return options.strip().orElse(1) == 1;
    }

    /** Reads a header into a draft and passes it, or returns false and has done nothing that a new beginning does not undo. */
    boolean read(FileDraft draft, int preambleFrom) {
        if (!lines.knows(LINES)) {
            return false;
        }
        draft.begin(DiffFormat.GIT, preambleFrom, text.offset());
        int count = switch (array[start(1)]) {
            case 'i' -> readChange(draft);
            case 'n' -> readNewFile(draft);
            case 'd' -> readDeletion(draft);
            default -> 0;
        };
        if (count == 0 || array[start(count)] != '@') {
            return false;
        }
        lines.pass(count);
        draft.headerTo = text.offset();
        draft.to = draft.headerTo;
        return true;
    }

    private int readChange(FileDraft draft) {
        draft.oldPath = prefixed(2, OLD);
        draft.newPath = prefixed(3, NEW);
        return draft.oldPath != null && draft.newPath != null && readIndex(draft, 1) ? 4 : 0;
    }

    private int readNewFile(FileDraft draft) {
        draft.isNew = NEW_FILE_MODE.isAt(array, start(1), lines.end());
        draft.newMode = mode(start(1) + NEW_FILE_MODE.length());
        draft.newPath = shared(4, NEW);
        boolean fits = draft.isNew && draft.newMode != null && OLD_NULL.isAt(array, start(3), lines.end());
        return fits && draft.newPath != null && readIndex(draft, 2) ? 5 : 0;
    }

    private int readDeletion(FileDraft draft) {
        draft.isDeleted = DELETED_FILE_MODE.isAt(array, start(1), lines.end());
        draft.oldMode = mode(start(1) + DELETED_FILE_MODE.length());
        draft.oldPath = shared(3, OLD);
        boolean fits = draft.isDeleted && draft.oldMode != null && NEW_NULL.isAt(array, start(4), lines.end());
        return fits && draft.oldPath != null && readIndex(draft, 2) ? 5 : 0;
    }

    /** Returns where one of the lines begins. */
    private int start(int line) {
        return lines.knownEnd(line - 1) + 1;
    }

    /** Takes the ids and perhaps a mode. */
    private boolean readIndex(FileDraft draft, int line) {
        int from = start(line) + INDEX.length();
        int end = lines.knownEnd(line);
        if (!INDEX.isAt(array, start(line), end)) {
            return false;
        }
        int dots = Scan.indexOf(array, (byte) '.', from, end);
        if (dots < 0 || array[dots + 1] != '.') {
            return false;
        }
        draft.idsFrom = text.offset(from);
        int space = Scan.indexOf(array, (byte) ' ', dots + 2, end);
        if (space < 0) {
            return true;
        }
        draft.oldMode = mode(space + 1);
        return draft.oldMode != null;
    }

    private @Nullable FileMode mode(int from) {
        if (PLAIN.isAt(array, from, lines.end())) {
            return FileMode.PLAIN;
        }
        return EXECUTABLE.isAt(array, from, lines.end()) ? FileMode.EXECUTABLE : null;
    }

    /** Returns the name in a line with dashes or pluses, or null if that takes more than to cut off its prefix. */
    private @Nullable DiffPath prefixed(int line, Keyword keyword) {
        int from = start(line) + keyword.length();
        int to = lines.knownEnd(line);
        boolean plain = keyword.isAt(array, start(line), to) && from < to && Names.end(array, from, to, true) == to;
        return plain ? new DiffPath(array, from - PREFIX, to, PREFIX) : null;
    }

    /** Returns the name that both sides of the first line and a line with dashes or pluses have, as it is in the first. */
    private @Nullable DiffPath shared(int line, Keyword keyword) {
        int from = start(line) + keyword.length();
        int to = lines.knownEnd(line);
        int length = to - from;
        int one = lines.position() + GitHeaderReader.START.length() + PREFIX;
        int other = one + length + B.length();
        boolean same = other + length == lines.knownEnd(0)
                && keyword.isAt(array, start(line), to)
                && A.isAt(array, one - PREFIX, one)
                && B.isAt(array, one + length, other)
                && Arrays.equals(array, one, one + length, array, from, to)
                && Arrays.equals(array, other, other + length, array, from, to);
        boolean plain = same
                && length > 0
                && Names.end(array, from, to, true) == to
                && Scan.indexOf(array, (byte) '"', from, to) < 0;
        return plain ? new DiffPath(array, one, one + length, 0) : null;
    }
}
