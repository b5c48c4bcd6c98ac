package io.github.patchwork4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileInputTest {
    /** What lies beyond a bound or contradicts itself has to be reported. */
    private static final Map<String, String> REPORTED = Map.of(
            "HUGE_BINARIES", "LIMIT_EXCEEDED",
            "NESTED_PARTS", "LIMIT_EXCEEDED",
            "MANY_PARTS", "LIMIT_EXCEEDED",
            "MANY_HEADERS", "LIMIT_EXCEEDED",
            "OVERFLOWING_COUNTS", "CORRUPT_DIFF",
            "NAME_OF_SPACES", "CORRUPT_DIFF",
            "MANY_HUNKS", "CORRUPT_DIFF",
            "ONE_HUNK", "TRUNCATED");

    @Test
    void everyAttackIsReadInLittleMemoryThatGrowsWithTheInput(@TempDir Path folder) throws Exception {
        Map<String, String[]> read = readInChild(folder.resolve("out"));

        assertThat(read).hasSameSizeAs(Attack.values());
        read.forEach((attack, words) -> assertThat(Long.parseLong(words[2]))
                .as("%s: bytes allocated for %d times the input, after %s", attack, ReadEveryAttack.FACTOR, words[1])
                .isLessThan(6 * Long.parseLong(words[1]) + 100_000));
        REPORTED.forEach(
                (attack, kind) -> assertThat(read.get(attack)[3]).as(attack).contains(kind));
    }

    private static Map<String, String[]> readInChild(Path out) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                ReadEveryAttack.class.getName(),
                "7"));
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        // This ends a hang; nothing else is judged by the clock.
        boolean ended = child.waitFor(5, TimeUnit.MINUTES);
        child.destroyForcibly();
        assertThat(ended && child.exitValue() == 0).as(Files.readString(out)).isTrue();
        Map<String, String[]> read = new HashMap<>();
        Files.readString(out).lines().map(line -> line.split(" ", -1)).forEach(words -> read.put(words[0], words));
        return read;
    }
}
