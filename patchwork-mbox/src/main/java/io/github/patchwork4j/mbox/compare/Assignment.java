package io.github.patchwork4j.mbox.compare;

import java.util.Arrays;

/**
 * The cheapest way to give each row a column of its own: R. Jonker and A. Volgenant, "A Shortest Augmenting Path Algorithm for Dense
 * and Sparse Linear Assignment Problems" (1987), in the four steps and the order of the paper.
 *
 * <p>Git uses the same algorithm, so of several cheapest ways the one found here is mostly also git's. For that, of two columns that
 * suit a row the same the later one counts as the better.
 */
final class Assignment {
    /** What it costs to give a row a column. */
    interface Costs {
        /** Returns the cost for two numbers from 0. */
        long of(int row, int column);
    }

    private static final int NONE = -1;

    /** So often rows may outbid each other in one go; who is still without a column then gets it by a path. */
    private static final int MOST_BIDS = 1 << 16;

    private final int size;
    private final Costs costs;
    private final Steps steps;
    private final int[] columnOf;
    private final int[] rowOf;
    /** What a column adds to the costs of all rows; never more than makes a pair that was found a cheapest one of its row. */
    private final long[] price;

    /** The rows without a column. */
    private final int[] free;

    private int freeCount;

    /** For a path: how far each column is, from which row, and the columns in the order in which they are settled. */
    private final long[] distance;

    private final int[] via;
    private final int[] order;
    private int low;
    private int up;
    private long least;

    Assignment(int size, Costs costs, Steps steps) {
        this.size = size;
        this.costs = costs;
        this.steps = steps;
        this.columnOf = new int[size];
        this.rowOf = new int[size];
        this.price = new long[size];
        this.free = new int[size];
        this.distance = new long[size];
        this.via = new int[size];
        this.order = new int[size];
    }

    /** Returns for each row its column; -1 for all if the steps are used up. */
    int[] solve() {
        Arrays.fill(columnOf, NONE);
        Arrays.fill(rowOf, NONE);
        boolean[] shared = reduceColumns();
        transferReductions(shared);
        bid();
        bid();
        for (int i = 0; i < freeCount && !steps.areSpent(); i++) {
            augment(free[i]);
        }
        if (steps.areSpent()) {
            Arrays.fill(columnOf, NONE);
        }
        return columnOf;
    }

    private long reduced(int row, int column) {
        return costs.of(row, column) - price[column];
    }

    private void pair(int row, int column) {
        columnOf[row] = column;
        rowOf[column] = row;
    }

    /** Prices each column by its cheapest row, from the last one on; tells of which rows it was not the first column. */
    private boolean[] reduceColumns() {
        boolean[] shared = new boolean[size];
        for (int column = size - 1; column >= 0 && !steps.areSpent(); column--) {
            steps.spend(size);
            int cheapest = 0;
            price[column] = costs.of(0, column);
            for (int row = 1; row < size; row++) {
                long cost = costs.of(row, column);
                if (cost < price[column]) {
                    price[column] = cost;
                    cheapest = row;
                }
            }
            if (columnOf[cheapest] == NONE) {
                pair(cheapest, column);
            } else {
                shared[cheapest] = true;
            }
        }
        return shared;
    }

    /** Lowers the price of a row's only column by what the row would lose without it. */
    private void transferReductions(boolean[] shared) {
        for (int row = 0; row < size && !steps.areSpent(); row++) {
            int own = columnOf[row];
            if (own == NONE) {
                free[freeCount++] = row;
            } else if (!shared[row] && size > 1) {
                steps.spend(size);
                long second = Long.MAX_VALUE;
                for (int column = 0; column < size; column++) {
                    second = column == own ? second : Math.min(second, reduced(row, column));
                }
                price[own] -= second;
            }
        }
    }

    /** Lets each free row take the column that suits it best, and drive out who has it as long as that makes the price fall. */
    private void bid() {
        int waiting = freeCount;
        int bids = 0;
        freeCount = 0;
        for (int next = 0; next < waiting && !steps.areSpent(); ) {
            steps.spend(size);
            int row = free[next++];
            int best = 0;
            int second = NONE;
            long bestCost = reduced(row, 0);
            long secondCost = Long.MAX_VALUE;
            for (int column = 1; column < size; column++) {
                long cost = reduced(row, column);
                if (cost <= bestCost && cost < secondCost) {
                    second = best;
                    secondCost = bestCost;
                    best = column;
                    bestCost = cost;
                } else if (cost < secondCost) {
                    second = column;
                    secondCost = cost;
                }
            }
            boolean isBetter = second != NONE && bestCost < secondCost;
            if (isBetter) {
                price[best] -= secondCost - bestCost;
            } else if (second != NONE && rowOf[best] != NONE) {
                best = second;
            }
            int driven = rowOf[best];
            pair(row, best);
            if (driven != NONE) {
                columnOf[driven] = NONE;
                if (isBetter && bids++ < MOST_BIDS) {
                    free[--next] = driven;
                } else {
                    free[freeCount++] = driven;
                }
            }
        }
    }

    /** Finds the shortest way from a row without a column to a column without a row, and turns the pairs along it. */
    private void augment(int start) {
        for (int column = 0; column < size; column++) {
            distance[column] = reduced(start, column);
            via[column] = start;
            order[column] = column;
        }
        steps.spend(size);
        low = 0;
        up = 0;
        int settled = 0;
        int end = NONE;
        while (end == NONE) {
            if (low == up) {
                settled = low;
                gatherNearest();
                end = freeAmongNearest();
            } else {
                end = goOn(order[low++]);
            }
        }
        for (int i = 0; i < settled; i++) {
            price[order[i]] += distance[order[i]] - least;
        }
        int row;
        do {
            row = via[end];
            int before = columnOf[row];
            pair(row, end);
            end = before;
        } while (row != start);
    }

    /** Moves the columns that are nearest of all not yet settled to where they are settled next. */
    private void gatherNearest() {
        steps.spend(size - up);
        least = distance[order[up++]];
        for (int i = up; i < size; i++) {
            int column = order[i];
            if (distance[column] < least) {
                up = low;
                least = distance[column];
            }
            if (distance[column] == least) {
                moveUp(i);
            }
        }
    }

    private void moveUp(int place) {
        int column = order[place];
        order[place] = order[up];
        order[up++] = column;
    }

    private int freeAmongNearest() {
        for (int i = low; i < up; i++) {
            if (rowOf[order[i]] == NONE) {
                return order[i];
            }
        }
        return NONE;
    }

    /** Looks for shorter ways through a column and its row; returns a column without a row that is among the nearest. */
    private int goOn(int through) {
        steps.spend(size - up);
        int row = rowOf[through];
        long base = reduced(row, through) - least;
        for (int i = up; i < size; i++) {
            int column = order[i];
            long way = reduced(row, column) - base;
            if (way < distance[column]) {
                distance[column] = way;
                via[column] = row;
                if (way == least) {
                    if (rowOf[column] == NONE) {
                        return column;
                    }
                    moveUp(i);
                }
            }
        }
        return NONE;
    }
}
