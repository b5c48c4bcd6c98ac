package io.github.patchwork4j.examples;

import java.util.ArrayList;
import java.util.List;

/** Takes the place of {@link System} in code of the documentation, and keeps what is printed. */
final class Console {
    final Lines out = new Lines();

    /** Lines that were printed. */
    static final class Lines {
        final List<String> lines = new ArrayList<>();

        void println(Object line) {
            lines.add(line.toString());
        }
    }
}
