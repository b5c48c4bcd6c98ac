package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a diff says about one file. */
public final class FileDiff {
    private final Bytes source;
    private final DiffFormat format;
    private final FileStatus status;
    private final boolean statusInferred;
    private final int preambleFrom;
    private final int from;
    private final int headerTo;
    private final int to;
    private final @Nullable DiffPath oldPath;
    private final @Nullable DiffPath newPath;
    private final @Nullable FileMode oldMode;
    private final @Nullable FileMode newMode;
    /** Where the ids begin, or -1. */
    private final int idsFrom;
    /** Percents; -1 if the diff does not tell them. */
    private final byte similarity;

    private final byte dissimilarity;
    private final int addedLines;
    private final int deletedLines;
    private final boolean binary;
    private final @Nullable BinaryPatch binaryPatch;
    private final List<Hunk> hunks;

    FileDiff(Bytes source, FileDraft draft) {
        draft.decide();
        this.source = source;
        this.format = draft.format;
        this.status = draft.status();
        this.statusInferred = draft.undecided;
        this.preambleFrom = draft.preambleFrom;
        this.from = draft.from;
        this.headerTo = draft.headerTo;
        this.to = draft.to;
        this.oldPath = draft.isNew ? null : draft.oldPath;
        this.newPath = draft.isDeleted ? null : draft.newPath;
        this.oldMode = draft.oldMode;
        this.newMode = draft.newMode;
        this.idsFrom = draft.idsFrom;
        this.similarity = (byte) draft.similarity;
        this.dissimilarity = (byte) draft.dissimilarity;
        this.addedLines = draft.addedLines;
        this.deletedLines = draft.deletedLines;
        this.binary = draft.binary;
        this.binaryPatch = draft.binaryPatch;
        this.hunks = draft.hunks();
    }

    /**
     * Returns how this part of the diff is written.
     *
     * @return the format
     */
    public DiffFormat format() {
        return format;
    }

    /**
     * Returns what is done to the file.
     *
     * @return the status
     */
    public FileStatus status() {
        return status;
    }

    /**
     * Tells whether the header leaves open if the file is added, deleted or modified, so that the status only follows from the
     * hunks: one that has no old lines, or no new ones. To an empty file that is there, git applies such an addition as a
     * change, and such a deletion leaves an empty file.
     *
     * @return whether that is so; false for git's own diffs
     */
    public boolean isStatusInferred() {
        return statusInferred;
    }

    /**
     * Returns all that the diff says about the file as it stands there: the header, and the hunks or the binary patch.
     *
     * @return the bytes
     */
    public Bytes bytes() {
        return source.slice(from, to);
    }

    /**
     * Returns the lines before the first hunk, from {@code diff --git} or {@code ---} on.
     *
     * @return the bytes
     */
    public Bytes header() {
        return source.slice(from, headerTo);
    }

    /**
     * Returns the text before the header that belongs to no other file: a message, or the {@code Index:} line of
     * Subversion.
     *
     * @return the bytes, with the last line feed; often empty
     */
    public Bytes preamble() {
        return source.slice(preambleFrom, from);
    }

    /**
     * Returns where the header begins.
     *
     * @return the offset, in bytes from the beginning of the diff
     */
    public int offset() {
        return from;
    }

    /**
     * Returns the path that the file has after the change, or had before if it is deleted.
     *
     * @return the path; an empty one if the diff names none, for which it has a diagnostic then
     */
    public DiffPath path() {
        if (newPath != null) {
            return newPath;
        }
        return oldPath != null ? oldPath : DiffPath.NONE;
    }

    /**
     * Returns the path that the file has before the change; for a copy, the path of what is copied; in a combined diff, the
     * path in the result, beside which there are the {@link #oldPaths()}.
     *
     * @return the path; empty if the file is added
     */
    public Optional<DiffPath> oldPath() {
        return Optional.ofNullable(oldPath);
    }

    /**
     * Returns the paths that the file has before the change in each parent, for a combined diff.
     *
     * @return the paths of those parents that have the file, if git was asked for them with {@code --combined-all-paths};
     *     otherwise just the {@linkplain #oldPath() old path}, if there is one
     */
    public List<DiffPath> oldPaths() {
        if (format != DiffFormat.COMBINED || oldPath == null) {
            return oldPath == null ? List.of() : List.of(oldPath);
        }
        return CombinedHeader.of(header()).paths(oldPath);
    }

    /**
     * Returns the path that the file has after the change.
     *
     * @return the path; empty if the file is deleted
     */
    public Optional<DiffPath> newPath() {
        return Optional.ofNullable(newPath);
    }

    /**
     * Tells whether the paths may be used below a directory.
     *
     * @return the verdict on the new path, or on the old one if the new one is safe or not there
     */
    public PathSafety safePath() {
        PathSafety safety = newPath == null ? PathSafety.SAFE : newPath.safety();
        if (safety == PathSafety.SAFE && newMode != null && newMode.isSymlink()) {
            safety = PathSafety.isGitFile(path().bytes().toArray()) ? PathSafety.GIT_FILE_AS_LINK : safety;
        }
        if (safety == PathSafety.SAFE && (oldPath != null || newPath == null)) {
            return oldPath == null ? PathSafety.EMPTY : oldPath.safety();
        }
        return safety;
    }

    /**
     * Returns the mode before the change; in a combined diff, that in the first parent.
     *
     * @return the mode, if the diff tells it
     */
    public Optional<FileMode> oldMode() {
        return Optional.ofNullable(oldMode);
    }

    /**
     * Returns the mode after the change.
     *
     * @return the mode, if the diff tells it; git does not repeat one that stays
     */
    public Optional<FileMode> newMode() {
        return Optional.ofNullable(newMode);
    }

    /**
     * Returns the modes before the change in each parent, for a combined diff.
     *
     * @return the modes, in the order of the parents; for other diffs just the {@linkplain #oldMode() old mode}, if it is
     *     told
     */
    public List<FileMode> oldModes() {
        if (format != DiffFormat.COMBINED) {
            return oldMode().map(List::of).orElse(List.of());
        }
        return CombinedHeader.of(header()).modes();
    }

    /**
     * Returns git's ids of the content before the change in each parent, for a combined diff.
     *
     * @return the ids, in the order of the parents; for other diffs just the {@linkplain #oldId() old id}, if it is told
     */
    public List<String> oldIds() {
        if (format != DiffFormat.COMBINED) {
            return oldId().map(List::of).orElse(List.of());
        }
        return CombinedHeader.of(header()).ids();
    }

    /**
     * Returns git's id of the content before the change; in a combined diff, that of the first parent.
     *
     * @return hexadecimal digits of a SHA-1 or SHA-256, often abbreviated, only zeros for a file that is not there; empty
     *     if there is no {@code index} line
     */
    public Optional<String> oldId() {
        return IndexLine.oldId(source, idsFrom, format);
    }

    /**
     * Returns git's id of the content after the change.
     *
     * @return as {@link #oldId()}
     */
    public Optional<String> newId() {
        return IndexLine.newId(source, idsFrom);
    }

    /**
     * Returns how much of the content stays, for a rename or copy.
     *
     * @return percents from 0 to 100, if the diff tells them; git takes larger numbers for none
     */
    public OptionalInt similarity() {
        return similarity < 0 ? OptionalInt.empty() : OptionalInt.of(similarity);
    }

    /**
     * Returns how much of the content changes, for a file that is as good as written anew.
     *
     * @return percents from 0 to 100, if the diff tells them
     */
    public OptionalInt dissimilarity() {
        return dissimilarity < 0 ? OptionalInt.empty() : OptionalInt.of(dissimilarity);
    }

    /**
     * Returns how many lines the hunks add.
     *
     * @return the count; 0 for binaries
     */
    public int addedLines() {
        return addedLines;
    }

    /**
     * Returns how many lines the hunks delete.
     *
     * @return the count; 0 for binaries
     */
    public int deletedLines() {
        return deletedLines;
    }

    /**
     * Tells whether the diff calls the content binary, with or without giving it.
     *
     * @return whether there are no hunks because of that
     */
    public boolean isBinary() {
        return binary;
    }

    /**
     * Returns the binary content.
     *
     * @return the content; empty if the file is text, or the diff only says that binaries differ
     */
    public Optional<BinaryPatch> binaryPatch() {
        return Optional.ofNullable(binaryPatch);
    }

    /**
     * Returns the hunks, in the order of the diff.
     *
     * @return the hunks; none for binaries, and for changes of nothing but name or mode
     */
    public List<Hunk> hunks() {
        return hunks;
    }

    /**
     * Returns the line that {@code git apply --numstat} prints for the file.
     *
     * @return added lines, deleted lines (both {@code -} for a binary) and the {@linkplain DiffPath#quoted() quoted} path,
     *     with tabs between them and no line feed
     */
    public String numstat() {
        String counts = binary ? "-\t-\t" : addedLines + "\t" + deletedLines + "\t";
        return counts + path().quoted();
    }

    /**
     * Returns what {@code git apply --summary} prints for the file: that it is created, deleted, renamed, copied, rewritten
     * or changes its mode.
     *
     * @return no, one or two lines, each with its line feed; the paths are in them as they are, unquoted
     */
    public Bytes summary() {
        return SummaryLines.of(this);
    }

    /** Returns status and path, for a debugger. */
    @Override
    public String toString() {
        return status + " " + path();
    }
}
