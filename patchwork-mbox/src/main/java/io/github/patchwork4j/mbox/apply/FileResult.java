package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one file of a diff. */
public final class FileResult {
    /** Why a file could not be changed; a later version may add more. */
    public enum Problem {
        /** The path may not be used, see {@link FileDiff#safePath()} and {@link ApplyOptions#withToleratedPaths}. */
        UNSAFE_PATH,
        /** The path leads through a symbolic link that is there, or that the same diff makes. */
        BEYOND_SYMLINK,
        /** The file to be changed is not there. */
        NOT_FOUND,
        /** The diff itself has renamed or deleted the file before. */
        GONE,
        /** The file to be made is there already. */
        ALREADY_EXISTS,
        /** A file would be where a directory is, or the other way round. */
        DIRECTORY_CONFLICT,
        /** The file is of another kind than the diff says, or would become one: a symbolic link is no text file. */
        WRONG_TYPE,
        /** At least one hunk has no place; {@link FileResult#hunks()} tells which. */
        HUNK_REJECTED,
        /** The file would go away, but the hunks leave something of it. */
        NOT_EMPTIED,
        /** The diff says that binaries differ but does not give their content, or not their whole ids. */
        BINARY_WITHOUT_CONTENT,
        /** The content is not what the binary patch was made against, by its id. */
        BINARY_OTHER_CONTENT,
        /** The binary patch is broken, larger than {@link io.github.patchwork4j.mbox.Limits#maxBinaryBytes()}, or makes another content than its id says. */
        BINARY_CORRUPT,
        /** The new content of a submodule names no commit. */
        BROKEN_SUBMODULE,
        /** The diff has a diagnostic, so that nothing of it can be relied on. */
        CORRUPT_DIFF,
        /** The format is not meant to be applied: combined diffs of merges. */
        UNSUPPORTED,
        /** {@link ApplyOptions#maxSteps()} are used up. */
        LIMIT_EXCEEDED
    }

    private final FileDiff file;
    private final List<HunkResult> hunks;
    private final @Nullable Problem problem;
    private final String message;

    private FileResult(FileDiff file, List<HunkResult> hunks, @Nullable Problem problem, String message) {
        this.file = file;
        this.hunks = List.copyOf(hunks);
        this.problem = problem;
        this.message = message;
    }

    static FileResult applied(FileDiff file, List<HunkResult> hunks) {
        return new FileResult(file, hunks, null, "");
    }

    static FileResult failed(FileDiff file, List<HunkResult> hunks, Problem problem, String message) {
        return new FileResult(file, hunks, problem, message);
    }

    /**
     * Returns what the diff says about the file.
     *
     * @return the part of the diff
     */
    public FileDiff file() {
        return file;
    }

    /**
     * Returns what became of the hunks, in the order of the diff.
     *
     * @return the results; none for a binary, and none if something else speaks against changing the file
     */
    public List<HunkResult> hunks() {
        return hunks;
    }

    /**
     * Tells whether all of the file's change was possible.
     *
     * @return whether there is no {@link #problem()}
     */
    public boolean isApplied() {
        return problem == null;
    }

    /**
     * Returns what speaks against changing the file.
     *
     * @return the first problem found; empty if there is none
     */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * Says what the problem is, with the paths, lines or ids in question.
     *
     * @return a sentence for a person to read; empty if there is no problem
     */
    public String message() {
        return message;
    }

    /**
     * Returns the hunks that have no place as {@code git apply --reject} writes them to a {@code .rej} file. Nothing writes them
     * anywhere but the caller; see to it that no symbolic link of that name is followed.
     *
     * @return the bytes; empty if no hunk was rejected
     */
    public Optional<Bytes> rejects() {
        List<HunkResult> rejected =
                hunks.stream().filter(hunk -> !hunk.isApplied()).toList();
        if (rejected.isEmpty()) {
            return Optional.empty();
        }
        ByteSink out = new ByteSink(1024);
        Bytes path = file.path().bytes();
        out.write(Bytes.ofUtf8("diff a/"));
        out.write(path);
        out.write(Bytes.ofUtf8(" b/"));
        out.write(path);
        out.write(Bytes.ofUtf8("\t(rejected hunks)\n"));
        for (HunkResult hunk : rejected) {
            Bytes bytes = hunk.hunk().bytes();
            out.write(bytes);
            if (!bytes.isEmpty() && bytes.at(bytes.length() - 1) != '\n') {
                out.write('\n');
            }
        }
        return Optional.of(out.toBytes());
    }

    /** Returns the path and the message, for a debugger. */
    @Override
    public String toString() {
        return file.path() + ": " + (problem == null ? "applied" : problem + ", " + message);
    }
}
