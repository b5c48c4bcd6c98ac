package io.github.patchwork4j.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gives each target the seeds from which the fuzzer starts, and what it has found. */
class SeedsTest {
    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of("seeds/archive", (Consumer<byte[]>) ArchiveTarget::fuzzerTestOneInput),
                Arguments.of("seeds/apply", (Consumer<byte[]>) ApplyTarget::fuzzerTestOneInput),
                Arguments.of("seeds/compare", (Consumer<byte[]>) CompareTarget::fuzzerTestOneInput),
                Arguments.of("seeds/edit", (Consumer<byte[]>) EditTarget::fuzzerTestOneInput),
                Arguments.of("seeds/writer", (Consumer<byte[]>) WriterTarget::fuzzerTestOneInput),
                Arguments.of("seeds/diff", (Consumer<byte[]>) DiffTarget::fuzzerTestOneInput),
                Arguments.of("seeds/series", (Consumer<byte[]>) SeriesTarget::fuzzerTestOneInput),
                Arguments.of("seeds/binary", (Consumer<byte[]>) BinaryTarget::fuzzerTestOneInput),
                Arguments.of("seeds/trailer", (Consumer<byte[]>) TrailerTarget::fuzzerTestOneInput),
                Arguments.of("../patchwork-mbox/src/test/resources/diffs", (Consumer<byte[]>)
                        DiffTarget::fuzzerTestOneInput),
                Arguments.of("../patchwork-mbox/src/test/resources/mails", (Consumer<byte[]>)
                        MailTarget::fuzzerTestOneInput));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void keepsItsPromises(String folder, Consumer<byte[]> target) throws IOException {
        List<Path> seeds;
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            seeds = files.filter(Files::isRegularFile).toList();
        }
        assertThat(seeds).isNotEmpty();
        for (Path seed : seeds) {
            byte[] bytes = Files.readAllBytes(seed);
            try {
                target.accept(bytes);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(seed + ": " + e.getMessage(), e);
            }
        }
    }
}
