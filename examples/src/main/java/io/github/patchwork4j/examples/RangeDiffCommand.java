package io.github.patchwork4j.examples;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.compare.RangeDiff;
import io.github.patchwork4j.mbox.compare.RangeDiffOptions;
import io.github.patchwork4j.mbox.compare.RangePatch;
import io.github.patchwork4j.mbox.diff.PatchId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what has become of the patches of a series in its next version. */
@Command(
        name = "range-diff",
        description = "Compares two versions of a series, each an archive of its mails, as git range-diff prints it.")
final class RangeDiffCommand implements Callable<Integer> {
    private static final int ID_DIGITS = 7;

    @Parameters(index = "0", paramLabel = "OLD", description = "The mails of the old version.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The mails of the new version.")
    private Path after = Path.of("");

    @Option(
            names = "--creation-factor",
            paramLabel = "PERCENT",
            defaultValue = "60",
            description = "How much of a patch may change before it counts as another one (default: ${DEFAULT-VALUE}).")
    private int factor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (factor < 0) {
            throw new ParameterException(spec.commandLine(), "--creation-factor must be at least 0: " + factor);
        }
        RangeDiff diff =
                RangeDiff.of(patches(before), patches(after), RangeDiffOptions.DEFAULT.withCreationFactor(factor));
        PrintWriter out = spec.commandLine().getOut();
        out.print(RawText.of(diff.text()));
        if (!diff.isComplete()) {
            spec.commandLine().getErr().println("too large to be compared in full");
            return 1;
        }
        return 0;
    }

    private static List<RangePatch> patches(Path file) throws IOException {
        List<PatchFile.Patch> patches = new ArrayList<>(PatchFile.read(file));
        patches.removeIf(patch -> patch.mail().isEmpty());
        if (patches.isEmpty()) {
            throw new IOException(file + ": no mail with a patch");
        }
        // Mails of a list come in any order; those without a number stay where they are.
        if (patches.stream().allMatch(patch -> number(patch) > 0)) {
            patches.sort(Comparator.comparingInt(RangeDiffCommand::number));
        }
        return patches.stream()
                .map(patch -> RangePatch.of(patch.mail().orElseThrow(), id(patch)))
                .toList();
    }

    private static int number(PatchFile.Patch patch) {
        return patch.mail().orElseThrow().subject().number().orElse(0);
    }

    /** The commit, if the mail was written by git, or else the beginning of the patch id. */
    private static String id(PatchFile.Patch patch) {
        String commit = patch.envelope().map(Bytes::latin1).orElse("").replaceFirst("^From ", "");
        if (commit.matches("(?s)[0-9a-f]{40}( .*)?")) {
            return commit.substring(0, ID_DIGITS);
        }
        return PatchId.stable(patch.text())
                .map(id -> id.hex().substring(0, ID_DIGITS))
                .orElse("0".repeat(ID_DIGITS));
    }
}
