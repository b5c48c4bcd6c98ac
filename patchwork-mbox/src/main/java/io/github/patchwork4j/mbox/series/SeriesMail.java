package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.util.List;
import java.util.Optional;

/**
 * A cover letter or a patch in its series.
 *
 * @param number its number in the series; 0 for a cover letter
 * @param mail the mail
 * @param basis what put it there
 * @param why how that came about, a sentence for a person to read
 * @param replies the mails that answer it, directly or through each other, as they came
 */
public record SeriesMail(int number, PatchMail mail, Basis basis, String why, List<PatchMail> replies) {
    /**
     * Makes an entry.
     *
     * @param number the number
     * @param mail the mail
     * @param basis the basis
     * @param why the reason
     * @param replies the replies, copied
     */
    public SeriesMail {
        replies = List.copyOf(replies);
    }

    /**
     * Returns the mail's id.
     *
     * @return the message id, if it has one
     */
    public Optional<MessageId> messageId() {
        return mail.mail().messageId();
    }

    @Override
    public String toString() {
        return "SeriesMail[" + number + ", " + mail.subject().name() + "]";
    }
}
