package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.diff.Names;
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

    /** The names of the {@code ---} and {@code +++} lines. */
    @Nullable Bytes oldLine;

    @Nullable Bytes newLine;

    boolean oldIsNull;
    boolean newIsNull;

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

    /** Puts the paths into a draft; {@code fixedStrip} is below 0 if the prefix is to be detected. */
    void resolve(FileDraft draft, int fixedStrip) {
        int strip = fixedStrip < 0 ? detectedStrip() : fixedStrip;
        int renameStrip = fixedStrip < 0 ? 0 : Math.max(fixedStrip - 1, 0);
        DiffPath before = path(source, renameStrip);
        DiffPath after = path(target, renameStrip);
        if (draft.isDeleted && before == null) {
            before = shared(strip);
        }
        if (draft.isNew && after == null) {
            after = shared(strip);
        }
        boolean expectOld = !draft.isNew;
        boolean expectNew = !draft.isDeleted;
        before = checked(before, path(oldLine, strip), oldIsNull, expectOld, "old");
        after = checked(after, path(newLine, strip), newIsNull, expectNew, "new");
        draft.isNew |= oldIsNull && before == null;
        draft.isDeleted |= newIsNull && after == null;
        if (before == null && after == null) {
            before = shared(strip);
            after = before;
        }
        if ((before == null && !draft.isNew) || (after == null && !draft.isDeleted)) {
            text.corrupt(offset, "header does not tell the file's name");
        }
        draft.oldPath = before;
        draft.newPath = after;
    }

    /** Tells whether the line {@code diff --git} alone tells a name. */
    boolean isNamed(int fixedStrip) {
        if (fixedStrip >= 0) {
            return shared(fixedStrip) != null;
        }
        return shared(detectedStrip()) != null;
    }

    /** Returns the name so far, or else that of the line with dashes or pluses, after comparing the two. */
    private @Nullable DiffPath checked(
            @Nullable DiffPath known, @Nullable DiffPath line, boolean lineIsNull, boolean expected, String side) {
        if (!expected) {
            if (line != null) {
                text.corrupt(offset, "expected /dev/null as the " + side + " name, not " + line.quoted());
            }
            return null;
        }
        if (known == null) {
            return line;
        }
        if (lineIsNull || (line != null && !line.equals(known))) {
            String other = line == null ? "/dev/null" : line.quoted();
            text.corrupt(offset, side + " name is " + known.quoted() + " and " + other + " in the same header");
        }
        return known;
    }

    private static @Nullable DiffPath path(@Nullable Bytes raw, int strip) {
        return raw == null ? null : DiffPath.stripped(raw, strip);
    }

    private @Nullable DiffPath shared(int strip) {
        byte[] name = Names.shared(text.array, lineFrom, lineTo, strip);
        return name == null ? null : new DiffPath(Bytes.of(name), 0);
    }

    private int detectedStrip() {
        Bytes before = oldLine;
        Bytes after = newLine;
        if (before != null && after != null) {
            return detectedStrip(before, after);
        }
        for (int strip = 0; strip <= MOST_GUESSED; strip++) {
            if (shared(strip) != null) {
                return strip;
            }
        }
        return 1;
    }

    private int detectedStrip(Bytes before, Bytes after) {
        Bytes moved = source;
        if (moved != null) {
            // The lines with rename and copy have no prefix, so that they show how long it is.
            int strip = Names.componentsBefore(before.toArray(), moved.toArray());
            return strip < 0 ? 1 : strip;
        }
        if (before.startsWith("a/") && after.startsWith("b/")) {
            return 1;
        }
        int strip = Names.componentsToStrip(before.toArray(), after.toArray());
        boolean plain = before.indexOf((byte) '/', 0) < 0 && after.indexOf((byte) '/', 0) < 0;
        return strip < 0 && !plain ? 1 : Math.max(strip, 0);
    }
}
