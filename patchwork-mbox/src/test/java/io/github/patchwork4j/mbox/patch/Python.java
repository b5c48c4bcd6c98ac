package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

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

    /**
     * Asks a program and ours about texts, which it gets as UTF-8 in hexadecimal digits and answers in the same way, with dots where
     * it likes.
     *
     * @param program the program
     * @param texts the texts
     * @param ours what we answer to one
     * @param folder where the program's files may be
     * @return the texts that are answered differently, with both answers
     */
    static List<String> differences(String program, List<String> texts, UnaryOperator<String> ours, Path folder)
            throws IOException, InterruptedException {
        HexFormat hex = HexFormat.of();
        List<String> lines = texts.stream()
                .map(text -> hex.formatHex(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        List<String> answers = answers(program, lines, folder);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String theirs = new String(hex.parseHex(answers.get(i).replace(".", "")), StandardCharsets.UTF_8);
            String own = ours.apply(texts.get(i));
            if (!own.equals(theirs)) {
                differences.add(texts.get(i) + "\n=> " + own + "\n<> " + theirs);
            }
        }
        return differences;
    }
}
