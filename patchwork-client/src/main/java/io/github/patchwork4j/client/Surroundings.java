package io.github.patchwork4j.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where to look for what a machine is set up for, which tests replace.
 *
 * @param environment the variables of the environment, which git is run with as well
 * @param home the home of the user
 * @param directory where git is asked for its configuration
 */
record Surroundings(Map<String, String> environment, Path home, Path directory) {
    private static final long GIT_SECONDS = 10;
    private static final int NOT_SET = 1;

    /** Those of the machine. */
    static Surroundings real() {
        return new Surroundings(System.getenv(), Path.of(System.getProperty("user.home")), Path.of(""));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns the text of a file, if there is one. */
    Optional<String> file(Path path) {
        try {
            return Files.isRegularFile(path)
                    ? Optional.of(Files.readString(path, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read as UTF-8: " + e, e);
        }
    }

    /** Returns where pwclient looks for its settings. */
    Path pwclientFile() {
        return variable("PWCLIENTRC").map(directory::resolve).orElseGet(() -> home.resolve(".pwclientrc"));
    }

    /** Returns what {@code git config} has of a name; nothing if it has none or if there is no git. */
    Optional<String> gitConfig(String name) {
        ProcessBuilder git = new ProcessBuilder(List.of("git", "config", "--get", name))
                .directory(directory.toAbsolutePath().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        git.environment().clear();
        git.environment().putAll(environment);
        Process process;
        try {
            process = git.start();
        } catch (IOException e) {
            return Optional.empty(); // no git here
        }
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            String value = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(GIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("git config --get " + name + " does not end");
            }
            if (process.exitValue() > NOT_SET) {
                throw new IllegalStateException(
                        "git config --get " + name + " failed with exit code " + process.exitValue());
            }
            return Optional.of(value).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            throw new IllegalStateException("git config --get " + name + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git config ran", e);
        } finally {
            process.destroy();
        }
    }
}
