package io.github.patchwork4j.examples;

import com.squareup.moshi.JsonDataException;
import io.github.patchwork4j.client.PatchworkException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that reads one file after the other; one that cannot be read does not hide the others. */
abstract class FilesCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files to read.")
    private List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Reads a file and prints what it is about. */
    abstract void read(Path file, PrintWriter out) throws IOException;

    /**
     * Prints what can be told only when all files were read.
     *
     * @throws IOException if it cannot be made
     */
    void finish(PrintWriter out) throws IOException {}

    @Override
    public final Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int code = 0;
        for (Path file : files) {
            try {
                read(file, out);
            } catch (UncheckedIOException e) {
                code = complain(file, Objects.requireNonNull(e.getCause()));
            } catch (IOException | PatchworkException | JsonDataException e) {
                code = complain(file, e);
            }
        }
        finish(out);
        return code;
    }

    private int complain(Path file, Exception e) {
        String message = Main.message(e);
        // What is wrong with a file by itself names it, and it may be another than the one that was read.
        spec.commandLine().getErr().println(e instanceof FileSystemException ? message : file + ": " + message);
        return 1;
    }
}
