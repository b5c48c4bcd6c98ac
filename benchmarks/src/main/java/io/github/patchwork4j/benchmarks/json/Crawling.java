package io.github.patchwork4j.benchmarks.json;

import io.github.patchwork4j.client.Pace;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.testing.FakePatchwork;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to walk a hundred pages of a server that answers after 50 ms, with no pages fetched ahead and with
 * four. The client keeps no pace here, which would hide the difference.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class Crawling {
    private static final int PAGES = 100;
    private static final int ROWS = 20;

    /** How many pages are fetched ahead. */
    @Param({"0", "4"})
    public int prefetch;

    private final FakePatchwork fake =
            FakePatchwork.builder().generatedPatches("big", PAGES * ROWS, 7).start();
    private final PatchworkClient client = PatchworkClient.builder(fake.url().toString())
            .userAgent("patchwork4j-benchmarks (ines@example.org)")
            .pace(Pace.unlimited())
            .build();

    /** Made by JMH. */
    public Crawling() {}

    /** Makes the server slow. */
    @Setup
    public void slowDown() {
        fake.fault("GET /api/ delay=50");
    }

    /**
     * Walks all pages.
     *
     * @return the sum of all ids
     * @throws IllegalStateException if a patch is missed or seen twice
     */
    @Benchmark
    public long walk() {
        long seen = 0;
        long sum = 0;
        for (PatchSummary patch : client.patches().list().pageSize(ROWS).prefetch(prefetch)) {
            seen++;
            sum += patch.id();
        }
        if (seen != (long) PAGES * ROWS) {
            throw new IllegalStateException("saw " + seen + " patches of " + PAGES * ROWS);
        }
        return sum;
    }

    /** Ends the client and the server. */
    @TearDown
    public void close() {
        client.close();
        fake.close();
    }
}
