package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import java.util.Optional;

/**
 * What a mail tells a Patchwork server to do with it, by headers that begin with {@code X-Patchwork-}.
 *
 * @param ignored whether the server drops the mail: X-Patchwork-Hint says so, in any case
 * @param state the name of the state that a patch is to have, in any case
 * @param delegate the address of the user whom a patch is to be delegated to
 * @param actionRequired whether a comment asks for something: X-Patchwork-Action-Required is there
 */
public record PatchworkHints(
        boolean ignored, Optional<String> state, Optional<String> delegate, boolean actionRequired) {
    /**
     * Reads the hints of a mail.
     *
     * @param mail the mail
     * @return its hints; whether the server knows the state and the user is not judged here
     */
    public static PatchworkHints of(Mail mail) {
        return new PatchworkHints(
                text(mail, "X-Patchwork-Hint").orElse("").equalsIgnoreCase("ignore"),
                text(mail, "X-Patchwork-State"),
                text(mail, "X-Patchwork-Delegate"),
                mail.headers().first("X-Patchwork-Action-Required").isPresent());
    }

    private static Optional<String> text(Mail mail, String name) {
        return mail.headers()
                .first(name)
                .map(MailHeader::textAsPython)
                .map(PythonText::strip)
                .filter(text -> !text.isEmpty());
    }
}
