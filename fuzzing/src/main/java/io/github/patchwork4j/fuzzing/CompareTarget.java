package io.github.patchwork4j.fuzzing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.compare.Interdiff;
import io.github.patchwork4j.mbox.compare.RangeDiff;
import io.github.patchwork4j.mbox.compare.RangeDiffOptions;
import io.github.patchwork4j.mbox.compare.RangePatch;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.util.ArrayList;
import java.util.List;

/** Compares the first half of an archive with the second: each patch is told once, and what is equal has no difference. */
public final class CompareTarget {
    private static final long STEPS = 1 << 20;
    private static final RangeDiffOptions OPTIONS = RangeDiffOptions.DEFAULT.withBounds(50, STEPS);

    private CompareTarget() {}

    /**
     * Called by the fuzzer.
     *
     * @param data an archive
     */
    public static void fuzzerTestOneInput(byte[] data) {
        List<PatchMail> mails = new ArrayList<>();
        for (ArchivedMail mail : ArchiveReader.of(SplitRule.ANY_FROM).read(Bytes.of(data))) {
            mails.add(PatchMail.of(Mail.parse(mail.content()), Dialect.GIT));
        }
        List<PatchMail> before = mails.subList(0, mails.size() / 2);
        List<PatchMail> after = mails.subList(mails.size() / 2, mails.size());
        ranges(patches(before), patches(after));
        for (int i = 0; i < before.size(); i++) {
            interdiff(
                    Diff.parse(before.get(i).patchText()),
                    Diff.parse(after.get(i).patchText()));
        }
    }

    private static List<RangePatch> patches(List<PatchMail> mails) {
        return mails.stream().map(mail -> RangePatch.of(mail, "1234567")).toList();
    }

    private static void ranges(List<RangePatch> before, List<RangePatch> after) {
        RangeDiff diff = RangeDiff.of(before, after, OPTIONS);
        diff.text();
        boolean[] olds = new boolean[before.size() + 1];
        boolean[] news = new boolean[after.size() + 1];
        for (RangeDiff.Pair pair : diff.pairs()) {
            Promise.holds(pair.oldNumber() == 0 || !olds[pair.oldNumber()], "an old patch twice");
            Promise.holds(pair.newNumber() == 0 || !news[pair.newNumber()], "a new patch twice");
            olds[pair.oldNumber()] = true;
            news[pair.newNumber()] = true;
        }
        for (int i = 1; i < olds.length; i++) {
            Promise.holds(olds[i], "an old patch is missing");
        }
        for (int i = 1; i < news.length; i++) {
            Promise.holds(news[i], "a new patch is missing");
        }
        for (RangeDiff.Pair pair : RangeDiff.of(after, after, OPTIONS).pairs()) {
            Promise.equal(pair.sign(), RangeDiff.Sign.SAME, "a patch and itself");
        }
    }

    private static void interdiff(Diff before, Diff after) {
        Interdiff between = Interdiff.of(before, after, STEPS);
        Diff difference = Diff.parse(between.text());
        Promise.holds(difference.diagnostics().isEmpty(), difference.diagnostics() + " in " + between.text());
        Promise.holds(Interdiff.of(after, after, STEPS).text().isEmpty(), "a difference to itself");
    }
}
