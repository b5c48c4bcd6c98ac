package io.github.patchwork4j.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the table of the traps of the API ({@code traps.tsv}) true: each trap has tests, in whichever module, that fail for
 * who falls into it. Numbers beginning with 10 are traps of 3.x, with 11 rules for both servers, with 12 faults of 4.0.
 */
class TrapTableTest {
    private static final Path MODULES = Path.of("..");
    private static final String NOT_OURS = "not the client's: ";

    @Test
    void everyTrapHasItsRow() throws IOException {
        List<String> numbers = Stream.of(numbers(10, 33), numbers(11, 11), numbers(12, 28))
                .flatMap(List::stream)
                .toList();

        assertThat(rows()).extracting(row -> row[0]).isEqualTo(numbers);
        assertThat(rows()).allSatisfy(row -> assertThat(row).hasSize(3));
    }

    private static List<String> numbers(int group, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(n -> group + "." + n).toList();
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        for (String[] row : rows()) {
            if (row[2].startsWith(NOT_OURS)) {
                continue;
            }
            for (String named : row[2].split(", ", -1)) {
                String[] words = named.split("#", -1);
                String source = sources.getOrDefault(words[0], "");
                if (words.length != 2 || !isTest(source, words[1])) {
                    missing.add(row[0] + ": " + named);
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(rows()).filteredOn(row -> row[2].startsWith(NOT_OURS)).hasSize(1);
    }

    /** Tells whether a class has a method that is a test: its annotations stand behind the end of the method before. */
    private static boolean isTest(String source, String method) {
        int name = source.indexOf("void " + method + "(");
        int start = Math.max(0, source.lastIndexOf("\n    }\n", name));
        return name > 0
                && (source.substring(start, name).contains("    @Test\n")
                        || source.substring(start, name).contains("    @ParameterizedTest\n"));
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("patchwork-core", "patchwork-client", "patchwork-testing")) {
            try (Stream<Path> files = Files.walk(MODULES.resolve(module).resolve("src/test/java"))) {
                for (Path file : files.filter(file -> file.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = file.getFileName().toString();
                    sources.merge(
                            name.substring(0, name.length() - ".java".length()),
                            Files.readString(file),
                            String::concat);
                }
            }
        }
        return sources;
    }

    private static List<String[]> rows() throws IOException {
        try (var table = TrapTableTest.class.getResourceAsStream("/traps.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }
}
