package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the git of this machine, without any configuration and outside of any repository but the one named. */
public final class Git {
    private final Path directory;

    /** Runs in a directory, which is its home too. */
    public Git(Path directory) {
        this.directory = directory;
    }

    /** Tells whether there is a git, and the Python that makes histories for it. */
    public static boolean isInstalled() {
        return answers("git") && answers("python3");
    }

    /** Tells whether a program is there. */
    public static boolean answers(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version").start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a command has printed; what it complained of is dropped. */
    public record Answer(int exit, Bytes out) {}

    /** Runs git. */
    public Answer run(Bytes in, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        return start(command, in);
    }

    /** Makes a repository and fills it with what a script writes for {@code git fast-import}. */
    public void importFrom(List<String> script) throws IOException {
        run(Bytes.EMPTY, List.of("init", "-q", "-b", "main", "."));
        Answer history = start(script, Bytes.EMPTY);
        Answer imported = run(history.out(), List.of("fast-import", "--quiet"));
        if (history.exit() != 0 || imported.exit() != 0) {
            throw new IOException("no history: " + history.exit() + ", " + imported.exit());
        }
    }

    /** Runs a program. */
    public Answer start(List<String> command, Bytes in) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Path input = Files.createTempFile(directory, "in", "");
        builder.redirectInput(input.toFile());
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_NOSYSTEM",
                        "1",
                        "HOME",
                        directory.toString(),
                        "LC_ALL",
                        "C.UTF-8",
                        "GIT_CEILING_DIRECTORIES",
                        directory.toAbsolutePath().resolve("..").normalize().toString()));
        try {
            try (OutputStream file = Files.newOutputStream(input)) {
                in.writeTo(file);
            }
            Process process = builder.start();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            process.getInputStream().transferTo(out);
            return new Answer(process.waitFor(), Bytes.of(out.toByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(input);
        }
    }

    static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
