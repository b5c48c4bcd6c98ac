package io.github.patchwork4j.fuzzing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.series.MailSeries;
import io.github.patchwork4j.mbox.series.PatchworkGrouping;
import io.github.patchwork4j.mbox.series.SeriesMail;
import io.github.patchwork4j.mbox.series.SmartGrouping;
import io.github.patchwork4j.mbox.series.TrailerCollector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Groups the mails of an archive into series in both ways: each says why, and lists no more missing than it may. */
public final class SeriesTarget {
    private SeriesTarget() {}

    /**
     * Called by the fuzzer.
     *
     * @param data an archive
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Promise.allocatesLinearly(data.length, 3000, () -> group(mails(Bytes.of(data))));
    }

    private static List<Mail> mails(Bytes data) {
        List<Mail> mails = new ArrayList<>();
        for (ArchivedMail mail : ArchiveReader.of(SplitRule.ANY_FROM).read(data)) {
            mails.add(Mail.parse(mail.content()));
        }
        return mails;
    }

    private static void group(List<Mail> mails) {
        SmartGrouping.of(mails).forEach(SeriesTarget::check);
        PatchworkGrouping grouping = new PatchworkGrouping();
        Instant arrival = Instant.EPOCH;
        for (Mail mail : mails) {
            arrival = arrival.plusSeconds(60);
            grouping.add(PatchMail.of(mail, Dialect.PATCHWORK), arrival);
        }
        grouping.series().forEach(SeriesTarget::check);
    }

    private static void check(MailSeries series) {
        Promise.holds(!series.why().isEmpty(), "a series without a reason");
        Promise.holds(series.missing().size() <= MailSeries.MAX_MISSING, "too many missing");
        Promise.holds(series.received() >= 0, "received");
        for (SeriesMail patch : series.patches()) {
            TrailerCollector.collect(series, patch);
        }
    }
}
