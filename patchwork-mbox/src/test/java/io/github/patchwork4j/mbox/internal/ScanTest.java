package io.github.patchwork4j.mbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScanTest {
    @Test
    void theFirstOfTwoBytesIsFoundWhereverItIs() {
        Random random = new Random(5);
        // Neighbours of what is looked for are in it, as those fool tests of eight bytes at once.
        byte[] letters = {'\r', '\t', '\f', 0x0e, '\n', 0x08, (byte) 0x8d, (byte) 0x89, 'a', 'b'};
        for (int round = 0; round < 20_000; round++) {
            byte[] array = new byte[random.nextInt(40)];
            int kinds = 2 + random.nextInt(letters.length - 2);
            for (int i = 0; i < array.length; i++) {
                array[i] = letters[random.nextInt(8) == 0 ? random.nextInt(2) : random.nextInt(kinds)];
            }
            int from = random.nextInt(array.length + 1);
            int to = from + random.nextInt(array.length - from + 1);
            int expected = -1;
            for (int i = to - 1; i >= from; i--) {
                expected = array[i] == '\r' || array[i] == '\t' ? i : expected;
            }
            assertThat(Scan.indexOfEither(array, (byte) '\r', (byte) '\t', from, to))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aPairIsFoundWhereverItIs() {
        Random random = new Random(6);
        for (int round = 0; round < 20_000; round++) {
            byte[] array = new byte[random.nextInt(120)];
            for (int i = 0; i < array.length; i++) {
                array[i] = (byte) "ab>\n\u000b\f=?\u008a".charAt(random.nextInt(random.nextInt(9) + 1));
            }
            int from = random.nextInt(array.length + 1);
            int to = from + random.nextInt(array.length - from + 1);
            int found = new String(array, from, to - from, StandardCharsets.ISO_8859_1).indexOf("\n>");
            assertThat(Scan.indexOfPair(array, (byte) '\n', (byte) '>', from, to))
                    .isEqualTo(found < 0 ? -1 : from + found);
        }
    }

    @Test
    void aByteIsFoundHoweverFarItIs() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] array = new byte[random.nextInt(400)];
            for (int i = 0; i < array.length; i++) {
                array[i] = (byte) "a\u000b\t\u008a".charAt(random.nextInt(4));
            }
            for (int i = random.nextInt(3); i > 0 && array.length > 0; i--) {
                array[random.nextInt(array.length)] = '\n';
            }
            int from = random.nextInt(array.length + 1);
            int to = from + random.nextInt(array.length - from + 1);
            int found = new String(array, from, to - from, StandardCharsets.ISO_8859_1).indexOf('\n');
            assertThat(Scan.indexOf(array, (byte) '\n', from, to)).isEqualTo(found < 0 ? -1 : from + found);
        }
    }
}
