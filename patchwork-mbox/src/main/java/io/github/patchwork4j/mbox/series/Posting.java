package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.PatchId;
import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A mail with what its place in a series hangs on. */
final class Posting {
    /** What a mail is in its series. */
    enum Role {
        PATCH,
        COVER,
        /** It asks to pull, and may be the cover letter of the patches that it asks to pull. */
        PULL_REQUEST,
        /** An answer or anything else. */
        OTHER
    }

    private final int place;
    private final PatchMail mail;
    private final SeriesSubject subject;
    private final Optional<MessageId> id;
    private final List<MessageId> parents;
    private final Optional<Instant> date;
    private final String sender;
    private final Role role;

    Posting(int place, PatchMail mail) {
        this.place = place;
        this.mail = mail;
        this.subject = SeriesSubject.parse(mail.mail().subject());
        this.id = mail.mail().messageId();
        this.parents = mail.mail().parents().stream()
                .limit(mail.mail().limits().maxReferences())
                .toList();
        this.date = mail.mail().date().map(when -> when.toInstant());
        this.sender = mail.mail().from().map(Posting::key).orElse("");
        this.role = role();
    }

    /** A list that sends in its own name gives all senders one address. */
    private static String key(MailAddress from) {
        String email = from.email().toLowerCase(Locale.ROOT);
        return from.name().contains(" via ") ? email + " " + from.name() : email;
    }

    private Role role() {
        if (subject.reply()) {
            return Role.OTHER;
        }
        boolean zero = subject.number().orElse(-1) == 0;
        if (mail.diff().isPresent()) {
            boolean comparison =
                    mail.message().contains("nterdiff") || mail.message().contains("ange-diff");
            return zero && comparison ? Role.COVER : Role.PATCH;
        }
        if (zero) {
            return Role.COVER;
        }
        return mail.pullRequest().isPresent() ? Role.PULL_REQUEST : Role.OTHER;
    }

    int place() {
        return place;
    }

    PatchMail mail() {
        return mail;
    }

    SeriesSubject subject() {
        return subject;
    }

    Optional<MessageId> id() {
        return id;
    }

    /** What it answers, the nearest first. */
    List<MessageId> parents() {
        return parents;
    }

    Optional<Instant> date() {
        return date;
    }

    /** Who sent it, to be compared. */
    String sender() {
        return sender;
    }

    Role kind() {
        return role;
    }

    /** Its number; a patch without one is the only one of its series. */
    int number() {
        return role == Role.COVER || role == Role.PULL_REQUEST
                ? 0
                : isNumbered() ? subject.number().orElse(1) : 1;
    }

    int total() {
        return isNumbered() ? subject.total().orElse(1) : role == Role.PATCH ? 1 : 0;
    }

    boolean isNumbered() {
        return subject.total().orElse(0) > 0;
    }

    /** The version as it is written; 1 if it is not. */
    String revision() {
        return subject.revision().orElse("1");
    }

    /** Tells whether two patches change the same, wherever they apply. */
    boolean changesTheSameAs(Posting other) {
        return patchId().isPresent() && patchId().equals(other.patchId());
    }

    private Optional<String> patchId() {
        Bytes diff = mail.diff().orElse(Bytes.EMPTY);
        return PatchId.stable(diff).map(PatchId::hex);
    }
}
