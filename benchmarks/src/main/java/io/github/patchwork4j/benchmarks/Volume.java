package io.github.patchwork4j.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counts the megabytes that a benchmark has gone through, so that JMH shows MB/s. */
@AuxCounters
@State(Scope.Thread)
public class Volume {
    /** How many, of a million bytes each. */
    public double megabytes;

    /** Made by JMH. */
    public Volume() {}

    /** Starts an iteration. */
    @Setup(Level.Iteration)
    public void reset() {
        megabytes = 0;
    }

    /**
     * Counts what was gone through.
     *
     * @param bytes how many bytes
     */
    public void add(int bytes) {
        megabytes += bytes / 1e6;
    }
}
