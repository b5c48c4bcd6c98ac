package io.github.patchwork4j.benchmarks.differential;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the installed git, alone or from a script for the shell, without anybody's configuration. */
final class GitProcess {
    private final Path folder;
    private final Path home;

    GitProcess(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("home"));
    }

    /** Runs a command in a folder, with its standard output in a file; returns its exit code. */
    int run(Path directory, Path out, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_NOSYSTEM",
                        "1",
                        "HOME",
                        home.toString(),
                        "LC_ALL",
                        "C.UTF-8",
                        "TZ",
                        "UTC",
                        "GIT_COMMITTER_NAME",
                        "Carl",
                        "GIT_COMMITTER_EMAIL",
                        "carl@example.org",
                        "GIT_CEILING_DIRECTORIES",
                        folder.toString()));
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
