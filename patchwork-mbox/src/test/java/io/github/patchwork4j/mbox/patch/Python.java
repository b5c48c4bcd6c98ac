package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks the Python that is installed, whose standard library a Patchwork server reads mail with. */
final class Python {
    private Python() {}

    /**
     * Runs a program that answers each line of its input with a line; skips the test where there is no Python.
     *
     * @param program the program
     * @param lines its input
     * @param folder where its files may be
     * @return its output
     */
    static List<String> answers(String program, List<String> lines, Path folder)
            throws IOException, InterruptedException {
        Path in = Files.write(folder.resolve("in"), lines);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder("python3", "-W", "ignore", "-c", program)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("TZ", "UTC");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException notInstalled) {
            assumeTrue(false, "python3 is not installed");
            return List.of();
        }
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(Files.readString(err)).isEmpty();
        List<String> answers = Files.readAllLines(out);
        assertThat(answers).hasSameSizeAs(lines);
        return answers;
    }
}
