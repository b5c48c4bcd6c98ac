package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.DiffPath;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.FileMode;
import io.github.patchwork4j.mbox.diff.FileStatus;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of a diff in the direction in which it is applied.
 *
 * @param file the file
 * @param from the path that is read; null if the file is added
 * @param to the path that is written; null if the file is deleted
 * @param mode the mode that is written; null if the diff does not tell
 * @param expected the mode that the file must have had; null if the diff does not tell
 * @param inferred whether it is only guessed that the file is added or deleted
 */
record Change(
        FileDiff file,
        @Nullable Bytes from,
        @Nullable Bytes to,
        @Nullable FileMode expected,
        @Nullable FileMode mode,
        boolean inferred) {
    static Change of(FileDiff file, ApplyOptions options) {
        Bytes before = path(file.oldPath(), options);
        Bytes after = path(file.newPath(), options);
        FileMode oldMode = file.oldMode().orElse(null);
        FileMode newMode = file.newMode().orElse(null);
        boolean inferred = file.isStatusInferred() && (before == null || after == null);
        return options.reverse()
                ? new Change(file, after, before, newMode, oldMode, inferred)
                : new Change(file, before, after, oldMode, newMode, inferred);
    }

    private static @Nullable Bytes path(Optional<DiffPath> path, ApplyOptions options) {
        if (path.isEmpty() || options.directory().isEmpty()) {
            return path.map(DiffPath::bytes).orElse(null);
        }
        ByteSink sink = new ByteSink(options.directory().length() + 64);
        sink.write(options.directory());
        sink.write('/');
        sink.write(path.get().bytes());
        return sink.toBytes();
    }

    boolean isRename() {
        return file.status() == FileStatus.RENAMED;
    }

    boolean isCopy() {
        return file.status() == FileStatus.COPIED;
    }

    boolean isDeletion() {
        return to == null;
    }

    /** Tells whether the path that is read has no file afterwards, if no other change makes one. */
    boolean removesSource() {
        return isDeletion() || isRename();
    }

    /** The same change of a file that turned out to be there, or of one that stays there empty. */
    Change asModification() {
        Bytes path = path();
        return new Change(file, path, path, expected, mode, false);
    }

    /** The path that a message is about. */
    Bytes path() {
        return to != null ? to : from != null ? from : Bytes.EMPTY;
    }
}
