package io.github.patchwork4j.benchmarks;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.Hunk;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tells how many bytes per line the models of diffs hold beyond their input, once every line was asked for. */
public final class RetainedBytes {
    private RetainedBytes() {}

    /**
     * Prints it for the patches of {@code MailCorpus}.
     *
     * @param arguments a git repository or a file in the format mboxrd, or nothing
     * @throws IOException if there is no such repository or file
     */
    public static void main(String[] arguments) throws IOException {
        Bytes mbox = Bytes.of(MailCorpus.of(arguments.length == 0 ? "" : arguments[0]));
        List<Bytes> mails = new ArrayList<>();
        for (ArchivedMail mail : ArchiveReader.of(SplitRule.GIT).read(mbox)) {
            mails.add(mail.raw());
        }
        // What the program itself needs has come and gone after the first rounds; the last one counts.
        for (int round = 0; round < 3; round++) {
            measure(mails);
        }
    }

    private static void measure(List<Bytes> mails) {
        Diff[] diffs = new Diff[mails.size()];
        long lines = 0;
        for (int i = 0; i < diffs.length; i++) {
            diffs[i] = Diff.parse(mails.get(i));
            for (FileDiff file : diffs[i].files()) {
                for (Hunk hunk : file.hunks()) {
                    lines += hunk.lineCount();
                }
            }
        }
        long held;
        try {
            held = used();
            Arrays.fill(diffs, null);
            held -= used();
        } finally {
            // The input must not be freed between the two looks.
            Reference.reachabilityFence(mails);
        }
        System.out.printf(
                "%d mails, %d lines, %d bytes beyond the input: %.1f bytes per line%n",
                diffs.length, lines, held, (double) held / lines);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
