package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.diff.Names;
import io.github.patchwork4j.mbox.internal.diff.Quoting;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from all the names in the header of a git diff which two paths it is about.
 *
 * <p>The lines with {@code rename} and {@code copy} come first, then those with {@code ---} and {@code +++}; the line with
 * {@code diff --git} counts only where these say nothing, because it may be cut in two in more than one way.
 */
final class GitNames {
    /** No prefix has more components than this when it must be guessed. */
    private static final int MOST_GUESSED = 3;

    private final DiffText text;
    private final int lineFrom;
    private final int lineTo;
    private final int offset;

    /** The {@code ---} line. */
    final Side before = new Side();

    /** The {@code +++} line. */
    final Side after = new Side();

    /** The names of the lines with {@code rename} or {@code copy}. */
    @Nullable Bytes source;

    @Nullable Bytes target;

    /** Begins with the line {@code diff --git}, whose names are between two indexes. */
    GitNames(DiffText text, int offset, int lineFrom, int lineTo) {
        this.text = text;
        this.offset = offset;
        this.lineFrom = lineFrom;
        this.lineTo = lineTo;
    }

    /** What a line with dashes or pluses says. */
    static final class Side {
        @Nullable Bytes line;

        boolean isSeen;
        boolean isNull;

        /** Git does not compare with names that come before the line that makes the file new, deleted or moved. */
        void forget() {
            line = null;
            isSeen = false;
            isNull = false;
        }
    }

    /** Puts the paths into a draft; {@code fixedStrip} is below 0 if the prefix is to be detected. */
    void resolve(FileDraft draft, int fixedStrip) {
        int strip = fixedStrip < 0 ? detectedStrip() : fixedStrip;
        int renameStrip = fixedStrip < 0 ? 0 : Math.max(fixedStrip - 1, 0);
        DiffPath oldPath = path(source, renameStrip);
        DiffPath newPath = path(target, renameStrip);
        if (draft.isDeleted && oldPath == null) {
            oldPath = shared(strip);
        }
        if (draft.isNew && newPath == null) {
            newPath = shared(strip);
        }
        boolean expectOld = !draft.isNew;
        boolean expectNew = !draft.isDeleted;
        oldPath = expectOld ? checked(oldPath, before, strip, "old") : unexpected(before, "old");
        newPath = expectNew ? checked(newPath, after, strip, "new") : unexpected(after, "new");
        draft.isNew |= before.isNull && oldPath == null;
        draft.isDeleted |= after.isNull && newPath == null;
        if (oldPath == null && newPath == null) {
            oldPath = shared(strip);
            newPath = oldPath;
        }
        if ((oldPath == null && !draft.isNew) || (newPath == null && !draft.isDeleted)) {
            text.corrupt(offset, "header does not tell the file's name");
        }
        draft.oldPath = oldPath;
        draft.newPath = newPath;
    }

    /** Tells whether the line {@code diff --git} alone tells a name. */
    boolean isNamed(int fixedStrip) {
        if (fixedStrip >= 0) {
            return shared(fixedStrip) != null;
        }
        return shared(detectedStrip()) != null;
    }

    /** Returns the name so far, or else that of the line with dashes or pluses, after comparing the two. */
    private @Nullable DiffPath checked(@Nullable DiffPath known, Side side, int strip, String word) {
        DiffPath path = path(side.line, strip);
        if (known == null || !side.isSeen) {
            return known == null ? path : known;
        }
        if (path == null || !path.equals(known)) {
            String other = path == null ? "/dev/null or none" : path.quoted();
            text.corrupt(offset, word + " name is " + known.quoted() + " and " + other + " in the same header");
        }
        return known;
    }

    /** Returns that there is no name where the file is new or deleted, after looking if there is one. */
    private @Nullable DiffPath unexpected(Side side, String word) {
        Bytes line = side.line;
        if (side.isSeen && !side.isNull) {
            String name = line == null ? "" : Quoting.quote(line.toArray());
            text.corrupt(offset, "expected /dev/null as the " + word + " name, not " + name);
        }
        return null;
    }

    private static @Nullable DiffPath path(@Nullable Bytes raw, int strip) {
        return raw == null ? null : DiffPath.stripped(raw, strip);
    }

    private @Nullable DiffPath shared(int strip) {
        byte[] name = Names.shared(text.array, lineFrom, lineTo, strip);
        return name == null ? null : new DiffPath(Bytes.of(name), 0);
    }

    private int detectedStrip() {
        Bytes oldLine = before.line;
        Bytes newLine = after.line;
        if (oldLine != null && newLine != null) {
            return detectedStrip(oldLine, newLine);
        }
        for (int strip = 0; strip <= MOST_GUESSED; strip++) {
            if (shared(strip) != null) {
                return strip;
            }
        }
        return 1;
    }

    private int detectedStrip(Bytes one, Bytes other) {
        Bytes moved = source;
        if (moved != null) {
            // The lines with rename and copy have no prefix, so that they show how long it is.
            int strip = Names.componentsBefore(one.toArray(), moved.toArray());
            return strip < 0 ? 1 : strip;
        }
        if (one.startsWith("a/") && other.startsWith("b/")) {
            return 1;
        }
        int strip = Names.componentsToStrip(one.toArray(), other.toArray());
        boolean plain = one.indexOf((byte) '/', 0) < 0 && other.indexOf((byte) '/', 0) < 0;
        return strip < 0 && !plain ? 1 : Math.max(strip, 0);
    }
}
