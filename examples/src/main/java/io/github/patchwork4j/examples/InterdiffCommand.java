package io.github.patchwork4j.examples;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.compare.Interdiff;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the diff that leads from the result of one version of a patch to that of another. */
@Command(
        name = "interdiff",
        description =
                "Compares two versions of a patch, each a mail or a diff. The exit code is 1 if there are files of"
                        + " which the patches tell too little.")
final class InterdiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "The old version.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The new version.")
    private Path after = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the diff, byte for byte.")
    private @Nullable Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Interdiff interdiff = Interdiff.of(PatchFile.readOne(before), PatchFile.readOne(after));
        PrintWriter err = spec.commandLine().getErr();
        if (file == null) {
            spec.commandLine().getOut().print(RawText.of(interdiff.text()));
        } else {
            try (OutputStream out = Files.newOutputStream(file)) {
                interdiff.text().writeTo(out);
            }
        }
        for (Bytes path : interdiff.movedFiles()) {
            err.println(path.utf8() + ": the versions are for different states of it");
        }
        interdiff
                .omissions()
                .forEach(omission -> err.println(omission.path().utf8() + ": cannot tell, "
                        + omission.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return interdiff.omissions().isEmpty() ? 0 : 1;
    }
}
