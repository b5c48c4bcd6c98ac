package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.mail.MailDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What one of the dialects reads in a mail; the parts are described where {@link PatchMail} hands them out.
 *
 * @param reply whether the subject is that of a reply
 */
record Reading(
        PatchSubject subject,
        boolean reply,
        Optional<MailAddress> author,
        Optional<OffsetDateTime> date,
        String message,
        String notes,
        Bytes patchText,
        Optional<Bytes> diff,
        Optional<String> pullRequest) {

    static Reading git(MailInfo info) {
        GitDiff diff = GitDiff.of(info.patch());
        String message = info.messageText();
        return new Reading(
                PatchSubject.git(info.subject(), info.options()),
                SubjectReader.isReply(info.subject()),
                info.author(),
                MailDate.parse(info.date()),
                message,
                diff.notes(),
                info.patch(),
                diff.diff(),
                PullRequest.find(message));
    }

    static Reading patchwork(Mail mail, List<String> droppedPrefixes) {
        String subject = SubjectReader.patchworkText(mail);
        boolean reply = SubjectReader.isReply(subject);
        PatchworkText text = PatchworkText.of(mail, reply);
        String message = text.content();
        int dashes = ("\n" + message + "\n").indexOf("\n---\n");
        Optional<Bytes> diff = text.diff().isEmpty() ? Optional.empty() : Optional.of(Bytes.ofUtf8(text.diff()));
        return new Reading(
                PatchSubject.patchwork(subject, droppedPrefixes),
                reply,
                OriginalSender.sender(mail),
                PatchworkDate.of(mail),
                message,
                dashes < 0 ? "" : message.substring(Math.min(message.length(), dashes + 4)),
                diff.orElse(Bytes.EMPTY),
                diff,
                reply ? Optional.empty() : PullRequest.find(message));
    }
}
