package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.diff.Decimal;
import io.github.patchwork4j.mbox.internal.diff.Keyword;
import io.github.patchwork4j.mbox.internal.diff.Names;
import io.github.patchwork4j.mbox.internal.diff.Quoting;
import org.jspecify.annotations.Nullable;

/** Reads the header of a git diff: the line {@code diff --git} and the extended lines, up to the first unknown one. */
final class GitHeaderReader {
    static final Keyword START = Keyword.of("diff --git ");

    private static final Keyword OLD_MODE = Keyword.of("old mode ");
    private static final Keyword OLD = Keyword.of("--- ");
    private static final Keyword NEW = Keyword.of("+++ ");
    private static final Keyword NEW_FILE_MODE = Keyword.of("new file mode ");
    private static final Keyword NEW_MODE = Keyword.of("new mode ");
    private static final Keyword DELETED_FILE_MODE = Keyword.of("deleted file mode ");
    private static final Keyword DISSIMILARITY_INDEX = Keyword.of("dissimilarity index ");
    private static final Keyword SIMILARITY_INDEX = Keyword.of("similarity index ");
    private static final Keyword RENAME_FROM = Keyword.of("rename from ");
    private static final Keyword RENAME_TO = Keyword.of("rename to ");
    private static final Keyword RENAME_OLD = Keyword.of("rename old ");
    private static final Keyword RENAME_NEW = Keyword.of("rename new ");
    private static final Keyword COPY_FROM = Keyword.of("copy from ");
    private static final Keyword COPY_TO = Keyword.of("copy to ");
    private static final Keyword INDEX = Keyword.of("index ");

    private static final int MOST_PERCENT = 100;
    private static final int MODE_OVERFLOW = 1 << 24;

    private final DiffText text;
    private final int fixedStrip;
    private final GitNames names;
    /** Null to read every header line by line. */
    private final @Nullable UsualHeader usual;

    private final Decimal decimal = new Decimal();

    GitHeaderReader(DiffText text, int fixedStrip, @Nullable UsualHeader usual) {
        this.text = text;
        this.fixedStrip = fixedStrip;
        this.names = new GitNames(text);
        this.usual = usual;
    }

    /**
     * Reads a header into a draft; the current line must begin with {@link #START}.
     *
     * @return false if no extended line follows, so that there is nothing to be done with it
     */
    boolean read(FileDraft draft, int preambleFrom) {
        return (usual != null && usual.read(draft, preambleFrom)) || readLines(draft, preambleFrom);
    }

    private boolean readLines(FileDraft draft, int preambleFrom) {
        int offset = text.offset();
        int end = text.contentEnd();
        draft.begin(DiffFormat.GIT, preambleFrom, offset);
        names.begin(offset, text.lines.position() + START.length(), end);
        text.lines.advance();
        int extended = text.lines.position();
        while (!text.lines.atEnd() && readLine(draft)) {
            if (!text.lines.hasLineFeed()) {
                text.truncated(text.offset(), "text ends inside a header");
            }
            text.lines.advance();
        }
        if (text.lines.position() == extended) {
            if (!names.isNamed(fixedStrip)) {
                text.corrupt(offset, "header does not tell the file's name");
            }
            return false;
        }
        draft.headerTo = text.offset();
        draft.to = draft.headerTo;
        checkKinds(draft);
        names.resolve(draft, fixedStrip);
        checkCarriageReturn(draft, end);
        return true;
    }

    private void checkKinds(FileDraft draft) {
        int kinds =
                (draft.isNew ? 1 : 0) + (draft.isDeleted ? 1 : 0) + (draft.isRename ? 1 : 0) + (draft.isCopy ? 1 : 0);
        if (kinds > 1) {
            text.corrupt(draft.from, "header has lines that contradict each other");
        }
    }

    /** Git takes the carriage return for a part of the second name, and so finds none. */
    private void checkCarriageReturn(FileDraft draft, int end) {
        if (names.isOnlyInFirstLine() && end < text.lines.end() && text.array[end] == '\r') {
            text.corrupt(draft.from, "name in a line that ends with a carriage return");
        }
    }

    /** Takes in the current line, or returns false if it is no part of the header. */
    private boolean readLine(FileDraft draft) {
        return switch (text.array[text.lines.position()]) {
            case 'i' -> readIndex(draft);
            case '-' -> readOldName();
            case '+' -> readNewName();
            case 'o' -> readOldMode(draft, OLD_MODE);
            case 'n' -> readNewFile(draft);
            case 'd' -> readDeletion(draft);
            case 's' -> readSimilarity(draft);
            case 'r' -> readRename(draft);
            case 'c' -> readCopy(draft);
            default -> false;
        };
    }

    private boolean readOldName() {
        int from = valueOf(OLD);
        if (from >= 0) {
            names.old(from, nameEnd(from, true));
        }
        return from >= 0;
    }

    private boolean readNewName() {
        int from = valueOf(NEW);
        if (from >= 0) {
            names.latest(from, nameEnd(from, true));
        }
        return from >= 0;
    }

    private boolean readOldMode(FileDraft draft, Keyword keyword) {
        int from = valueOf(keyword);
        if (from >= 0) {
            draft.oldMode = mode(from);
        }
        return from >= 0;
    }

    private boolean readNewMode(FileDraft draft, Keyword keyword) {
        int from = valueOf(keyword);
        if (from >= 0) {
            draft.newMode = mode(from);
        }
        return from >= 0;
    }

    private boolean readNewFile(FileDraft draft) {
        boolean isNew = readNewMode(draft, NEW_FILE_MODE);
        draft.isNew |= isNew;
        if (isNew) {
            names.fileIsNew();
        }
        return isNew || readNewMode(draft, NEW_MODE);
    }

    private boolean readDeletion(FileDraft draft) {
        boolean isDeleted = readOldMode(draft, DELETED_FILE_MODE);
        draft.isDeleted |= isDeleted;
        if (isDeleted) {
            names.fileIsDeleted();
        }
        int from = isDeleted ? -1 : valueOf(DISSIMILARITY_INDEX);
        if (from >= 0) {
            draft.dissimilarity = percent(from, Math.max(draft.dissimilarity, draft.similarity));
            draft.similarity = -1;
        }
        return isDeleted || from >= 0;
    }

    private boolean readSimilarity(FileDraft draft) {
        int from = valueOf(SIMILARITY_INDEX);
        if (from >= 0) {
            // Git has one number for both, of which the last counts.
            draft.similarity = percent(from, Math.max(draft.dissimilarity, draft.similarity));
            draft.dissimilarity = -1;
        }
        return from >= 0;
    }

    private boolean readRename(FileDraft draft) {
        boolean found = readMove(RENAME_FROM, RENAME_TO) || readMove(RENAME_OLD, RENAME_NEW);
        draft.isRename |= found;
        return found;
    }

    private boolean readCopy(FileDraft draft) {
        boolean found = readMove(COPY_FROM, COPY_TO);
        draft.isCopy |= found;
        return found;
    }

    private boolean readMove(Keyword sourceKeyword, Keyword targetKeyword) {
        int from = valueOf(sourceKeyword);
        if (from >= 0) {
            names.source(from, nameEnd(from, false));
            return true;
        }
        int to = valueOf(targetKeyword);
        if (to >= 0) {
            names.target(to, nameEnd(to, false));
        }
        return to >= 0;
    }

    private boolean readIndex(FileDraft draft) {
        int from = valueOf(INDEX);
        if (from < 0) {
            return false;
        }
        int end = text.contentEnd();
        int dots = IndexLine.dots(text.array, from, end);
        if (dots == end) {
            return true;
        }
        int idEnd = dots + 2;
        while (idEnd < end && text.array[idEnd] != ' ') {
            idEnd++;
        }
        draft.idsFrom = text.offset(from);
        if (idEnd < end) {
            draft.oldMode = mode(idEnd + 1);
        }
        return true;
    }

    /** Returns where the value begins if the current line has a keyword, which ends with a space, or -1. */
    private int valueOf(Keyword keyword) {
        return text.lines.startsWith(keyword) ? text.lines.position() + keyword.length() : -1;
    }

    /** Returns where the name at an index ends: behind its closing quote, or with the line. */
    private int nameEnd(int from, boolean tabEnds) {
        int lineEnd = text.lines.lineEnd();
        int quoteEnd = from < lineEnd && text.array[from] == '"' ? Quoting.end(text.array, from, lineEnd) : -1;
        return quoteEnd >= 0 ? quoteEnd : Names.end(text.array, from, lineEnd, tabEnds);
    }

    /** As git reads numbers, white space and a plus may stand before a mode. */
    private @Nullable FileMode mode(int start) {
        int end = text.lines.lineEnd();
        int from = start;
        while (from < end && Ascii.isSpaceInC(text.array[from])) {
            from++;
        }
        from += from < end && text.array[from] == '+' ? 1 : 0;
        int at = from;
        int bits = 0;
        for (; at < end && text.array[at] >= '0' && text.array[at] <= '7'; at++) {
            bits = Math.min(bits << 3 | (text.array[at] - '0'), MODE_OVERFLOW);
        }
        boolean closed = at == end || text.array[at] == ' ' || text.array[at] == '\t' || text.array[at] == '\r';
        if (at == from || !closed || bits >= MODE_OVERFLOW) {
            text.corrupt(text.offset(), "invalid mode");
            return null;
        }
        return FileMode.of(bits);
    }

    /** Git takes a word for 0, passes white space and a plus, and finds any number with a minus too large. */
    private int percent(int from, int before) {
        int end = text.lines.lineEnd();
        int at = from;
        while (at < end && Ascii.isSpaceInC(text.array[at])) {
            at++;
        }
        at += at < end && text.array[at] == '+' ? 1 : 0;
        decimal.read(text.array, at, end);
        boolean negative = at < end && text.array[at] == '-';
        boolean valid = !negative && decimal.value() != Decimal.OVERFLOW && decimal.value() <= MOST_PERCENT;
        return valid ? decimal.value() : before;
    }
}
