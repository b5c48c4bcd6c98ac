package io.github.patchwork4j.client;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.PatchSubject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds the mails of a series against what the server says of it. Patches are known by their message ids, and their order
 * is that of the numbers in the subjects, as Patchwork reads them. Servers do not escape lines inside of a mail that look
 * like the beginning of another; but a mail that they write has an {@code X-Patchwork-Id} in its head.
 */
final class SeriesProof {
    private final Series series;

    SeriesProof(Series series) {
        this.series = series;
    }

    /**
     * Refuses mails that are not all patches of the series in their order.
     *
     * @throws SeriesMismatchException if something is amiss
     */
    void require(String request, byte[] mbox) {
        Set<MessageId> missing = new LinkedHashSet<>();
        series.patches().stream().map(PatchRef::messageId).forEach(missing::add);
        List<MessageId> extra = new ArrayList<>();
        List<MessageId> misplaced = new ArrayList<>();
        int highest = 0;
        for (Mail mail : mails(mbox)) {
            MessageId id = mail.messageId().orElse(MessageId.NONE);
            if (!missing.remove(id)) {
                extra.add(id);
                continue;
            }
            int number =
                    PatchSubject.patchwork(mail.subject(), List.of()).number().orElse(1);
            if (number < highest) {
                misplaced.add(id);
            }
            highest = Math.max(highest, number);
        }
        int outstanding = Math.max(0, series.total() - series.receivedTotal());
        if (outstanding > 0 || !missing.isEmpty() || !extra.isEmpty() || !misplaced.isEmpty()) {
            List<String> wrong = new ArrayList<>();
            if (outstanding > 0) {
                wrong.add(outstanding + " of " + series.total() + " patches have not arrived");
            }
            add(wrong, "missing: ", missing);
            add(wrong, "not of the series: ", extra);
            add(wrong, "out of order: ", misplaced);
            throw new SeriesMismatchException(
                    request + ": " + String.join("; ", wrong), outstanding, List.copyOf(missing), extra, misplaced);
        }
    }

    private static void add(List<String> wrong, String what, Iterable<MessageId> ids) {
        List<String> shown = new ArrayList<>();
        ids.forEach(id -> shown.add(id.bracketed()));
        if (!shown.isEmpty()) {
            wrong.add(what + String.join(" ", shown));
        }
    }

    private static List<Mail> mails(byte[] mbox) {
        List<Mail> mails = new ArrayList<>();
        try (MailArchive archive = ArchiveReader.of(SplitRule.GIT).read(Bytes.of(mbox))) {
            for (ArchivedMail archived : archive) {
                Mail mail = Mail.parse(archived.content());
                if (mails.isEmpty() || mail.headers().first("X-Patchwork-Id").isPresent()) {
                    mails.add(mail);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of bytes in memory, there is nothing to close
        }
        return mails;
    }
}
