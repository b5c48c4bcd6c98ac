package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known so far of a file while its diff is read; offsets count from the beginning of the diff. */
final class FileDraft {
    final DiffFormat format;
    final int preambleFrom;
    final int from;
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

    Bytes oldId = Bytes.EMPTY;
    Bytes newId = Bytes.EMPTY;
    int similarity = -1;
    int dissimilarity = -1;
    boolean binary;

    @Nullable BinaryPatch binaryPatch;

    final List<Hunk> hunks = new ArrayList<>(4);
    int addedLines;
    int deletedLines;

    FileDraft(DiffFormat format, int preambleFrom, int from) {
        this.format = format;
        this.preambleFrom = preambleFrom;
        this.from = from;
    }

    void add(Hunk hunk, int end) {
        hunks.add(hunk);
        addedLines += hunk.addedLines();
        deletedLines += hunk.deletedLines();
        to = end;
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
