package io.github.patchwork4j.benchmarks;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.diff.Diff;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.HunkHeader;
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
 * What {@link DiffParsing} does, with the patches of a history: each mail is read by itself, as it stands in the archive, so
 * that also its headers and message are passed over, and files come and go.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class HistoryDiffs {
    /** A folder with a git repository, or a file in the format mboxrd; generated mails if it is empty. */
    @Param("")
    public String corpus = "";

    private final List<Bytes> mails = new ArrayList<>();

    /** Made by JMH. */
    public HistoryDiffs() {}

    /**
     * Makes the mails, drops those in which the two sides count different lines, and tells how many those are.
     *
     * @throws IOException if there is no such repository or file
     */
    @Setup
    public void read() throws IOException {
        int dropped = 0;
        for (ArchivedMail mail : ArchiveReader.of(SplitRule.MBOXRD).read(Bytes.of(MailCorpus.of(corpus)))) {
            if (ours(mail.raw()) == jgit(mail.raw())) {
                mails.add(mail.raw());
            } else {
                dropped++;
            }
        }
        System.out.println("corpus: " + mails.size() + " mails with equal counts; dropped " + dropped + " with others");
    }

    /**
     * Parses with this library.
     *
     * @param volume counts the bytes
     * @return changed lines
     */
    @Benchmark
    public long ours(Volume volume) {
        long lines = 0;
        for (Bytes mail : mails) {
            volume.add(mail.length());
            lines += ours(mail);
        }
        return lines;
    }

    /**
     * Parses with JGit.
     *
     * @param volume counts the bytes
     * @return changed lines
     */
    @Benchmark
    public long jgit(Volume volume) {
        long lines = 0;
        for (Bytes mail : mails) {
            volume.add(mail.length());
            lines += jgit(mail);
        }
        return lines;
    }

    private static long ours(Bytes mail) {
        Diff diff = Diff.parse(mail);
        return diff.addedLines() + diff.deletedLines();
    }

    private static long jgit(Bytes mail) {
        Patch patch = new Patch();
        patch.parse(mail.array(), mail.offset(), mail.offset() + mail.length());
        return changedLines(patch);
    }

    /** Returns how many lines JGit counts. */
    static long changedLines(Patch patch) {
        long lines = 0;
        for (FileHeader file : patch.getFiles()) {
            for (HunkHeader hunk : file.getHunks()) {
                lines += hunk.getOldImage().getLinesAdded() + hunk.getOldImage().getLinesDeleted();
            }
        }
        return lines;
    }
}
