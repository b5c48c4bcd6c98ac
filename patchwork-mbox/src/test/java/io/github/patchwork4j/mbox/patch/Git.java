package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the installed git without anybody's configuration. */
final class Git {
    private final Path folder;
    private final Path home;

    Git(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectory(folder.resolve("home"));
    }

    static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    byte[] run(Path directory, Bytes input, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        File in = Files.write(folder.resolve("stdin"), input.toArray()).toFile();
        File out = folder.resolve("stdout").toFile();
        File err = folder.resolve("stderr").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(in)
                .redirectOutput(out)
                .redirectError(err);
        builder.environment()
                .putAll(Map.of("GIT_CONFIG_NOSYSTEM", "1", "HOME", home.toString(), "LC_ALL", "C.UTF-8", "TZ", "UTC"));
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("git does not end: " + arguments);
        }
        if (process.exitValue() != 0) {
            throw new IOException("git " + arguments + ": " + Files.readString(err.toPath()));
        }
        return Files.readAllBytes(out.toPath());
    }
}
