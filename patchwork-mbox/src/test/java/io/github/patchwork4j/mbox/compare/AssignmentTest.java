package io.github.patchwork4j.mbox.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void isTheCheapestOfAllPairings() {
        Random random = new Random(9);
        for (int round = 0; round < 2_000; round++) {
            int rows = random.nextInt(6);
            int columns = random.nextInt(6);
            long[][] costs = new long[rows][columns];
            long[] alone = new long[rows];
            for (int i = 0; i < rows; i++) {
                alone[i] = random.nextInt(20);
                for (int j = 0; j < columns; j++) {
                    costs[i][j] = random.nextInt(40) - 20L;
                }
            }
            int[] found = new Assignment(costs, alone, columns, new Steps(1 << 20)).solve();
            long cost = 0;
            for (int i = 0; i < rows; i++) {
                cost += found[i] < 0 ? alone[i] : costs[i][found[i]];
            }

            assertThat(cost).isEqualTo(cheapest(costs, alone, columns, 0, 0));
            assertThat(Arrays.stream(found).filter(column -> column >= 0)).doesNotHaveDuplicates();
        }
    }

    private static long cheapest(long[][] costs, long[] alone, int columns, int row, int taken) {
        if (row == alone.length) {
            return 0;
        }
        long best = alone[row] + cheapest(costs, alone, columns, row + 1, taken);
        for (int j = 0; j < columns; j++) {
            if ((taken >> j & 1) == 0) {
                best = Math.min(best, costs[row][j] + cheapest(costs, alone, columns, row + 1, taken | 1 << j));
            }
        }
        return best;
    }
}
