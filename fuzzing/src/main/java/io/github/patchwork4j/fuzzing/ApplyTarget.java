package io.github.patchwork4j.fuzzing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.apply.ApplyOptions;
import io.github.patchwork4j.mbox.apply.ApplyResult;
import io.github.patchwork4j.mbox.apply.FileResult;
import io.github.patchwork4j.mbox.apply.HunkResult;
import io.github.patchwork4j.mbox.apply.MemoryTree;
import io.github.patchwork4j.mbox.apply.PatchApplier;
import io.github.patchwork4j.mbox.apply.TreeFile;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffPath;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.FileMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies a diff to a tree in which each of its files has the same content: nothing leaves the tree, all or nothing holds, and a
 * change whose hunks stood where they should is taken back by the reverse.
 */
public final class ApplyTarget {
    private static final long STEPS = 1 << 20;

    private static final ApplyOptions REVERSE = ApplyOptions.DEFAULT.withReverse();

    private static final List<ApplyOptions> OPTIONS = List.of(
            ApplyOptions.DEFAULT,
            REVERSE,
            ApplyOptions.DEFAULT.withPartialResults().withMinContext(0),
            ApplyOptions.DEFAULT.withUnidiffZero().withIgnoredSpaceChange(),
            ApplyOptions.DEFAULT.withFuzz(2).withPartialResults());

    private ApplyTarget() {}

    /**
     * Called by the fuzzer.
     *
     * @param data the content of files, a line {@code ====}, and a diff; or only a diff, for empty files
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Bytes input = Bytes.of(data);
        int cut = input.latin1().indexOf("====\n");
        Bytes content = cut < 0 ? Bytes.EMPTY : input.slice(0, cut);
        Diff diff = Diff.parse(cut < 0 ? input : input.slice(cut + 5, input.length()));
        for (ApplyOptions options : OPTIONS) {
            MemoryTree tree = tree(diff, content, options == REVERSE);
            PatchApplier applier = PatchApplier.of(options.withMaxSteps(STEPS));
            int names = diff.files().size();
            Promise.allocatesLinearly(data.length + names * content.length(), 1000, () -> applier.apply(diff, tree));
            ApplyResult result = applier.apply(diff, tree);
            check(result, tree.with(result.changes()));
            if (options == ApplyOptions.DEFAULT) {
                takesBack(diff, tree, result);
            }
        }
    }

    private static MemoryTree tree(Diff diff, Bytes content, boolean reverse) {
        Map<Bytes, TreeFile> files = new HashMap<>();
        for (FileDiff file : diff.files()) {
            DiffPath path = (reverse ? file.newPath() : file.oldPath()).orElse(null);
            if (path != null) {
                files.put(path.bytes(), new TreeFile(FileMode.of(0100644), content));
            }
        }
        return MemoryTree.of(files);
    }

    private static void check(ApplyResult result, MemoryTree made) {
        for (FileResult file : result.files()) {
            Promise.equal(file.problem().isEmpty(), file.message().isEmpty(), "a problem without words");
            file.rejects().ifPresent(rejects -> Promise.holds(rejects.length() > 0, "empty rejects"));
            for (HunkResult hunk : file.hunks()) {
                Promise.holds(hunk.isApplied() || hunk.line() == 0, "a place of a rejected hunk");
            }
        }
        for (Bytes path : made.files().keySet()) {
            String text = path.latin1();
            boolean leaves = text.startsWith("/") || ("/" + text + "/").contains("/../");
            Promise.holds(!leaves || !result.changes().containsKey(path), "a file outside of the tree: " + text);
        }
    }

    private static void takesBack(Diff diff, MemoryTree tree, ApplyResult result) {
        boolean plain = result.isApplied()
                && diff.files().stream().map(FileDiff::path).distinct().count()
                        == diff.files().size()
                && result.files().stream().allMatch(ApplyTarget::isPlain);
        if (plain) {
            MemoryTree made = tree.with(result.changes());
            ApplyResult back = PatchApplier.of(REVERSE).apply(diff, made);
            if (back.isApplied() && back.files().stream().allMatch(ApplyTarget::isPlain)) {
                Promise.equal(made.with(back.changes()).files(), tree.files(), "tree after taking it back");
            }
        }
    }

    /** Whether only the text of a file changes, where the diff says. */
    private static boolean isPlain(FileResult file) {
        return file.file().oldPath().equals(file.file().newPath())
                && file.file().newMode().isEmpty()
                && file.file().binaryPatch().isEmpty()
                && file.hunks().size() == 1
                && file.hunks().get(0).offset() == 0;
    }
}
