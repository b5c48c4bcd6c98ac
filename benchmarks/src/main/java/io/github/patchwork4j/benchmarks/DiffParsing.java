package io.github.patchwork4j.benchmarks;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.unifieddiff.UnifiedDiffFile;
import com.github.difflib.unifieddiff.UnifiedDiffReader;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Diff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.patch.Patch;
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

/**
 * From the bytes of a diff to a model of its files and hunks, with the numbers of added and deleted lines.
 *
 * <p>The diff has {@value #MEGABYTES} million bytes, so that operations per second times {@value #MEGABYTES} are MB/s.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class DiffParsing {
    private static final int MEGABYTES = 16;

    /** How many lines a hunk changes on either side at most: like a fix, like a feature, like an import of code. */
    @Param({"4", "20", "400"})
    public int changedLines;

    private byte[] text = new byte[0];

    /** Made by JMH. */
    public DiffParsing() {}

    /**
     * Makes the diff, and makes sure that all parsers count the same in it.
     *
     * @throws IOException never, as all is in memory
     */
    @Setup
    public void generate() throws IOException {
        text = GeneratedDiff.of(MEGABYTES * 1_000_000, 20240506, changedLines, 4);
        if (ours() != jgit() || ours() != javaDiffUtils()) {
            throw new IllegalStateException("counts differ: " + ours() + ", " + jgit() + ", " + javaDiffUtils());
        }
    }

    /**
     * Parses with this library.
     *
     * @return changed lines
     */
    @Benchmark
    public long ours() {
        Diff diff = Diff.parse(Bytes.of(text));
        return diff.addedLines() + diff.deletedLines();
    }

    /**
     * Parses with JGit.
     *
     * @return changed lines
     */
    @Benchmark
    public long jgit() {
        Patch patch = new Patch();
        patch.parse(text, 0, text.length);
        return HistoryDiffs.changedLines(patch);
    }

    /**
     * Parses with java-diff-utils, which keeps every line as a string.
     *
     * @return changed lines
     * @throws IOException never, as all is in memory
     */
    @Benchmark
    public long javaDiffUtils() throws IOException {
        long lines = 0;
        for (UnifiedDiffFile file : UnifiedDiffReader.parseUnifiedDiff(new ByteArrayInputStream(text))
                .getFiles()) {
            for (AbstractDelta<String> delta : file.getPatch().getDeltas()) {
                lines += delta.getSource().getChangePosition().size()
                        + delta.getTarget().getChangePosition().size();
            }
        }
        return lines;
    }
}
