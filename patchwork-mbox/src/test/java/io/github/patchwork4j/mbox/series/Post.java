package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A mail to a list, put together for a test. */
record Post(String id, String subject, String from, Instant date, String parent, List<String> references, String body) {
    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static final String INES = "Ines Okafor <ines@example.org>";

    private static final String DIFF = """
            ---
            diff --git a/kettle.c b/kettle.c
            --- a/kettle.c
            +++ b/kettle.c
            @@ -1 +1 @@
            -cold
            +%s
            """;

    /** A mail with nothing but text, of a number of minutes after noon. */
    static Post text(String id, String subject, int minute) {
        return new Post(id, subject, INES, NOON.plusSeconds(60L * minute), "", List.of(), "Hello.\n");
    }

    /** A mail with a diff. */
    static Post patch(String id, String subject, int minute) {
        return text(id, subject, minute).adding(id);
    }

    /** The mail with a diff that adds a line. */
    Post adding(String line) {
        return body("Boil.\n" + DIFF.formatted(line));
    }

    Post from(String sender) {
        return new Post(id, subject, sender, date, parent, references, body);
    }

    Post at(Instant when) {
        return new Post(id, subject, from, when, parent, references, body);
    }

    /** Answers the last of a chain of mails. */
    Post to(String... chain) {
        return new Post(id, subject, from, date, chain[chain.length - 1], List.of(chain), body);
    }

    Post body(String text) {
        return new Post(id, subject, from, date, parent, references, text);
    }

    Mail mail() {
        StringBuilder text = new StringBuilder();
        text.append("From: ").append(from).append('\n');
        text.append("Subject: ").append(subject).append('\n');
        text.append("Message-Id: <").append(id).append("@example.org>\n");
        text.append("Date: ")
                .append(DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ROOT)
                        .format(date.atOffset(ZoneOffset.UTC)));
        if (!parent.isEmpty()) {
            text.append("\nIn-Reply-To: <").append(parent).append("@example.org>\nReferences:");
            references.forEach(reference -> text.append(" <").append(reference).append("@example.org>"));
        }
        return Mail.parse(Bytes.ofUtf8(text + "\n\n" + body));
    }

    PatchMail patchwork() {
        return PatchMail.of(mail(), Dialect.PATCHWORK);
    }
}
