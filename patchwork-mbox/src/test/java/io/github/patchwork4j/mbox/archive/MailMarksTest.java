package io.github.patchwork4j.mbox.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailMarksTest {
    /** What is looked for, what shares its bits, and neighbours of a line feed. */
    private static final byte[] RICH = {
        '\n', '\n', '\r', '>', 'F', 'n', '&', 0x06, 0x0b, 0x0c, (byte) 0x80, -1, (byte) 0x8a
    };

    private static final byte[] POOR = "the kettle\t+-@ ".getBytes(StandardCharsets.US_ASCII);

    private static int plainly(byte[] array, int from, int to) {
        for (int i = from; i < to; i++) {
            if (array[i] == '\n' && i + 1 < to && (array[i + 1] == 'F' || array[i + 1] == '>')) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] random(Random random) {
        byte[] array = new byte[random.nextInt(100)];
        int rich = random.nextInt(40);
        for (int i = 0; i < array.length; i++) {
            array[i] =
                    random.nextInt(40) < rich ? RICH[random.nextInt(RICH.length)] : POOR[random.nextInt(POOR.length)];
        }
        return array;
    }

    @Test
    void theNextMarkIsTheOneThatAPlainLoopFinds() {
        Random random = new Random(11);
        for (int round = 0; round < 100_000; round++) {
            byte[] array = random(random);
            int from = random.nextInt(array.length + 1);
            int to = from + random.nextInt(array.length - from + 1);
            assertThat(MailMarks.next(array, from, to)).isEqualTo(plainly(array, from, to));
        }
    }

    @Test
    void everyPairOfBytesIsToldApartAtEveryPlaceOfAWord() {
        byte[] array = new byte[2 * Long.BYTES + 2];
        for (int pair = 0; pair < 1 << 16; pair++) {
            int at = pair % (array.length - 1);
            Arrays.fill(array, (byte) ' ');
            array[at] = (byte) (pair >> 8);
            array[at + 1] = (byte) pair;
            assertThat(MailMarks.next(array, 0, array.length)).isEqualTo(plainly(array, 0, array.length));
        }
    }
}
