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
    void knowsTheEndsOfLinesAheadFromAnyLineOn() {
        Random random = new Random(4);
        for (int round = 0; round < 3_000; round++) {
            byte[] text = new byte[random.nextInt(600)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) (random.nextInt(round % 40 + 1) == 0 ? '\n' : 'x');
            }
            List<Integer> ends = lineEnds(text, 0);
            LineScanner lines = new LineScanner(text, 0, text.length);
            for (int line = 0; line < ends.size(); ) {
                int some = 1 + random.nextInt(7);
                boolean knows = lines.knows(some);
                // A line without line feed at the end need not be known ahead.
                assertThat(knows || line + some >= ends.size()).isTrue();
                assertThat(knows && line + some > ends.size()).isFalse();
                for (int ahead = 0; knows && ahead < some; ahead++) {
                    assertThat(lines.knownEnd(ahead)).isEqualTo(ends.get(line + ahead));
                }
                int passed = knows ? 1 + random.nextInt(some) : 1;
                if (passed > 1) {
                    lines.pass(passed);
                } else {
                    lines.advance();
                }
                line += passed;
                assertThat(lines.position()).isEqualTo(Math.min(ends.get(line - 1) + 1, text.length));
                assertThat(lines.atEnd()).isEqualTo(line == ends.size());
            }
            assertThat(lines.knows(1)).isFalse();
            assertThat(lines.lineEnd()).isEqualTo(text.length);
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
