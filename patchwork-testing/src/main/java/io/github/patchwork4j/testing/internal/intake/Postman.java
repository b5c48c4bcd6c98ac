package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.testing.DeliveredMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries the mails of archives to an intake. */
public final class Postman {
    private Postman() {}

    /**
     * Delivers all mails of a file or a folder.
     *
     * @param archive a mail, an mbox, a Maildir or a folder of mails, compressed or not
     * @param intake where they go
     * @param listId the id of the mailing list that they came by; empty if their headers tell
     * @return what became of each, in their order
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if the list has no project, and another one has the name that it would get
     */
    public static List<DeliveredMail> deliver(Path archive, MailIn intake, Optional<String> listId) {
        try (MailArchive mails = ArchiveReader.of(SplitRule.AUTO).open(archive)) {
            return deliver(mails, intake, listId);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mails in " + archive, e);
        }
    }

    /**
     * Delivers all mails of an archive.
     *
     * @param archive the archive, which stays open
     * @param intake where they go
     * @param listId the id of the mailing list that they came by; empty if their headers tell
     * @return what became of each, in their order
     * @throws IllegalArgumentException if the list has no project, and another one has the name that it would get
     */
    public static List<DeliveredMail> deliver(MailArchive archive, MailIn intake, Optional<String> listId) {
        listId.ifPresent(intake::provideProject);
        List<DeliveredMail> delivered = new ArrayList<>();
        for (ArchivedMail archived : archive) {
            delivered.add(intake.take(Mail.parse(archived.content()), listId));
        }
        return delivered;
    }
}
