package io.github.patchwork4j.testing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.testing.internal.text.EncodedWord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One mail as {@code git send-email} writes it. */
final class MailText {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder headers = new StringBuilder();

    MailText(String subject, String messageId, Instant date) {
        header("Subject", word(subject));
        header("Date", DATE.format(date));
        header("Message-Id", "<" + messageId + ">");
    }

    MailText from(String name, String email) {
        String address = "<" + oneLine(email) + ">";
        return header("From", name.isEmpty() ? address : word(name) + " " + address);
    }

    /** Makes it an answer; the id has its brackets. */
    MailText inReplyTo(@Nullable String messageId) {
        return messageId == null ? this : header("In-Reply-To", messageId).header("References", messageId);
    }

    Mail with(String body) {
        header("MIME-Version", "1.0");
        header("Content-Type", "text/plain; charset=UTF-8");
        header("Content-Transfer-Encoding", "8bit");
        return Mail.parse(Bytes.ofUtf8(headers + "\n" + body));
    }

    private MailText header(String name, String value) {
        headers.append(name).append(": ").append(value).append('\n');
        return this;
    }

    /** Encodes what is not plain, such as names that would have to be quoted. */
    private static String word(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 127 && "\"<>@,;\\".indexOf(c) < 0) && !text.contains("=?")
                ? text
                : EncodedWord.encode(text);
    }

    /**
     * Insists on what a header can hold.
     *
     * @throws IllegalArgumentException if the text is empty or has several lines
     */
    static String oneLine(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not one line of text: \"" + text + "\"");
        }
        return text;
    }
}
