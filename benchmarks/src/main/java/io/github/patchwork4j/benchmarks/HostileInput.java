package io.github.patchwork4j.benchmarks;

import io.github.patchwork4j.mbox.Bytes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to read what breaks other parsers; four times the bytes may take six times as long at most. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HostileInput {
    /** Which one. */
    @Param
    public Attack attack = Attack.UNSAFE_PATHS;

    /** How many bytes. */
    @Param({"50000", "200000"})
    public int bytes;

    private Bytes input = Bytes.EMPTY;

    /** Made by JMH. */
    public HostileInput() {}

    /** Makes the input. */
    @Setup
    public void make() {
        input = attack.make(bytes, 7);
    }

    /**
     * Reads it.
     *
     * @return how much was reported
     */
    @Benchmark
    public int read() {
        return attack.read(input).size();
    }
}
