package io.github.patchwork4j.benchmarks.differential;

import io.github.patchwork4j.mbox.Bytes;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was compared and prints what is different; may be used by several threads. */
final class Tally {
    private static final int SHOWN = 20;
    private static final int SHOWN_BYTES = 1500;

    private final PrintStream out;
    private final Map<String, Integer> same = new TreeMap<>();
    private final Map<String, Integer> known = new TreeMap<>();
    private final Map<String, Integer> different = new TreeMap<>();
    private int shown;

    Tally(PrintStream out) {
        this.out = out;
    }

    /** Compares two readings of one thing. */
    void compare(String check, Bytes git, Bytes ours, String reproduce) {
        if (git.equals(ours)) {
            same(check);
        } else {
            differ(check, git.latin1(), ours.latin1(), reproduce);
        }
    }

    synchronized void same(String check) {
        same.merge(check, 1, Integer::sum);
    }

    /** Counts a difference that {@link KnownDifference} explains. */
    synchronized void known(KnownDifference difference) {
        known.merge(difference.name(), 1, Integer::sum);
    }

    synchronized void differ(String check, String git, String ours, String reproduce) {
        different.merge(check, 1, Integer::sum);
        if (++shown <= SHOWN) {
            out.printf("DIFFERENT %s%n  %s%n--- git%n%s%n--- here%n%s%n", check, reproduce, cut(git), cut(ours));
        }
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_BYTES ? text : text.substring(0, SHOWN_BYTES) + "…";
    }

    /** Adds all counts to those of another. */
    synchronized void addTo(Tally sum) {
        same.forEach((key, count) -> sum.same.merge(key, count, Integer::sum));
        known.forEach((key, count) -> sum.known.merge(key, count, Integer::sum));
        different.forEach((key, count) -> sum.different.merge(key, count, Integer::sum));
    }

    synchronized boolean hasDifferences() {
        return !different.isEmpty();
    }

    @Override
    public synchronized String toString() {
        return "same " + same + (known.isEmpty() ? "" : ", known " + known)
                + (different.isEmpty() ? ", different none" : ", DIFFERENT " + different);
    }
}
