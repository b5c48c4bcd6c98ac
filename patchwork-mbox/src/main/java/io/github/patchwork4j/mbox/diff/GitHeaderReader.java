package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.diff.Decimal;
import io.github.patchwork4j.mbox.internal.diff.LineScanner;
import io.github.patchwork4j.mbox.internal.diff.Names;
import io.github.patchwork4j.mbox.internal.diff.Quoting;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the header of a git diff: the line {@code diff --git} and the extended lines, up to the first unknown one. */
final class GitHeaderReader {
    static final String START = "diff --git ";

    private static final int MOST_PERCENT = 100;
    private static final int MODE_OVERFLOW = 1 << 24;

    private final DiffText text;
    private final int fixedStrip;
    private final Decimal decimal = new Decimal();

    GitHeaderReader(DiffText text, int fixedStrip) {
        this.text = text;
        this.fixedStrip = fixedStrip;
    }

    /**
     * Reads a header; the current line must begin with {@link #START}.
     *
     * @return the file; null if no extended line follows, so that there is nothing to be done with it
     */
    @Nullable FileDraft read(int preambleFrom) {
        int offset = text.offset();
        int end = text.contentEnd();
        FileDraft draft = new FileDraft(DiffFormat.GIT, preambleFrom, offset);
        GitNames names = new GitNames(text, offset, text.lines.position() + START.length(), end);
        text.lines.advance();
        int extended = text.lines.position();
        while (!text.lines.atEnd() && readLine(draft, names)) {
            if (!text.lines.hasLineFeed()) {
                text.truncated(text.offset(), "text ends inside a header");
            }
            text.lines.advance();
        }
        if (text.lines.position() == extended) {
            if (!names.isNamed(fixedStrip)) {
                text.corrupt(offset, "header does not tell the file's name");
            }
            return null;
        }
        draft.headerTo = text.offset();
        draft.to = draft.headerTo;
        checkKinds(draft);
        names.resolve(draft, fixedStrip);
        checkCarriageReturn(draft, names, end);
        return draft;
    }

    private void checkKinds(FileDraft draft) {
        int kinds =
                (draft.isNew ? 1 : 0) + (draft.isDeleted ? 1 : 0) + (draft.isRename ? 1 : 0) + (draft.isCopy ? 1 : 0);
        if (kinds > 1) {
            text.corrupt(draft.from, "header has lines that contradict each other");
        }
    }

    /** Git takes the carriage return for a part of the second name, and so finds none. */
    private void checkCarriageReturn(FileDraft draft, GitNames names, int end) {
        boolean onlySource = names.before.line == null && names.after.line == null && names.source == null;
        if (onlySource && end < text.lines.end() && text.array[end] == '\r') {
            text.corrupt(draft.from, "name in a line that ends with a carriage return");
        }
    }

    /** Takes in the current line, or returns false if it is no part of the header. */
    private boolean readLine(FileDraft draft, GitNames names) {
        return switch (text.array[text.lines.position()]) {
            case 'i' -> readIndex(draft);
            case '-' -> readName("--- ", names.before);
            case '+' -> readName("+++ ", names.after);
            case 'o' -> readOldMode(draft, "old mode ");
            case 'n' -> readNewFile(draft, names);
            case 'd' -> readDeletion(draft, names);
            case 's' -> readSimilarity(draft);
            case 'r' -> readRename(draft, names);
            case 'c' -> readCopy(draft, names);
            default -> false;
        };
    }

    private boolean readName(String keyword, GitNames.Side side) {
        int from = valueOf(keyword);
        if (from >= 0) {
            boolean isNull = Names.isDevNull(text.array, from, text.lines.lineEnd());
            Bytes name = isNull ? null : name(from, true);
            if (side.isSeen && (side.isNull != isNull || !Objects.equals(side.line, name))) {
                text.corrupt(text.offset(), "header names two different files on the same side");
            }
            side.isSeen = true;
            side.isNull = isNull;
            side.line = name;
        }
        return from >= 0;
    }

    private boolean readOldMode(FileDraft draft, String keyword) {
        int from = valueOf(keyword);
        if (from >= 0) {
            draft.oldMode = mode(from);
        }
        return from >= 0;
    }

    private boolean readNewMode(FileDraft draft, String keyword) {
        int from = valueOf(keyword);
        if (from >= 0) {
            draft.newMode = mode(from);
        }
        return from >= 0;
    }

    private boolean readNewFile(FileDraft draft, GitNames names) {
        boolean isNew = readNewMode(draft, "new file mode ");
        draft.isNew |= isNew;
        if (isNew) {
            names.before.forget();
        }
        return isNew || readNewMode(draft, "new mode ");
    }

    private boolean readDeletion(FileDraft draft, GitNames names) {
        boolean isDeleted = readOldMode(draft, "deleted file mode ");
        draft.isDeleted |= isDeleted;
        if (isDeleted) {
            names.after.forget();
        }
        int from = isDeleted ? -1 : valueOf("dissimilarity index ");
        if (from >= 0) {
            draft.dissimilarity = percent(from, Math.max(draft.dissimilarity, draft.similarity));
            draft.similarity = -1;
        }
        return isDeleted || from >= 0;
    }

    private boolean readSimilarity(FileDraft draft) {
        int from = valueOf("similarity index ");
        if (from >= 0) {
            // Git has one number for both, of which the last counts.
            draft.similarity = percent(from, Math.max(draft.dissimilarity, draft.similarity));
            draft.dissimilarity = -1;
        }
        return from >= 0;
    }

    private boolean readRename(FileDraft draft, GitNames names) {
        boolean found = readMove(names, "rename from ", "rename to ") || readMove(names, "rename old ", "rename new ");
        draft.isRename |= found;
        return found;
    }

    private boolean readCopy(FileDraft draft, GitNames names) {
        boolean found = readMove(names, "copy from ", "copy to ");
        draft.isCopy |= found;
        return found;
    }

    private boolean readMove(GitNames names, String sourceKeyword, String targetKeyword) {
        int from = valueOf(sourceKeyword);
        if (from >= 0) {
            names.source = name(from, false);
            names.before.forget();
            return true;
        }
        int to = valueOf(targetKeyword);
        if (to >= 0) {
            names.target = name(to, false);
            names.after.forget();
        }
        return to >= 0;
    }

    private boolean readIndex(FileDraft draft) {
        int from = valueOf("index ");
        if (from < 0) {
            return false;
        }
        int end = text.contentEnd();
        int dots = from;
        while (dots < end && text.array[dots] != '.') {
            dots++;
        }
        if (!LineScanner.startsWith(text.array, dots, end, "..")) {
            return true;
        }
        int idEnd = dots + 2;
        while (idEnd < end && text.array[idEnd] != ' ') {
            idEnd++;
        }
        draft.oldId = text.slice(from, dots);
        draft.newId = text.slice(dots + 2, idEnd);
        if (idEnd < end) {
            draft.oldMode = mode(idEnd + 1);
        }
        return true;
    }

    /** Returns where the value begins if the current line has a keyword, which ends with a space, or -1. */
    private int valueOf(String keyword) {
        return text.lines.startsWith(keyword) ? text.lines.position() + keyword.length() : -1;
    }

    /** Returns the name at an index up to the end of the line, or null if there is none. */
    private @Nullable Bytes name(int from, boolean tabEnds) {
        int lineEnd = text.lines.lineEnd();
        if (from < lineEnd && text.array[from] == '"') {
            int quoteEnd = Quoting.end(text.array, from, lineEnd);
            if (quoteEnd >= 0) {
                return text.unquoted(from, quoteEnd);
            }
        }
        int end = Names.end(text.array, from, lineEnd, tabEnds);
        return end == from ? null : text.slice(from, end);
    }

    private @Nullable FileMode mode(int from) {
        int end = text.lines.lineEnd();
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

    private int percent(int from, int before) {
        int end = decimal.read(text.array, from, text.lines.lineEnd());
        boolean valid = end > from && decimal.value() != Decimal.OVERFLOW && decimal.value() <= MOST_PERCENT;
        return valid ? decimal.value() : before;
    }
}
