package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.diff.Keyword;
import io.github.patchwork4j.mbox.internal.diff.Names;
import io.github.patchwork4j.mbox.internal.diff.Quoting;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from all the names in the header of a git diff which two paths it is about.
 *
 * <p>As for git, each line counts in its turn: one with {@code ---} or {@code +++} gives its side a name or must agree with the
 * one that is there, one with {@code rename} or {@code copy} puts a name in its place, and one that makes the file new or
 * deleted puts there what both names of the line {@code diff --git} share. As the prefix is only known when all lines were
 * seen, they are kept until then. One instance is used for all headers of a text.
 *
 * <p>Three accidents of git are not copied: it takes the quotes for a part of a name that has nothing to cut off within them; it looks for the end of a quoted name in the lines behind, where we take a name that is not closed in
 * its line as it stands; and of a file that is deleted it prints a new name that a line has given before.
 */
final class GitNames {
    /** What a line of the header says. */
    private enum Word {
        OLD,
        NEW,
        OLD_NULL,
        NEW_NULL,
        SOURCE,
        TARGET,
        IS_NEW,
        IS_DELETED
    }

    /** No prefix has more components than this when it must be guessed. */
    private static final int MOST_GUESSED = 3;

    private static final int NONE = -1;

    /** The prefixes that git writes if it is not told otherwise. */
    private static final Keyword A = Keyword.of("a/");

    private static final Keyword B = Keyword.of("b/");

    private final DiffText text;
    private int lineFrom;
    private int lineTo;
    private int offset;

    private Word[] words = new Word[4];
    /** Where each name begins and ends; an empty one is none. */
    private int[] places = new int[2 * words.length];

    private int count;
    private int lastOld;
    private int lastNew;
    private int lastSource;

    private boolean isNew;
    private boolean isDeleted;
    private boolean isOldNull;
    private boolean isNewNull;
    private @Nullable DiffPath oldPath;
    private @Nullable DiffPath newPath;

    GitNames(DiffText text) {
        this.text = text;
    }

    /** Begins a header with the line {@code diff --git}, whose names are between two indexes. */
    void begin(int headerOffset, int from, int to) {
        offset = headerOffset;
        lineFrom = from;
        lineTo = to;
        count = 0;
        lastOld = NONE;
        lastNew = NONE;
        lastSource = NONE;
        isNew = false;
        isDeleted = false;
        isOldNull = false;
        isNewNull = false;
        oldPath = null;
        newPath = null;
    }

    /** Takes a line with dashes, whose name is between two indexes. */
    void old(int from, int to) {
        if (Names.isDevNull(text.array, from, text.lines.lineEnd())) {
            add(Word.OLD_NULL, from, from);
        } else {
            lastOld = from == to ? lastOld : count;
            add(Word.OLD, from, to);
        }
    }

    /** Takes a line with pluses. */
    void latest(int from, int to) {
        if (Names.isDevNull(text.array, from, text.lines.lineEnd())) {
            add(Word.NEW_NULL, from, from);
        } else {
            lastNew = from == to ? lastNew : count;
            add(Word.NEW, from, to);
        }
    }

    /** Takes what a rename or copy is made from. */
    void source(int from, int to) {
        lastSource = from == to ? lastSource : count;
        add(Word.SOURCE, from, to);
    }

    /** Takes what a rename or copy makes. */
    void target(int from, int to) {
        add(Word.TARGET, from, to);
    }

    /** Takes a line that makes the file new. */
    void fileIsNew() {
        add(Word.IS_NEW, 0, 0);
    }

    /** Takes a line that deletes the file. */
    void fileIsDeleted() {
        add(Word.IS_DELETED, 0, 0);
    }

    private void add(Word word, int from, int to) {
        if (count == words.length) {
            words = Arrays.copyOf(words, 2 * count);
            places = Arrays.copyOf(places, 4 * count);
        }
        words[count] = word;
        places[2 * count] = from;
        places[2 * count + 1] = to;
        count++;
    }

    /** Tells whether only the line {@code diff --git} has told names so far. */
    boolean isOnlyInFirstLine() {
        return lastOld == NONE && lastNew == NONE && lastSource == NONE;
    }

    /** Puts the paths into a draft; {@code fixedStrip} is below 0 if the prefix is to be detected. */
    void resolve(FileDraft draft, int fixedStrip) {
        int strip = fixedStrip < 0 ? detectedStrip() : fixedStrip;
        int renameStrip = fixedStrip < 0 ? 0 : Math.max(fixedStrip - 1, 0);
        for (int i = 0; i < count; i++) {
            take(i, strip, renameStrip);
        }
        draft.isNew |= isOldNull && oldPath == null;
        draft.isDeleted |= isNewNull && newPath == null;
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

    private void take(int i, int strip, int renameStrip) {
        switch (words[i]) {
            case OLD -> oldPath = checked(oldPath, isNew || isOldNull, path(i, strip), "old");
            case NEW -> newPath = checked(newPath, isDeleted || isNewNull, path(i, strip), "new");
            case OLD_NULL -> isOldNull = checkedNull(oldPath, "old");
            case NEW_NULL -> isNewNull = checkedNull(newPath, "new");
            case SOURCE -> {
                oldPath = path(i, renameStrip);
                isOldNull = false;
            }
            case TARGET -> {
                newPath = path(i, renameStrip);
                isNewNull = false;
            }
            case IS_NEW -> {
                isNew = true;
                newPath = shared(strip);
                isNewNull = false;
            }
            case IS_DELETED -> {
                isDeleted = true;
                oldPath = shared(strip);
                isOldNull = false;
            }
        }
    }

    /** Returns the name that is known, or else that of the line, after looking whether it may be there. */
    private @Nullable DiffPath checked(
            @Nullable DiffPath known, boolean expectsNull, @Nullable DiffPath named, String word) {
        if (expectsNull) {
            String name = named == null ? "" : named.quoted();
            text.corrupt(offset, "expected /dev/null as the " + word + " name, not " + name);
        } else if (known == null) {
            return named;
        } else if (named == null || !named.equals(known)) {
            String other = named == null ? "none" : named.quoted();
            text.corrupt(offset, word + " name is " + known.quoted() + " and " + other + " in the same header");
        }
        return known;
    }

    private boolean checkedNull(@Nullable DiffPath known, String word) {
        if (known != null) {
            text.corrupt(offset, word + " name is " + known.quoted() + " and /dev/null in the same header");
        }
        return known == null;
    }

    /** Tells whether the line {@code diff --git} alone tells a name. */
    boolean isNamed(int fixedStrip) {
        return shared(fixedStrip >= 0 ? fixedStrip : detectedStrip()) != null;
    }

    private @Nullable DiffPath path(int i, int strip) {
        int from = places[2 * i];
        int to = places[2 * i + 1];
        if (from == to) {
            return null;
        }
        return text.array[from] == '"'
                ? DiffPath.stripped(name(i), strip)
                : DiffPath.stripped(text.array, from, to, strip);
    }

    private Bytes name(int i) {
        int from = places[2 * i];
        int to = places[2 * i + 1];
        int quoteEnd = text.array[from] == '"' ? Quoting.end(text.array, from, to) : -1;
        return quoteEnd < 0 ? text.slice(from, to) : Bytes.of(Quoting.unquote(text.array, from, quoteEnd));
    }

    private @Nullable DiffPath shared(int strip) {
        Bytes name = Names.shared(text.array, lineFrom, lineTo, strip);
        return name == null ? null : new DiffPath(name, 0);
    }

    private int detectedStrip() {
        if (lastOld != NONE && lastNew != NONE) {
            if (lastSource == NONE
                    && A.isAt(text.array, places[2 * lastOld], places[2 * lastOld + 1])
                    && B.isAt(text.array, places[2 * lastNew], places[2 * lastNew + 1])) {
                return 1;
            }
            return detectedStrip(name(lastOld), name(lastNew));
        }
        return stripOfFirstLine();
    }

    private int stripOfFirstLine() {
        for (int strip = 0; strip <= MOST_GUESSED; strip++) {
            if (shared(strip) != null) {
                return strip;
            }
        }
        return 1;
    }

    private int detectedStrip(Bytes one, Bytes other) {
        if (lastSource != NONE) {
            // The lines with rename and copy have no prefix, so that they show how long it is.
            int strip = Names.componentsBefore(one.toArray(), name(lastSource).toArray());
            return strip < 0 ? 1 : strip;
        }
        if (one.startsWith(A.text()) && other.startsWith(B.text())) {
            return 1;
        }
        if (one.equals(other)) {
            // Both may begin with a folder of who wrote them by hand; the first line then tells of a prefix.
            return stripOfFirstLine();
        }
        int strip = Names.componentsToStrip(one.toArray(), other.toArray());
        boolean plain = one.indexOf((byte) '/', 0) < 0 && other.indexOf((byte) '/', 0) < 0;
        return strip < 0 && !plain ? 1 : Math.max(strip, 0);
    }
}
