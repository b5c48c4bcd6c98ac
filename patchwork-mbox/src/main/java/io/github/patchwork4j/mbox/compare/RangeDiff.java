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

    /** More than there can be pairs, so that all ties together weigh less than one line. */
    private static final long TIE_SCALE = 1L << 32;

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

    private static void pairSimilar(
            List<RangePatch> before, List<RangePatch> after, int[] oldOf, int[] newOf, int factor, Steps steps) {
        int[] rows = alone(newOf);
        int[] columns = alone(oldOf);
        LineNumbers numbers = new LineNumbers();
        int[][] news = new int[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            news[j] = numbers.of(after.get(columns[j]).diffLines());
        }
        // Where it costs the same, git pairs the only patches of two versions; of several it mostly leaves them alone.
        int tie = before.size() == 1 && after.size() == 1 ? -1 : 1;
        long[][] costs = new long[rows.length][columns.length];
        long[] rowAlone = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            List<Bytes> old = before.get(rows[i]).diffLines();
            int[] oldNumbers = numbers.of(old);
            rowAlone[i] = (long) old.size() * factor / 100 * TIE_SCALE;
            for (int j = 0; j < columns.length && !steps.areSpent(); j++) {
                List<Bytes> other = after.get(columns[j]).diffLines();
                LineDiff diff = LineDiff.of(oldNumbers, news[j], steps);
                long cost = UnifiedLines.count(diff) - (long) other.size() * factor / 100;
                costs[i][j] = cost * TIE_SCALE + tie;
            }
        }
        if (steps.areSpent()) {
            return;
        }
        int[] found = new Assignment(costs, rowAlone, columns.length, steps).solve();
        for (int i = 0; i < rows.length; i++) {
            if (found[i] >= 0) {
                newOf[rows[i]] = columns[found[i]];
                oldOf[columns[found[i]]] = rows[i];
            }
        }
    }

    private static int[] alone(int[] counterparts) {
        int[] alone = new int[counterparts.length];
        int count = 0;
        for (int i = 0; i < counterparts.length; i++) {
            if (counterparts[i] < 0) {
                alone[count++] = i;
            }
        }
        return Arrays.copyOf(alone, count);
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
