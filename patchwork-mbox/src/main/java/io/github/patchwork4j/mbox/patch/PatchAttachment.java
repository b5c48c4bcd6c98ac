package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.ContentType;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MimePart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A patch that is attached to a mail, whatever type its sender's mailer has given it. Neither dialect looks for these: git reads all
 * parts, and a Patchwork server those of type text.
 *
 * @param name the name of the file; empty if it has none
 * @param part the part of the mail
 */
public record PatchAttachment(String name, MimePart part) {
    /**
     * Finds the attached patches of a mail.
     *
     * @param mail the mail
     * @return the parts of type {@code text/x-patch} or {@code text/x-diff}, and those whose files are called {@code *.patch} or {@code *.diff},
     *     in their order
     */
    public static List<PatchAttachment> find(Mail mail) {
        return mail.body().walk().stream()
                .filter(part -> part.parts().isEmpty())
                .map(part -> new PatchAttachment(nameOf(part), part))
                .filter(PatchAttachment::isPatch)
                .toList();
    }

    private static String nameOf(MimePart part) {
        Optional<String> disposition = part.headers()
                .first("Content-Disposition")
                .flatMap(header -> ContentType.parse(header.value()).parameter("filename"));
        return disposition.or(() -> part.contentType().parameter("name")).orElse("");
    }

    private boolean isPatch() {
        String lower = name.toLowerCase(Locale.ROOT);
        ContentType type = part.contentType();
        return type.is("text", "x-patch")
                || type.is("text", "x-diff")
                || lower.endsWith(".patch")
                || lower.endsWith(".diff");
    }

    /**
     * Returns what is in the file.
     *
     * @return the bytes without their transfer encoding: a diff, or a mail with one if {@code git format-patch} wrote the file
     */
    public Bytes content() {
        return part.content();
    }
}
