package io.github.patchwork4j.mbox.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void isTheCheapestOfAllPairings() {
        Random random = new Random(9);
        for (int round = 0; round < 3_000; round++) {
            int size = random.nextInt(7);
            int most = random.nextBoolean() ? 4 : 40;
            long[][] costs = new long[size][size];
            for (long[] row : costs) {
                Arrays.setAll(row, column -> random.nextInt(most));
            }
            int[] found = new Assignment(size, (row, column) -> costs[row][column], new Steps(1 << 20)).solve();
            long cost = 0;
            for (int i = 0; i < size; i++) {
                cost += costs[i][found[i]];
            }

            assertThat(cost).isEqualTo(cheapest(costs, 0, 0));
            assertThat(found).doesNotHaveDuplicates();
        }
    }

    private static long cheapest(long[][] costs, int row, int taken) {
        if (row == costs.length) {
            return 0;
        }
        long best = Long.MAX_VALUE;
        for (int j = 0; j < costs.length; j++) {
            if ((taken >> j & 1) == 0) {
                best = Math.min(best, costs[row][j] + cheapest(costs, row + 1, taken | 1 << j));
            }
        }
        return best;
    }
}
