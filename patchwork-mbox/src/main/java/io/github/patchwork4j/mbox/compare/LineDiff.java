package io.github.patchwork4j.mbox.compare;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A shortest edit script between two runs of lines, each line a number: Eugene Myers, "An O(ND) Difference Algorithm and Its
 * Variations" (1986), in linear space.
 *
 * <p>When the steps are used up, what is not compared yet counts as changed.
 */
final class LineDiff {
    private final int[] before;
    private final int[] after;
    private final Steps steps;
    private final int[] forward;
    private final int[] backward;
    private final int origin;
    /** For each line before whether it is deleted, and for each after whether it is added. */
    final boolean[] deleted;

    final boolean[] added;
    private int foundX;
    private int foundY;

    private LineDiff(int[] before, int[] after, Steps steps) {
        this.before = before;
        this.after = after;
        this.steps = steps;
        this.deleted = new boolean[before.length];
        this.added = new boolean[after.length];
        int room = before.length + after.length + 3;
        this.forward = new int[room];
        this.backward = new int[room];
        this.origin = after.length + 1;
        steps.spend(room);
    }

    static LineDiff of(int[] before, int[] after, Steps steps) {
        return of(before, after, 0, steps);
    }

    /** Compares runs of lines of which the last ones are known to be the same, and are to be left alone. */
    static LineDiff of(int[] before, int[] after, int sameAtEnd, Steps steps) {
        LineDiff diff = new LineDiff(before, after, steps);
        diff.compare(before.length - sameAtEnd, after.length - sameAtEnd);
        slide(before, diff.deleted, before.length - sameAtEnd);
        slide(after, diff.added, after.length - sameAtEnd);
        return diff;
    }

    private void compare(int beforeTo, int afterTo) {
        Deque<int[]> boxes = new ArrayDeque<>();
        boxes.push(new int[] {0, beforeTo, 0, afterTo});
        while (!boxes.isEmpty()) {
            int[] box = boxes.pop();
            trim(box);
            if (box[0] == box[1] || box[2] == box[3] || !split(box)) {
                Arrays.fill(deleted, box[0], box[1], true);
                Arrays.fill(added, box[2], box[3], true);
            } else {
                int x = foundX;
                int y = foundY;
                boxes.push(new int[] {x, box[1], y, box[3]});
                boxes.push(new int[] {box[0], x, box[2], y});
            }
        }
    }

    /** Leaves out what is the same at both ends. */
    private void trim(int[] box) {
        int from = box[0];
        while (box[0] < box[1] && box[2] < box[3] && before[box[0]] == after[box[2]]) {
            box[0]++;
            box[2]++;
        }
        steps.spend(1 + box[0] - from);
        while (box[0] < box[1] && box[2] < box[3] && before[box[1] - 1] == after[box[3] - 1]) {
            box[1]--;
            box[3]--;
        }
    }

    /**
     * Finds a point on a shortest way through a box by going from both corners until the ways meet; false if the steps
     * are used up. Neither the first nor the last lines of the box are the same, so the point is no corner.
     */
    private boolean split(int[] box) {
        int corner = box[0] - box[2];
        int opposite = box[1] - box[3];
        boolean odd = ((corner - opposite) & 1) != 0;
        forward[origin + corner] = box[0];
        backward[origin + opposite] = box[1];
        for (int d = 1; !steps.areSpent(); d++) {
            if (goForward(box, corner, opposite, d, odd) || goBackward(box, corner, opposite, d, odd)) {
                return true;
            }
        }
        return false;
    }

    private boolean goForward(int[] box, int corner, int opposite, int d, boolean odd) {
        int least = Math.max(corner - d, box[0] - box[3]);
        int most = Math.min(corner + d, box[1] - box[2]);
        most -= (corner + d - most) & 1;
        for (int k = most; k >= least; k -= 2) {
            int right = k - 1 >= corner - d + 1 && k - 1 >= box[0] - box[3] ? forward[origin + k - 1] + 1 : -1;
            int down = k + 1 <= corner + d - 1 && k + 1 <= box[1] - box[2] ? forward[origin + k + 1] : -1;
            int x = Math.min(Math.max(right, down), box[1]);
            int start = x;
            while (x < box[1] && x - k < box[3] && x - k >= box[2] && before[x] == after[x - k]) {
                x++;
            }
            steps.spend(1 + x - start);
            forward[origin + k] = x;
            boolean known = odd && k >= opposite - d + 1 && k <= opposite + d - 1;
            if (known && backward[origin + k] <= x && found(box, x, x - k)) {
                return true;
            }
        }
        return false;
    }

    private boolean goBackward(int[] box, int corner, int opposite, int d, boolean odd) {
        int least = Math.max(opposite - d, box[0] - box[3]);
        int most = Math.min(opposite + d, box[1] - box[2]);
        most -= (opposite + d - most) & 1;
        for (int k = most; k >= least; k -= 2) {
            int left = k + 1 <= opposite + d - 1 && k + 1 <= box[1] - box[2]
                    ? backward[origin + k + 1] - 1
                    : Integer.MAX_VALUE;
            int up = k - 1 >= opposite - d + 1 && k - 1 >= box[0] - box[3]
                    ? backward[origin + k - 1]
                    : Integer.MAX_VALUE;
            int x = Math.max(Math.min(left, up), box[0]);
            int start = x;
            while (x > box[0] && x - k > box[2] && x - k <= box[3] && before[x - 1] == after[x - k - 1]) {
                x--;
            }
            steps.spend(1 + start - x);
            backward[origin + k] = x;
            boolean known = !odd && k >= corner - d && k <= corner + d && k >= box[0] - box[3] && k <= box[1] - box[2];
            if (known && x <= forward[origin + k] && found(box, x, x - k)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a point, unless it lies outside the box or would not make it smaller. */
    private boolean found(int[] box, int x, int y) {
        foundX = x;
        foundY = y;
        boolean first = x == box[0] && y == box[2];
        boolean last = x == box[1] && y == box[3];
        return x >= box[0] && x <= box[1] && y >= box[2] && y <= box[3] && !first && !last;
    }

    /** Moves each run of changed lines as far down as it goes, as git and diff do. */
    private static void slide(int[] lines, boolean[] changed, int to) {
        int at = 0;
        while (at < to) {
            if (!changed[at]) {
                at++;
                continue;
            }
            int end = at;
            while (end < to && changed[end]) {
                end++;
            }
            while (end < to && lines[at] == lines[end]) {
                changed[at++] = false;
                changed[end++] = true;
                while (end < to && changed[end]) {
                    end++;
                }
            }
            at = end;
        }
    }
}
