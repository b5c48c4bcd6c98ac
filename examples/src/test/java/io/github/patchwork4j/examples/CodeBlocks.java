package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java code in a page of the documentation. */
record CodeBlocks(Path page, List<String> blocks) {
    static CodeBlocks of(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("```java")) {
                int end = i + lines.subList(i, lines.size()).indexOf("```");
                blocks.add(stripped(lines.subList(i + 1, end)));
            }
        }
        return new CodeBlocks(page, blocks);
    }

    /** Tests that a test of this package has the code of every block, but for its line breaks. */
    void assertStandIn(String test) throws IOException {
        String tested = stripped(
                Files.readAllLines(Path.of("src", "test", "java", "io", "github", "patchwork4j", "examples", test)));
        assertThat(blocks)
                .allSatisfy(block -> assertThat(tested).as(page.toString()).contains(block));
    }

    private static String stripped(List<String> lines) {
        return String.join("", lines).replace(" ", "");
    }
}
