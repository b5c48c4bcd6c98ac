package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Finds what in well-formed headers may deceive: a header that should be there once and is there again, and hidden characters. */
final class HeaderDoubts {
    /** What a mail has at most once (RFC 5322, section 3.6; RFC 2045, section 3). */
    private static final List<String> SINGLE = List.of(
            "From",
            "Sender",
            "Reply-To",
            "To",
            "Cc",
            "Date",
            "Subject",
            "Message-Id",
            "In-Reply-To",
            "References",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding");

    private static final List<String> SHOWN = List.of("From", "Sender", "Reply-To", "Subject");

    private HeaderDoubts() {}

    static List<Diagnostic> of(MailHeaders headers) {
        List<Diagnostic> found = new ArrayList<>();
        for (String name : SINGLE) {
            List<MailHeader> all = headers.all(name);
            if (all.size() > 1) {
                report(found, Diagnostic.Kind.MALFORMED_HEADER, all.get(1), all.size() + " times there: " + name);
            }
        }
        for (String name : SHOWN) {
            for (MailHeader header : headers.all(name)) {
                String text = header.text();
                int hidden = DisplayText.hidden(text, 0);
                if (hidden >= 0) {
                    String character = DisplayText.of(text.substring(hidden, text.offsetByCodePoints(hidden, 1)));
                    report(found, Diagnostic.Kind.HIDDEN_CHARACTER, header, name + " holds " + character);
                }
            }
        }
        return found;
    }

    private static void report(List<Diagnostic> found, Diagnostic.Kind kind, MailHeader header, String message) {
        found.add(new Diagnostic(kind, header.offset(), message));
    }
}
