package io.github.patchwork4j.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the tables of what the parser does ({@code behaviours.tsv}) and of what it withstands ({@code bounds.tsv}) true: each row has tests,
 * and these are there.
 */
class BehavioursTest {
    private static final int BEHAVIOURS = 146;
    private static final int BOUNDS = 24;

    @Test
    void everyBehaviourHasItsRow() throws IOException {
        assertThat(rows("/behaviours.tsv"))
                .extracting(row -> row[0])
                .isEqualTo(IntStream.rangeClosed(1, BEHAVIOURS)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(rows("/bounds.tsv"))
                .extracting(row -> row[0])
                .isEqualTo(IntStream.rangeClosed(1, BOUNDS)
                        .mapToObj(number -> "S" + number)
                        .toList());
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException, URISyntaxException {
        Map<String, String> classes = testClasses();
        List<String> missing = new ArrayList<>();
        List<String[]> rows = new ArrayList<>(rows("/behaviours.tsv"));
        rows.addAll(rows("/bounds.tsv"));
        for (String[] row : rows) {
            for (String named : row[2].split(", ", -1)) {
                String[] words = named.split("#", -1);
                String name = classes.get(words[0]);
                if (name == null || words.length != 2 || !isTest(name, words[1])) {
                    missing.add(row[0] + ": " + named);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static List<String[]> rows(String name) throws IOException {
        try (var table = BehavioursTest.class.getResourceAsStream(name)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private static Map<String, String> testClasses() throws IOException, URISyntaxException {
        Path root = Path.of(BehavioursTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, String> classes = new HashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith("Test.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .forEach(name -> classes.put(name.substring(name.lastIndexOf('.') + 1), name));
        }
        return classes;
    }

    private static boolean isTest(String className, String method) {
        try {
            for (Method one : Class.forName(className).getDeclaredMethods()) {
                if (one.getName().equals(method)
                        && Arrays.stream(one.getAnnotations()).anyMatch(BehavioursTest::isJUnits)) {
                    return true;
                }
            }
            return false;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isJUnits(Annotation annotation) {
        String name = annotation.annotationType().getSimpleName();
        return name.equals("Test") || name.equals("ParameterizedTest") || name.equals("TestFactory");
    }
}
