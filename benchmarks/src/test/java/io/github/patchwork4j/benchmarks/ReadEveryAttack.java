package io.github.patchwork4j.benchmarks;

import com.sun.management.ThreadMXBean;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;

/** Reads each attack in two sizes and prints what that took: name, bytes allocated for either, and what was reported. */
final class ReadEveryAttack {
    static final int SMALL = 50_000;
    static final int FACTOR = 4;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ReadEveryAttack() {}

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[0]);
        for (Attack attack : Attack.values()) {
            Bytes small = attack.make(SMALL, seed);
            Bytes large = attack.make(SMALL * FACTOR, seed);
            List<Diagnostic> found = attack.read(large);
            long once = allocated(attack, small);
            long fourTimes = allocated(attack, large);
            String kinds = found.stream()
                    .map(diagnostic -> diagnostic.kind().name())
                    .distinct()
                    .collect(Collectors.joining(","));
            System.out.println(attack + " " + once + " " + fourTimes + " " + kinds);
        }
    }

    private static long allocated(Attack attack, Bytes input) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            attack.read(input);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
