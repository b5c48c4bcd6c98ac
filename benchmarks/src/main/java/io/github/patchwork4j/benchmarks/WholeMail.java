package io.github.patchwork4j.benchmarks;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
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
 * From the bytes of an mbox to the numbers of added and deleted lines in the patches of its mails: all that
 * {@code mbox-stat --numstat} does but printing.
 *
 * <p>The other side is mime4j's model of a mail with JGit's of a patch, behind the simplest split there is, because
 * mime4j's own takes longer than all the rest.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class WholeMail {
    /** A folder with a git repository, or a file in the format mboxrd; generated mails if it is empty. */
    @Param("")
    public String corpus = "";

    private byte[] mbox = new byte[0];
    private final DefaultMessageBuilder builder = new DefaultMessageBuilder();

    /** Made by JMH. */
    public WholeMail() {}

    /**
     * Makes the mails, drops those of which the two sides count different lines, and tells how many those are.
     *
     * @throws IOException if there is no such repository or file
     */
    @Setup
    public void read() throws IOException {
        byte[] all = MailCorpus.of(corpus);
        long[] mails = new long[2];
        mbox = MailCorpus.filtered(all, mail -> {
            boolean equal = ours(mail) == theirs(mail.raw());
            mails[equal ? 0 : 1]++;
            return equal;
        });
        if (ours(new Volume()) != mime4jAndJgit(new Volume())) {
            throw new IllegalStateException(
                    "counts differ: " + ours(new Volume()) + ", " + mime4jAndJgit(new Volume()));
        }
        System.out.println("corpus: " + mbox.length + " bytes, " + mails[0] + " mails with equal counts; dropped "
                + mails[1] + " with others");
    }

    /**
     * Reads with this library.
     *
     * @param volume counts the bytes
     * @return changed lines and files
     * @throws IOException never
     */
    @Benchmark
    public long ours(Volume volume) throws IOException {
        volume.add(mbox.length);
        long sum = 0;
        try (MailArchive archive = ArchiveReader.of(SplitRule.MBOXRD).read(Bytes.of(mbox))) {
            for (ArchivedMail mail : archive) {
                sum += ours(mail);
            }
        }
        return sum;
    }

    private static long ours(ArchivedMail archived) {
        PatchMail mail = PatchMail.of(Mail.parse(archived.content()), Dialect.GIT);
        Diff diff = Diff.parse(mail.patchText());
        return sum(diff.files().size(), diff.addedLines(), diff.deletedLines());
    }

    /**
     * Reads with mime4j and JGit.
     *
     * @param volume counts the bytes
     * @return changed lines and files
     */
    @Benchmark
    public long mime4jAndJgit(Volume volume) {
        volume.add(mbox.length);
        long sum = 0;
        int from = 0;
        while (from < mbox.length) {
            int to = nextMail(from + 1);
            sum += theirs(Bytes.of(mbox, from, to - from));
            from = to;
        }
        return sum;
    }

    private int nextMail(int from) {
        for (int i = from; i < mbox.length; i++) {
            if (mbox[i - 1] == '\n'
                    && mbox[i] == 'F'
                    && Bytes.of(mbox, i, mbox.length - i).startsWith("From ")) {
                return i;
            }
        }
        return mbox.length;
    }

    private long theirs(Bytes mail) {
        try {
            int start = mail.indexOf((byte) '\n', 0) + 1;
            ByteArrayInputStream in =
                    new ByteArrayInputStream(mail.array(), mail.offset() + start, mail.length() - start);
            ByteArrayOutputStream text = new ByteArrayOutputStream(mail.length());
            if (builder.parseMessage(in).getBody() instanceof SingleBody body) {
                body.writeTo(text);
            }
            byte[] body = text.toByteArray();
            Patch patch = new Patch();
            patch.parse(body, 0, body.length);
            long added = 0;
            long deleted = 0;
            for (FileHeader file : patch.getFiles()) {
                for (HunkHeader hunk : file.getHunks()) {
                    added += hunk.getOldImage().getLinesAdded();
                    deleted += hunk.getOldImage().getLinesDeleted();
                }
            }
            return sum(patch.getFiles().size(), added, deleted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sum(int files, long added, long deleted) {
        return files + 3 * added + 5 * deleted;
    }
}
