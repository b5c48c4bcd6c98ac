package io.github.patchwork4j.mbox.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of a file while its diff is read; offsets count from the beginning of the diff. One draft is used for
 * all files of a text.
 */
final class FileDraft {
    DiffFormat format = DiffFormat.GIT;
    int preambleFrom;
    int from;
    int headerTo;
    int to;

    @Nullable DiffPath oldPath;

    @Nullable DiffPath newPath;

    boolean isNew;
    boolean isDeleted;
    boolean isRename;
    boolean isCopy;
    /** Whether the header leaves open if the file is new or deleted, so that the hunks must tell. */
    boolean undecided;

    @Nullable FileMode oldMode;

    @Nullable FileMode newMode;

    /** Where the ids begin, or -1. */
    int idsFrom;

    int similarity;
    int dissimilarity;
    boolean binary;

    @Nullable BinaryPatch binaryPatch;

    final List<Hunk> hunks = new ArrayList<>(4);
    int addedLines;
    int deletedLines;

    /** Begins with another file. */
    void begin(DiffFormat newFormat, int newPreambleFrom, int newFrom) {
        format = newFormat;
        preambleFrom = newPreambleFrom;
        from = newFrom;
        headerTo = newFrom;
        to = newFrom;
        oldPath = null;
        newPath = null;
        isNew = false;
        isDeleted = false;
        isRename = false;
        isCopy = false;
        undecided = false;
        oldMode = null;
        newMode = null;
        idsFrom = -1;
        similarity = -1;
        dissimilarity = -1;
        binary = false;
        binaryPatch = null;
        hunks.clear();
        addedLines = 0;
        deletedLines = 0;
    }

    void add(Hunk hunk, int end) {
        hunks.add(hunk);
        addedLines += hunk.addedLines();
        deletedLines += hunk.deletedLines();
        to = end;
    }

    /** Returns the hunks; most files have few, for which there are lists that copy nothing. */
    List<Hunk> hunks() {
        return switch (hunks.size()) {
            case 1 -> List.of(hunks.get(0));
            case 2 -> List.of(hunks.get(0), hunks.get(1));
            case 3 -> List.of(hunks.get(0), hunks.get(1), hunks.get(2));
            case 4 -> List.of(hunks.get(0), hunks.get(1), hunks.get(2), hunks.get(3));
            default -> List.copyOf(hunks);
        };
    }

    /** Decides by a single hunk whether a file is new or deleted whose header does not tell, as git does. */
    void decide() {
        if (undecided && hunks.size() == 1) {
            isNew = hunks.get(0).oldCount() == 0;
            isDeleted = !isNew && hunks.get(0).newCount() == 0;
        }
    }

    FileStatus status() {
        if (isNew) {
            return FileStatus.ADDED;
        }
        if (isDeleted) {
            return FileStatus.DELETED;
        }
        if (isRename || isCopy) {
            return isRename ? FileStatus.RENAMED : FileStatus.COPIED;
        }
        FileMode before = oldMode;
        FileMode after = newMode;
        if (before == null || after == null || before.equals(after)) {
            return FileStatus.MODIFIED;
        }
        if (!before.isSameTypeAs(after)) {
            return FileStatus.TYPE_CHANGED;
        }
        return hunks.isEmpty() && !binary ? FileStatus.MODE_CHANGED : FileStatus.MODIFIED;
    }
}
