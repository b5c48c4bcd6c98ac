package io.github.patchwork4j.mbox.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineScannerTest {
    @Test
    void findsTheSameLinesAsASimpleLoop() {
        Random random = new Random(3);
        for (int round = 0; round < 3_000; round++) {
            byte[] text = new byte[random.nextInt(300)];
            for (int i = 0; i < text.length; i++) {
                // Neighbours of the line feed, with and without the high bit, try the arithmetic of the mask.
                text[i] = (byte) "\n\n\u000b\u0009\u008a\u0000\u00ffx".charAt(random.nextInt(8));
            }
            int from = text.length == 0 ? 0 : random.nextInt(text.length);

            assertThat(lineEnds(new LineScanner(text, from, text.length))).isEqualTo(lineEnds(text, from));
        }
    }

    @Test
    void staysWithinItsPart() {
        byte[] text = "one\ntwo\nthree\n".getBytes(StandardCharsets.US_ASCII);
        LineScanner lines = new LineScanner(text, 4, 10);

        assertThat(lines.startsWith("two")).isTrue();
        lines.advance();
        assertThat(lines.startsWith("th")).isTrue();
        assertThat(lines.startsWith("three")).isFalse();
        assertThat(lines.hasLineFeed()).isFalse();
        lines.advance();
        assertThat(lines.atEnd()).isTrue();
    }

    private static List<Integer> lineEnds(LineScanner lines) {
        List<Integer> ends = new ArrayList<>();
        while (!lines.atEnd()) {
            ends.add(lines.lineEnd());
            lines.advance();
        }
        return ends;
    }

    private static List<Integer> lineEnds(byte[] text, int from) {
        List<Integer> ends = new ArrayList<>();
        for (int i = from; i < text.length; i++) {
            if (text[i] == '\n' || i == text.length - 1) {
                ends.add(text[i] == '\n' ? i : text.length);
            }
        }
        return ends;
    }
}
