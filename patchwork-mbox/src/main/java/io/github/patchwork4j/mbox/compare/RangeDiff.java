package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has become of the patches of a series in its next version, as {@code git range-diff} tells it, without a repository.
 *
 * <p>Patches whose diffs are the same belong together. The others are paired so that the differences of their diffs are
 * smallest in all, where a patch without a counterpart costs a part of its own size, the creation factor.
 */
public final class RangeDiff {
    /** What has become of a patch. */
    public enum Sign {
        /** It is the same. */
        SAME('='),
        /** It has changed, maybe only in its message. */
        CHANGED('!'),
        /** It is only in the old version. */
        REMOVED('<'),
        /** It is only in the new version. */
        ADDED('>');

        private final char character;

        Sign(char character) {
            this.character = character;
        }

        /**
         * Returns how git shows it.
         *
         * @return one of {@code =}, {@code !}, {@code <} and {@code >}
         */
        public char character() {
            return character;
        }
    }

    /**
     * A patch and its counterpart.
     *
     * @param sign what has become of it
     * @param oldNumber its number in the old version, from 1; 0 if it is not there
     * @param newNumber its number in the new version, from 1; 0 if it is not there
     * @param difference the difference of both patches, as git writes it, each line with four spaces before it; empty if they
     *     are not both there and different
     */
    public record Pair(Sign sign, int oldNumber, int newNumber, Bytes difference) {}

    /** More than all lines together. */
    private static final long IMPOSSIBLE = 1L << 40;

    private static final int[] NOTHING = {};

    private final List<RangePatch> before;
    private final List<RangePatch> after;
    private final List<Pair> pairs;
    private final boolean complete;

    private RangeDiff(List<RangePatch> before, List<RangePatch> after, List<Pair> pairs, boolean complete) {
        this.before = List.copyOf(before);
        this.after = List.copyOf(after);
        this.pairs = List.copyOf(pairs);
        this.complete = complete;
    }

    /**
     * Compares two versions of a series.
     *
     * @param before the patches of the old version, in order
     * @param after the patches of the new version, in order
     * @param options how to compare
     * @return the pairs
     */
    public static RangeDiff of(List<RangePatch> before, List<RangePatch> after, RangeDiffOptions options) {
        return of(before, after, options, new Steps(options.maxSteps()));
    }

    static RangeDiff of(List<RangePatch> before, List<RangePatch> after, RangeDiffOptions options, Steps steps) {
        int[] oldOf = new int[after.size()];
        int[] newOf = new int[before.size()];
        Arrays.fill(oldOf, -1);
        Arrays.fill(newOf, -1);
        pairEqual(before, after, oldOf, newOf);
        boolean affordable = Math.max(before.size(), after.size()) <= options.maxPatches();
        if (affordable) {
            pairSimilar(before, after, oldOf, newOf, options.creationFactor(), steps);
        }
        List<Pair> pairs = inOrder(before, after, oldOf, newOf, steps);
        return new RangeDiff(before, after, pairs, affordable && !steps.areSpent());
    }

    private static void pairEqual(List<RangePatch> before, List<RangePatch> after, int[] oldOf, int[] newOf) {
        Map<List<Bytes>, Deque<Integer>> byDiff = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            byDiff.computeIfAbsent(before.get(i).diffLines(), diff -> new ArrayDeque<>())
                    .add(i);
        }
        for (int j = 0; j < after.size(); j++) {
            Integer same = Optional.ofNullable(byDiff.get(after.get(j).diffLines()))
                    .map(Deque::poll)
                    .orElse(-1);
            if (same >= 0) {
                oldOf[j] = same;
                newOf[same] = j;
            }
        }
    }

    /**
     * Pairs the others at the least cost. The manual of {@code git range-diff} tells of which nodes ("ALGORITHM"): each new patch, and
     * one dummy for each old patch, is given an old patch or one of as many dummies as there are new patches. As for git those
     * with the same diff take part, so that of several cheapest ways the same is found.
     */
    private static void pairSimilar(
            List<RangePatch> before, List<RangePatch> after, int[] oldOf, int[] newOf, int factor, Steps steps) {
        int[][] differences = differences(before, after, oldOf, newOf, steps);
        long[] oldAlone = alone(before, newOf, factor);
        long[] newAlone = alone(after, oldOf, factor);
        if (steps.areSpent()) {
            return;
        }
        Assignment.Costs costs = (row, column) -> {
            if (column >= oldAlone.length) {
                return row >= newAlone.length ? 0 : newAlone[row];
            }
            if (row >= newAlone.length) {
                return oldAlone[column];
            }
            boolean differ = newOf[column] < 0 && oldOf[row] < 0;
            return differ ? differences[column][row] : newOf[column] == row ? 0 : IMPOSSIBLE;
        };
        int[] found = new Assignment(before.size() + after.size(), costs, steps).solve();
        for (int j = 0; j < after.size(); j++) {
            if (oldOf[j] < 0 && found[j] >= 0 && found[j] < before.size()) {
                oldOf[j] = found[j];
            }
        }
        for (int j = 0; j < after.size(); j++) {
            if (oldOf[j] >= 0) {
                newOf[oldOf[j]] = j;
            }
        }
    }

    /** Returns how many lines the difference of two diffs has, for each old and each new patch that have no counterpart yet. */
    private static int[][] differences(
            List<RangePatch> before, List<RangePatch> after, int[] oldOf, int[] newOf, Steps steps) {
        LineNumbers numbers = new LineNumbers();
        int[][] news = new int[after.size()][];
        for (int j = 0; j < news.length; j++) {
            news[j] = oldOf[j] < 0 ? numbers.of(after.get(j).diffLines()) : NOTHING;
        }
        int[][] differences = new int[before.size()][];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = newOf[i] < 0 ? new int[news.length] : NOTHING;
            int[] old = newOf[i] < 0 ? numbers.of(before.get(i).diffLines()) : NOTHING;
            for (int j = 0; j < differences[i].length && !steps.areSpent(); j++) {
                differences[i][j] = oldOf[j] < 0 ? UnifiedLines.count(LineDiff.of(old, news[j], steps)) : 0;
            }
        }
        return differences;
    }

    /** Returns what it costs to leave each patch without a counterpart. */
    private static long[] alone(List<RangePatch> patches, int[] counterparts, int factor) {
        long[] alone = new long[counterparts.length];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = counterparts[i] < 0 ? (long) patches.get(i).diffSize() * factor / 100 : IMPOSSIBLE;
        }
        return alone;
    }

    /** In the order of the new version; what was removed comes as soon as all before it in the old version has come. */
    private static List<Pair> inOrder(
            List<RangePatch> before, List<RangePatch> after, int[] oldOf, int[] newOf, Steps steps) {
        List<Pair> pairs = new ArrayList<>();
        boolean[] shown = new boolean[before.size()];
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && shown[i]) {
                i++;
            } else if (i < before.size() && newOf[i] < 0) {
                pairs.add(new Pair(Sign.REMOVED, ++i, 0, Bytes.EMPTY));
            } else if (oldOf[j] < 0) {
                pairs.add(new Pair(Sign.ADDED, 0, ++j, Bytes.EMPTY));
            } else {
                int old = oldOf[j];
                shown[old] = true;
                Bytes difference =
                        difference(before.get(old).lines(), after.get(j).lines(), steps);
                pairs.add(new Pair(difference.isEmpty() ? Sign.SAME : Sign.CHANGED, old + 1, ++j, difference));
            }
        }
        return pairs;
    }

    private static Bytes difference(List<Bytes> one, List<Bytes> other, Steps steps) {
        LineNumbers numbers = new LineNumbers();
        return one.equals(other)
                ? Bytes.EMPTY
                : UnifiedLines.write(one, other, LineDiff.of(numbers.of(one), numbers.of(other), steps));
    }

    /**
     * Returns the pairs, in the order of the new version; a patch that was removed stands where it was in the old one.
     *
     * @return the pairs
     */
    public List<Pair> pairs() {
        return pairs;
    }

    /**
     * Tells whether all was compared.
     *
     * @return false if a bound of the options was reached; then only patches with the same diff are sure to be paired, and
     *     differences may be longer than they need be
     */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Returns what {@code git range-diff --no-color} prints.
     *
     * @return a line for each pair, with its difference below it
     */
    public Bytes text() {
        ByteSink out = new ByteSink(1024);
        int digits = String.valueOf(1 + Math.max(before.size(), after.size())).length();
        for (Pair pair : pairs) {
            String one = side(before, pair.oldNumber(), digits);
            String other = side(after, pair.newNumber(), digits);
            RangePatch shown =
                    pair.newNumber() > 0 ? after.get(pair.newNumber() - 1) : before.get(pair.oldNumber() - 1);
            // Git shows the old subject of a pair.
            String subject =
                    pair.oldNumber() > 0 ? before.get(pair.oldNumber() - 1).subject() : shown.subject();
            out.write(Bytes.ofUtf8(one + " " + pair.sign().character() + " " + other + " " + subject + "\n"));
            out.write(pair.difference());
        }
        return out.toBytes();
    }

    private static String side(List<RangePatch> patches, int number, int digits) {
        String shown = number > 0 ? String.valueOf(number) : "-";
        String id = number > 0 ? patches.get(number - 1).id() : "-".repeat(idLength(patches));
        return " ".repeat(digits - shown.length()) + shown + ":  " + id;
    }

    private static int idLength(List<RangePatch> patches) {
        return patches.isEmpty() ? 7 : patches.get(0).id().length();
    }

    /** Returns the signs, for a debugger. */
    @Override
    public String toString() {
        StringBuilder signs = new StringBuilder("RangeDiff[");
        pairs.forEach(pair -> signs.append(pair.sign().character()));
        return signs.append(']').toString();
    }
}
