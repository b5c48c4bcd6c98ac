package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.apply.FileResult.Problem;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffFormat;
import io.github.patchwork4j.mbox.diff.FileMode;
import io.github.patchwork4j.mbox.diff.Hunk;
import io.github.patchwork4j.mbox.diff.PathSafety;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies diffs to files in memory, by the rules of {@code git apply} (its documentation, and its behaviour where that is silent).
 *
 * <p>A diff is applied as a whole or not at all, unless {@linkplain ApplyOptions#withPartialResults() asked otherwise}. It never
 * writes anywhere: {@link ApplyResult#changes()} says what would change. Diffs from anybody may be applied: paths that are not
 * {@linkplain PathSafety safe} or lead through symbolic links are refused, and the work is bounded.
 */
public final class PatchApplier {
    /** Longer paths cannot be used on any common system. */
    private static final int LONGEST_PATH = 4096;

    private static final int TYPE_BITS = 0170000;
    private static final FileMode PLAIN = FileMode.of(0100644);
    private static final String SUBPROJECT = "Subproject commit ";

    private final ApplyOptions options;

    private PatchApplier(ApplyOptions options) {
        this.options = options;
    }

    /**
     * Returns an applier; it may be shared between threads.
     *
     * @param options how to apply
     * @return the applier
     */
    public static PatchApplier of(ApplyOptions options) {
        return new PatchApplier(options);
    }

    /**
     * Applies a diff.
     *
     * @param diff the diff; one with {@linkplain Diff#diagnostics() diagnostics} is refused, as git refuses it
     * @param tree the files; not changed
     * @return what became of each file, and what changes; no diff makes this throw
     */
    public ApplyResult apply(Diff diff, FileTree tree) {
        List<Change> changes = new ArrayList<>();
        diff.files().forEach(file -> changes.add(Change.of(file, options)));
        Run run = new Run(new TreeState(tree, changes), new Work(options.maxSteps()));
        FileResult[] results = new FileResult[changes.size()];
        for (int i = 0; i < results.length; i++) {
            // Backwards, what was changed last is taken back first.
            int index = options.reverse() ? results.length - 1 - i : i;
            results[index] = run.apply(changes.get(index), diff.diagnostics());
        }
        boolean clean = true;
        for (int i = 0; i < results.length; i++) {
            results[i] = run.checked(changes.get(i), results[i]);
            clean &= results[i].isApplied();
        }
        Map<Bytes, Optional<TreeFile>> made = clean || options.partial() ? run.state.changes() : Map.of();
        return new ApplyResult(List.of(results), made);
    }

    /** One application of one diff. */
    private final class Run {
        private final TreeState state;
        private final Work work;

        Run(TreeState state, Work work) {
            this.state = state;
            this.work = work;
        }

        FileResult apply(Change change, List<Diagnostic> diagnostics) {
            FileResult refused = refusedBefore(change, diagnostics);
            if (refused != null) {
                return refused;
            }
            boolean inferredAddition = change.inferred() && change.from() == null;
            boolean isThere = inferredAddition && state.isTaken(change.path());
            boolean staysEmpty = change.inferred() && change.isDeletion();
            Change known = isThere || staysEmpty ? change.asModification() : change;
            TreeFile before = null;
            if (known.from() != null) {
                before = state.source(known).orElse(null);
                Outcome outcome = checkSource(known, before);
                if (outcome.problem() != null) {
                    return failed(known, outcome);
                }
            }
            Outcome target = checkTarget(known, before);
            return target.problem() != null ? failed(known, target) : applyContent(known, before);
        }

        private @Nullable FileResult refusedBefore(Change change, List<Diagnostic> diagnostics) {
            if (!diagnostics.isEmpty()) {
                Diagnostic first = diagnostics.get(0);
                return failed(
                        change, Outcome.failed(Problem.CORRUPT_DIFF, first.message() + ", at byte " + first.offset()));
            }
            if (change.file().format() == DiffFormat.COMBINED) {
                return failed(change, Outcome.failed(Problem.UNSUPPORTED, "diff of a merge"));
            }
            for (Bytes path : new @Nullable Bytes[] {change.from(), change.to()}) {
                String concern = path == null ? "" : concern(path);
                if (!concern.isEmpty()) {
                    return failed(change, Outcome.failed(Problem.UNSAFE_PATH, concern));
                }
            }
            return null;
        }

        private String concern(Bytes path) {
            if (path.length() > LONGEST_PATH) {
                return "path of " + path.length() + " bytes is longer than " + LONGEST_PATH;
            }
            Set<PathSafety> concerns = PathSafety.concerns(path);
            concerns.removeAll(options.tolerated());
            return concerns.isEmpty() ? "" : "path \"" + path.utf8() + "\" is not safe: " + concerns;
        }

        private Outcome checkSource(Change change, @Nullable TreeFile before) {
            Bytes from = Objects.requireNonNull(change.from());
            if (state.isReadThroughSymlink(from)) {
                return Outcome.failed(Problem.BEYOND_SYMLINK, "\"" + from.utf8() + "\" is beyond a symbolic link");
            }
            if (state.isGone(change)) {
                return Outcome.failed(Problem.GONE, "\"" + from.utf8() + "\" was renamed or deleted before");
            }
            if (before == null) {
                return Outcome.failed(Problem.NOT_FOUND, "\"" + from.utf8() + "\" is not there");
            }
            FileMode expected = change.expected();
            return expected == null || isSameType(expected, before.mode())
                    ? Outcome.of(before.content())
                    : Outcome.failed(
                            Problem.WRONG_TYPE, "\"" + from.utf8() + "\" is " + before.mode() + ", not " + expected);
        }

        private Outcome checkTarget(Change change, @Nullable TreeFile before) {
            Bytes to = change.to();
            if (to == null) {
                return Outcome.of(Bytes.EMPTY);
            }
            boolean makes = change.from() == null || change.isRename() || change.isCopy();
            if (makes && state.isTaken(to)) {
                return Outcome.failed(Problem.ALREADY_EXISTS, "\"" + to.utf8() + "\" is there already");
            }
            FileMode mode = change.mode();
            if (before != null && mode != null && !isSameType(mode, before.mode())) {
                return Outcome.failed(
                        Problem.WRONG_TYPE, "\"" + to.utf8() + "\" is " + before.mode() + " and cannot become " + mode);
            }
            return state.isWrittenThroughSymlink(to)
                    ? Outcome.failed(Problem.BEYOND_SYMLINK, "\"" + to.utf8() + "\" is beyond a symbolic link")
                    : Outcome.of(Bytes.EMPTY);
        }

        private FileResult applyContent(Change change, @Nullable TreeFile before) {
            Bytes content = before == null ? Bytes.EMPTY : before.content();
            List<HunkResult> hunks = new ArrayList<>();
            Outcome outcome = change.file().isBinary()
                    ? BinaryChange.apply(change, content, options)
                    : applyHunks(change, content, hunks);
            boolean rejected = hunks.stream().anyMatch(hunk -> !hunk.isApplied());
            if (outcome.problem() == null && !(rejected && !options.partial())) {
                outcome = checkResult(change, before, outcome.content());
            }
            if (outcome.problem() != null) {
                return FileResult.failed(change.file(), hunks, outcome.problem(), outcome.message());
            }
            if (!rejected || options.partial()) {
                TreeFile result = change.isDeletion() ? null : new TreeFile(mode(change, before), outcome.content());
                state.record(change, result);
            }
            return rejected
                    ? FileResult.failed(change.file(), hunks, Problem.HUNK_REJECTED, rejection(change, content, hunks))
                    : FileResult.applied(change.file(), hunks);
        }

        private Outcome applyHunks(Change change, Bytes content, List<HunkResult> results) {
            List<Hunk> hunks = change.file().hunks();
            if (hunks.isEmpty()) {
                return Outcome.of(content);
            }
            FileLines lines = new FileLines(content, options);
            boolean affordable = work.spend(lines.size());
            HunkPlacer placer = options.fuzz() < 0
                    ? new GitPlacer(lines, options, work)
                    : new GnuPlacer(lines, options.fuzz(), work);
            for (int i = 0; i < hunks.size() && affordable; i++) {
                results.add(placer.place(new HunkSides(hunks.get(i), options)));
                affordable = !work.isSpent();
            }
            return affordable
                    ? Outcome.of(lines.toBytes())
                    : Outcome.failed(Problem.LIMIT_EXCEEDED, options.maxSteps() + " steps are used up");
        }

        private String rejection(Change change, Bytes content, List<HunkResult> hunks) {
            return rejected(hunks)
                    + (hasLostTabs(change, content)
                            ? "; with all white space taken for the same, all hunks fit: tabs may have become spaces"
                            : "");
        }

        /** Mail programs that make spaces of tabs leave hunks without a place; none of these has a tab then. */
        private boolean hasLostTabs(Change change, Bytes content) {
            boolean possible = content.indexOf((byte) '\t', 0) >= 0
                    && change.file().hunks().stream()
                            .allMatch(hunk -> hunk.bytes().indexOf((byte) '\t', 0) < 0);
            if (options.ignoreSpaceChange() || !possible) {
                return false;
            }
            ApplyOptions lenient = options.withoutFuzz().withIgnoredSpaceChange();
            FileLines lines = new FileLines(content, lenient);
            GitPlacer placer = new GitPlacer(lines, lenient, work);
            return work.spend(lines.size())
                    && change.file().hunks().stream()
                            .allMatch(hunk ->
                                    placer.place(new HunkSides(hunk, lenient)).isApplied());
        }

        private Outcome checkResult(Change change, @Nullable TreeFile before, Bytes content) {
            if (change.isDeletion()) {
                return content.isEmpty() || isSubmodule(before)
                        ? Outcome.of(content)
                        : Outcome.failed(Problem.NOT_EMPTIED, "file to be removed has something left");
            }
            if (mode(change, before).isSubmodule() && !namesCommit(content)) {
                return Outcome.failed(Problem.BROKEN_SUBMODULE, "submodule has no commit: \"" + content.utf8() + "\"");
            }
            return Outcome.of(content);
        }

        /** Refuses what was made where it cannot be, which only shows when all is made. */
        FileResult checked(Change change, FileResult result) {
            Bytes to = change.to();
            if (to == null || !result.isApplied() || !state.conflicts(to)) {
                return result;
            }
            state.drop(to);
            String message = "\"" + to.utf8() + "\" would be a file and a directory";
            return failed(change, Outcome.failed(Problem.DIRECTORY_CONFLICT, message));
        }
    }

    private static boolean isSubmodule(@Nullable TreeFile file) {
        return file != null && file.mode().isSubmodule();
    }

    private static FileMode mode(Change change, @Nullable TreeFile before) {
        FileMode mode = change.mode();
        if (mode != null) {
            return mode;
        }
        return before == null ? PLAIN : before.mode();
    }

    private static boolean isSameType(FileMode one, FileMode other) {
        return ((one.bits() ^ other.bits()) & TYPE_BITS) == 0;
    }

    private static boolean namesCommit(Bytes content) {
        if (!content.startsWith(SUBPROJECT)) {
            return false;
        }
        int end = SUBPROJECT.length();
        while (end < content.length() && Ascii.hex(content.at(end)) >= 0) {
            end++;
        }
        int digits = end - SUBPROJECT.length();
        return digits == 40 || digits == 64;
    }

    private static FileResult failed(Change change, Outcome outcome) {
        return FileResult.failed(
                change.file(), List.of(), Objects.requireNonNull(outcome.problem()), outcome.message());
    }

    private static String rejected(List<HunkResult> hunks) {
        return hunks.stream()
                .filter(hunk -> !hunk.isApplied())
                .limit(5)
                .map(hunk -> hunk.hunk() + ", " + hunk.reason())
                .collect(Collectors.joining("; ", "no place for ", ""));
    }
}
