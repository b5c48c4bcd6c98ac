package io.github.patchwork4j.fuzzing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.edit.MailEdit;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import io.github.patchwork4j.mbox.patch.Trailer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Changes headers and adds trailers: what was written is read again, and nothing else has changed. */
public final class EditTarget {
    private static final Trailer TRAILER = new Trailer("Reviewed-by", "Zoë Bauer <zoe@example.org>");

    private EditTarget() {}

    /**
     * Called by the fuzzer.
     *
     * @param data a line that becomes a header's value, and a mail
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Bytes input = Bytes.of(data);
        int lineEnd = input.indexOf((byte) '\n', 0);
        int split = lineEnd < 0 ? 0 : lineEnd;
        String value = new String(data, 0, split, StandardCharsets.UTF_8);
        Mail mail = Mail.parse(input.slice(lineEnd < 0 ? 0 : lineEnd + 1, input.length()));
        Promise.equal(MailEdit.of(mail).toBytes(), mail.raw(), "unchanged mail");
        Promise.allocatesLinearly(data.length, 2000, () -> {
            header(mail, value);
            trailer(mail);
        });
    }

    private static void header(Mail mail, String value) {
        Mail changed;
        try {
            changed = MailEdit.of(mail).withHeader("X-Kettle", value).toMail();
        } catch (IllegalArgumentException e) {
            Promise.holds(value.chars().anyMatch(c -> c == '\r' || c == 0), "refused: " + e.getMessage());
            return;
        }
        List<MailHeader> written = changed.headers().all("X-Kettle");
        Promise.equal(written.size(), 1, "headers of the name");
        Promise.equal(raws(changed), raws(mail), "other headers");
        Promise.equal(text(changed), text(mail), "body");
        Mail without = MailEdit.of(changed).withoutHeader("X-Kettle").toMail();
        // Without any header, a text may begin with lines that look like some.
        Promise.holds(raws(mail).isEmpty() || raws(without).equals(raws(mail)), "other headers when it is gone again");
    }

    /** The body; white space before the first header, which belongs to no part, may have come to it. */
    private static String text(Mail mail) {
        return mail.body().rawBody().latin1().stripLeading();
    }

    private static List<String> raws(Mail mail) {
        return mail.headers().list().stream()
                .filter(header -> !header.name().equalsIgnoreCase("X-Kettle"))
                .map(header -> withLineEnd(header.raw().latin1()))
                .toList();
    }

    /** A header that ended the mail gets a line end when others follow. */
    private static String withLineEnd(String header) {
        return header.stripTrailing() + "\n";
    }

    private static void trailer(Mail mail) {
        MailEdit edit;
        try {
            edit = MailEdit.of(mail).withTrailer(TRAILER);
        } catch (IllegalArgumentException e) {
            return;
        }
        Mail changed = edit.toMail();
        Promise.holds(
                changed.body().walk().stream()
                        .anyMatch(part -> part.text().toLowerCase(Locale.ROOT).contains("bauer <zoe@example.org>")),
                "a trailer that is not there");
        Promise.equal(
                changed.headers().all("Subject").size(),
                mail.headers().all("Subject").size(),
                "subjects");
    }
}
