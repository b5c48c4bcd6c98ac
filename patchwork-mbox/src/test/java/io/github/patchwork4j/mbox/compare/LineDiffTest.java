package io.github.patchwork4j.mbox.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void isAShortestEditScript() {
        Random random = new Random(3);
        for (int round = 0; round < 4_000; round++) {
            int[] before = lines(random, random.nextInt(25), 1 + random.nextInt(6));
            int[] after = lines(random, random.nextInt(25), 1 + random.nextInt(6));
            LineDiff diff = LineDiff.of(before, after, new Steps(1 << 20));

            int[] kept = kept(before, diff.deleted);
            assertThat(kept).isEqualTo(kept(after, diff.added)).hasSize(longestCommon(before, after));
        }
    }

    @Test
    void staysValidAndEndsWhenItsStepsAreUsedUp() {
        Random random = new Random(4);
        int[] before = lines(random, 20_000, 10_000);
        int[] after = lines(random, 20_000, 10_000);
        Steps steps = new Steps(100_000);
        LineDiff diff = LineDiff.of(before, after, steps);

        assertThat(steps.areSpent()).isTrue();
        assertThat(kept(before, diff.deleted)).isEqualTo(kept(after, diff.added));
    }

    private static int[] lines(Random random, int count, int kinds) {
        return IntStream.range(0, count).map(line -> random.nextInt(kinds)).toArray();
    }

    private static int[] kept(int[] lines, boolean[] changed) {
        return IntStream.range(0, lines.length)
                .filter(line -> !changed[line])
                .map(line -> lines[line])
                .toArray();
    }

    private static int longestCommon(int[] one, int[] other) {
        int[][] best = new int[one.length + 1][other.length + 1];
        for (int i = 1; i <= one.length; i++) {
            for (int j = 1; j <= other.length; j++) {
                best[i][j] =
                        one[i - 1] == other[j - 1] ? best[i - 1][j - 1] + 1 : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[one.length][other.length];
    }
}
