package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import io.github.patchwork4j.mbox.patch.PatchworkIds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the servers take mails in differently. */
enum IntakeRules {
    /** The servers 3.x. */
    PATCHWORK_3 {
        @Override
        Optional<Arrival.Dropped> refusal(Mail mail) {
            return Optional.empty();
        }

        @Override
        String cut(String text) {
            return PatchworkIntake.cut(text);
        }

        @Override
        List<String> parents(Mail mail) {
            return PatchworkIds.references(mail);
        }

        @Override
        boolean isCover(String name, List<String> parents, ServerState state) {
            return parents.isEmpty() || state.coversNamed(name) == 0;
        }

        @Override
        boolean joinsWithoutNumber() {
            return false;
        }

        @Override
        boolean takes(long series, SeriesMarkers markers, ServerState state) {
            return true;
        }

        @Override
        Optional<Long> coverLike(SeriesMarkers markers, ServerState state) {
            return Optional.empty();
        }
    },

    /** The server 4.0. */
    PATCHWORK_4 {
        @Override
        Optional<Arrival.Dropped> refusal(Mail mail) {
            String answered = text(mail, "Auto-Submitted").toLowerCase(Locale.ROOT);
            if (answered.equals("auto-generated") || answered.equals("auto-replied")) {
                return Optional.of(new Arrival.Dropped(Arrival.Reason.HINT, "its Auto-Submitted is " + answered));
            }
            String msgid = text(mail, "Message-Id");
            return msgid.startsWith("<") && msgid.endsWith(">")
                    ? Optional.empty()
                    : Optional.of(new Arrival.Dropped(Arrival.Reason.HEADERS, "its Message-Id has no angle brackets"));
        }

        @Override
        String cut(String text) {
            return text;
        }

        @Override
        List<String> parents(Mail mail) {
            return Stream.concat(mail.inReplyTo().stream(), mail.references().stream())
                    .distinct()
                    .map(MessageId::toString)
                    .toList();
        }

        @Override
        boolean isCover(String name, List<String> parents, ServerState state) {
            return true;
        }

        @Override
        boolean joinsWithoutNumber() {
            return true;
        }

        @Override
        boolean takes(long series, SeriesMarkers markers, ServerState state) {
            return state.hasMarkers(series, markers);
        }

        @Override
        Optional<Long> coverLike(SeriesMarkers markers, ServerState state) {
            return state.seriesLike(markers).findFirst();
        }

        private String text(Mail mail, String header) {
            return mail.headers().first(header).map(MailHeader::text).orElse("").strip();
        }
    };

    /** Says why a mail is not taken that has all it needs. */
    abstract Optional<Arrival.Dropped> refusal(Mail mail);

    /** Cuts a message id or a name as the server does before it stores it or looks for it. */
    abstract String cut(String text);

    /** The mails that a mail answers, the one that counts most first. */
    abstract List<String> parents(Mail mail);

    /** Tells whether what looks like a cover letter is one, and not an answer to one. */
    abstract boolean isCover(String name, List<String> parents, ServerState state);

    /** Tells whether a patch without a number looks for a series as {@code 1/1} does. */
    abstract boolean joinsWithoutNumber();

    /** Tells whether a series that a reference leads to takes a mail with these markers. */
    abstract boolean takes(long series, SeriesMarkers markers, ServerState state);

    /** Finds a series for a cover letter that nothing refers to; the cover letter which that has is replaced. */
    abstract Optional<Long> coverLike(SeriesMarkers markers, ServerState state);
}
