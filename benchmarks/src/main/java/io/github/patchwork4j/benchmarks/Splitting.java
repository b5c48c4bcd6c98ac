package io.github.patchwork4j.benchmarks;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.james.mime4j.mboxiterator.CharBufferWrapper;
import org.apache.james.mime4j.mboxiterator.MboxIterator;
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
 * From the bytes of an mbox to its mails, not yet parsed, beside other ways to find where they begin; and beside what no
 * such way can do without: to look at every byte, or at every line.
 *
 * <p>The set-up makes sure that all that split find the same number of mails.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class Splitting {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;
    private static final long LINE_ENDS = '\n' * ONES;

    /** A folder with a git repository, an mbox, or nothing for generated mails. */
    @Param("")
    public String corpus = "";

    private byte[] mbox = new byte[0];
    private Path file = Path.of("");

    /** Made by JMH. */
    public Splitting() {}

    /**
     * Makes the mails, and makes sure that they are split alike.
     *
     * @throws IOException if there is no such corpus
     */
    @Setup
    public void generate() throws IOException {
        mbox = MailCorpus.of(corpus);
        file = Files.write(Files.createTempFile("splitting", ".mbox"), mbox);
        long mails = split(Bytes.of(mbox));
        if (mails != byteLines() || mails != textLines() || mails != fileOurs() || mails != mime4jMails()) {
            throw new IllegalStateException("mails differ: " + mails + ", " + byteLines() + ", " + textLines() + ", "
                    + fileOurs() + ", " + mime4jMails());
        }
    }

    /**
     * Removes the file that was made.
     *
     * @throws IOException if that fails
     */
    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
    }

    /**
     * Splits bytes in memory with this library.
     *
     * @param volume counts megabytes
     * @return how many mails there are
     */
    @Benchmark
    public long ours(Volume volume) {
        volume.add(mbox.length);
        return split(Bytes.of(mbox));
    }

    private static long split(Bytes mbox) {
        return count(ArchiveReader.of(SplitRule.MBOXRD).read(mbox));
    }

    /**
     * Splits a file with this library, in chunks.
     *
     * @param volume counts megabytes
     * @return how many mails there are
     * @throws IOException if it cannot be read
     */
    @Benchmark
    public long oursFromFile(Volume volume) throws IOException {
        volume.add(mbox.length);
        return fileOurs();
    }

    private long fileOurs() throws IOException {
        try (MailArchive archive = ArchiveReader.of(SplitRule.MBOXRD).open(file)) {
            return count(archive);
        }
    }

    /**
     * Splits a file with mime4j, whose pattern for the line between mails is set to the rule of the others.
     *
     * @param volume counts megabytes
     * @return how many mails there are
     * @throws IOException if it cannot be read
     */
    @Benchmark
    public long mime4jFromFile(Volume volume) throws IOException {
        volume.add(mbox.length);
        return mime4jMails();
    }

    private long mime4jMails() throws IOException {
        long mails = 0;
        try (MboxIterator archive = MboxIterator.fromFile(file)
                .charset(StandardCharsets.ISO_8859_1)
                .fromLine("^From .*$")
                .maxMessageSize(1 << 24)
                .build()) {
            for (CharBufferWrapper mail : archive) {
                mails += mail.asCharArray().length == 0 ? 0 : 1;
            }
        }
        return mails;
    }

    private static long count(MailArchive archive) {
        long mails = 0;
        for (ArchivedMail mail : archive) {
            mails += mail.raw().isEmpty() ? 0 : 1;
        }
        return mails;
    }

    /**
     * Splits line by line, as a first attempt would, bytes in an array.
     *
     * @param volume counts megabytes
     * @return how many mails there are
     */
    @Benchmark
    public long byteLineLoop(Volume volume) {
        volume.add(mbox.length);
        return byteLines();
    }

    private long byteLines() {
        long mails = 0;
        int at = 0;
        while (at < mbox.length) {
            int end = at;
            while (end < mbox.length && mbox[end] != '\n') {
                end++;
            }
            if (end - at > 5
                    && mbox[at] == 'F'
                    && mbox[at + 1] == 'r'
                    && mbox[at + 2] == 'o'
                    && mbox[at + 3] == 'm'
                    && mbox[at + 4] == ' ') {
                mails++;
            }
            at = end + 1;
        }
        return mails;
    }

    /**
     * Splits line by line with the reader of Java's own library.
     *
     * @param volume counts megabytes
     * @return how many mails there are
     * @throws IOException never, as all is in memory
     */
    @Benchmark
    public long bufferedReader(Volume volume) throws IOException {
        volume.add(mbox.length);
        return textLines();
    }

    private long textLines() throws IOException {
        long mails = 0;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(mbox), StandardCharsets.ISO_8859_1))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                mails += line.startsWith("From ") ? 1 : 0;
            }
        }
        return mails;
    }

    /**
     * Counts line ends, eight bytes at a time: what it takes to look at every byte.
     *
     * @param volume counts megabytes
     * @return how many lines there are
     */
    @Benchmark
    public long limitCountLineEnds(Volume volume) {
        volume.add(mbox.length);
        long lines = 0;
        for (int at = 0; at <= mbox.length - Long.BYTES; at += Long.BYTES) {
            lines += Long.bitCount(lineEnds((long) LONGS.get(mbox, at)));
        }
        return lines;
    }

    /**
     * Adds up the first byte of every line, found eight bytes at a time: what it takes to look at every line.
     *
     * @param volume counts megabytes
     * @return the sum
     */
    @Benchmark
    public long limitFirstBytes(Volume volume) {
        volume.add(mbox.length);
        long sum = mbox[0];
        for (int at = 0; at < mbox.length - Long.BYTES; at += Long.BYTES) {
            long found = lineEnds((long) LONGS.get(mbox, at));
            while (found != 0) {
                sum += mbox[at + (Long.numberOfTrailingZeros(found) >>> 3) + 1];
                found &= found - 1;
            }
        }
        return sum;
    }

    /** Sets the highest bit of each byte that is a line end. */
    private static long lineEnds(long bytes) {
        long difference = bytes ^ LINE_ENDS;
        return ~(((difference & LOWS) + LOWS) | difference | LOWS);
    }
}
