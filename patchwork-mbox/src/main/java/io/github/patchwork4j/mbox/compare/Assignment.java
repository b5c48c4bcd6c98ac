package io.github.patchwork4j.mbox.compare;

import java.util.Arrays;

/**
 * The cheapest way to pair rows with columns, each with one other or with none: shortest augmenting paths with
 * potentials, as R. Jonker and A. Volgenant describe it, "A Shortest Augmenting Path Algorithm for Dense and Sparse Linear
 * Assignment Problems" (1987).
 */
final class Assignment {
    private static final long FAR = Long.MAX_VALUE / 4;

    private final long[][] costs;
    private final long[] rowAlone;
    private final int columns;
    private final Steps steps;

    /**
     * Takes a problem.
     *
     * @param costs what it costs to pair a row with a column, less what it costs to leave the column alone
     * @param rowAlone what it costs to leave a row alone
     */
    Assignment(long[][] costs, long[] rowAlone, int columns, Steps steps) {
        this.costs = costs;
        this.rowAlone = rowAlone;
        this.columns = columns;
        this.steps = steps;
    }

    /** Returns for each row its column, or -1 for none; all alone if the steps are used up. */
    int[] solve() {
        int rows = rowAlone.length;
        int width = columns + rows;
        int[] rowOf = new int[width];
        Arrays.fill(rowOf, -1);
        long[] rowPotential = new long[rows];
        long[] columnPotential = new long[width];
        for (int row = 0; row < rows && !steps.areSpent(); row++) {
            augment(row, rowOf, rowPotential, columnPotential);
        }
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        for (int column = 0; column < columns && !steps.areSpent(); column++) {
            if (rowOf[column] >= 0) {
                columnOf[rowOf[column]] = column;
            }
        }
        return columnOf;
    }

    private long cost(int row, int column) {
        if (column < columns) {
            return costs[row][column];
        }
        return column - columns == row ? rowAlone[row] : FAR;
    }

    /** Finds the shortest way from a row without a column to a column without a row, and turns the pairs along it. */
    private void augment(int start, int[] rowOf, long[] rowPotential, long[] columnPotential) {
        int width = rowOf.length;
        long[] distance = new long[width];
        Arrays.fill(distance, FAR);
        int[] previous = new int[width];
        Arrays.fill(previous, -1);
        boolean[] done = new boolean[width];
        long reached = 0;
        int row = start;
        int last = -1;
        int column;
        do {
            steps.spend(width);
            column = -1;
            for (int j = 0; j < width; j++) {
                if (done[j]) {
                    continue;
                }
                long way = reached + cost(row, j) - rowPotential[row] - columnPotential[j];
                if (way < distance[j]) {
                    distance[j] = way;
                    previous[j] = last;
                }
                if (column < 0 || distance[j] < distance[column]) {
                    column = j;
                }
            }
            done[column] = true;
            reached = distance[column];
            last = column;
            row = rowOf[column];
        } while (row >= 0);
        for (int j = 0; j < width; j++) {
            if (done[j] && j != column) {
                rowPotential[rowOf[j]] += reached - distance[j];
                columnPotential[j] -= reached - distance[j];
            }
        }
        rowPotential[start] += reached;
        while (column >= 0) {
            int from = previous[column];
            rowOf[column] = from < 0 ? start : rowOf[from];
            column = from;
        }
    }
}
