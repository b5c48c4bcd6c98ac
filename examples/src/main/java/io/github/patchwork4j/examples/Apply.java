package io.github.patchwork4j.examples;

import io.github.patchwork4j.mbox.apply.ApplyOptions;
import io.github.patchwork4j.mbox.apply.ApplyResult;
import io.github.patchwork4j.mbox.apply.FileResult;
import io.github.patchwork4j.mbox.apply.HunkResult;
import io.github.patchwork4j.mbox.apply.PatchApplier;
import io.github.patchwork4j.mbox.archive.LineEnds;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffOptions;
import io.github.patchwork4j.mbox.diff.DiffOptions.Counts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Applies patches to the files of a folder. */
@Command(
        name = "apply",
        description =
                "Applies mails and diffs to the files of a folder: all of them, or with --reject what can be applied. The"
                        + " exit code is 1 if something could not.")
final class Apply implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The folder.")
    private Path folder = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Mail archives and diffs, applied one after the other.")
    private List<Path> files = List.of();

    @Option(
            names = {"-R", "--reverse"},
            description = "Takes the patches back, the last one first.")
    private boolean reverse;

    @Option(
            names = "-p",
            paramLabel = "N",
            description = "How many components to cut off from names (default: as it fits).")
    private @Nullable Integer strip;

    @Option(names = "-C", paramLabel = "N", description = "How many lines of context must be there (default: all).")
    private @Nullable Integer context;

    @Option(names = "--fuzz", paramLabel = "N", description = "Finds places as GNU patch does with -F N.")
    private @Nullable Integer fuzz;

    @Option(names = "--reject", description = "Leaves out hunks without a place, and writes them to .rej files.")
    private boolean reject;

    @Option(names = "--recount", description = "Counts the lines of hunks instead of trusting their headers.")
    private boolean recount;

    @Option(
            names = "--keep-cr",
            description = "Keeps a CR at the end of a line in a mail, which git am drops too unless it is told so.")
    private boolean keepCr;

    @Option(names = "--unidiff-zero", description = "Takes diffs without lines of context.")
    private boolean unidiffZero;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PatchApplier applier = PatchApplier.of(applyOptions());
        DiffOptions reading = diffOptions();
        DiskTree tree = new DiskTree(folder);
        PrintWriter err = spec.commandLine().getErr();
        List<PatchFile.Patch> patches = new ArrayList<>();
        for (Path file : files) {
            List<PatchFile.Patch> found = PatchFile.read(file, keepCr ? LineEnds.KEEP : LineEnds.AS_GIT);
            if (found.isEmpty()) {
                throw new IOException(file + ": no patch in it");
            }
            patches.addAll(found);
        }
        if (reverse) {
            Collections.reverse(patches);
        }
        boolean all = true;
        List<FileResult> rejected = new ArrayList<>();
        for (PatchFile.Patch patch : patches) {
            ApplyResult result = applier.apply(Diff.parse(patch.text(), reading), tree);
            result.files().forEach(this::report);
            all &= result.isApplied();
            tree.change(result.changes());
            result.files().stream().filter(file -> file.rejects().isPresent()).forEach(rejected::add);
        }
        if (!all && !reject) {
            err.println("nothing was changed");
            return 1;
        }
        tree.write();
        for (FileResult file : rejected) {
            tree.writeRejects(file.file().path().bytes(), file.rejects().orElseThrow());
        }
        return all ? 0 : 1;
    }

    private ApplyOptions applyOptions() {
        if (context != null && fuzz != null) {
            throw new ParameterException(spec.commandLine(), "-C and --fuzz cannot be used together");
        }
        ApplyOptions options = reverse ? ApplyOptions.DEFAULT.withReverse() : ApplyOptions.DEFAULT;
        options = reject ? options.withPartialResults() : options;
        options = unidiffZero ? options.withUnidiffZero() : options;
        options = context == null ? options : options.withMinContext(notNegative("-C", context));
        return fuzz == null ? options : options.withFuzz(notNegative("--fuzz", fuzz));
    }

    private DiffOptions diffOptions() {
        DiffOptions options =
                strip == null ? DiffOptions.DEFAULT : DiffOptions.DEFAULT.withStrip(notNegative("-p", strip));
        return recount ? options.withCounts(Counts.OF_LINES) : options;
    }

    private int notNegative(String name, int value) {
        if (value < 0) {
            throw new ParameterException(spec.commandLine(), name + " must be at least 0: " + value);
        }
        return value;
    }

    private void report(FileResult file) {
        String path = file.file().path().display();
        if (!file.isApplied()) {
            spec.commandLine().getErr().println(path + ": " + file.message());
        }
        List<HunkResult> hunks = file.hunks();
        for (int i = 0; i < hunks.size(); i++) {
            HunkResult hunk = hunks.get(i);
            int dropped = hunk.droppedLeading() + hunk.droppedTrailing();
            if (hunk.isApplied() && (hunk.offset() != 0 || dropped > 0)) {
                spec.commandLine()
                        .getOut()
                        .println("%s: hunk %d at line %d, %d off, without %d lines of context"
                                .formatted(path, i + 1, hunk.line(), hunk.offset(), dropped));
            }
        }
    }
}
