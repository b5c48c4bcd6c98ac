package io.github.patchwork4j.fuzzing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import io.github.patchwork4j.mbox.mail.MimePart;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.GitOptions;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.util.List;

/** Reads a mail in both dialects, with every option of git's. */
public final class MailTarget {
    private MailTarget() {}

    /**
     * Called by the fuzzer.
     *
     * @param data a mail; its length selects git's options
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Bytes input = Bytes.of(data);
        GitOptions options = options(data.length);
        Promise.allocatesLinearly(data.length, 600, () -> {
            Mail mail = Mail.parse(input);
            look(mail);
            read(PatchMail.of(mail, options));
            read(PatchMail.of(mail, Dialect.PATCHWORK));
            read(PatchMail.patchwork(mail, List.of("kettle")));
        });
        Mail mail = Mail.parse(input);
        Promise.equal(mail.raw(), input, "raw bytes");
        for (MailHeader header : mail.headers()) {
            Promise.standsAt(input, header.offset(), header.raw(), "header");
        }
        for (MimePart part : mail.body().walk()) {
            Promise.standsAt(input, part.bodyOffset(), part.rawBody(), "part");
            Promise.standsAt(input, part.bodyOffset(), part.body(), "part");
            for (MailHeader header : part.headers()) {
                Promise.standsAt(input, header.offset(), header.raw(), "header of a part");
            }
        }
        for (Diagnostic diagnostic : mail.diagnostics()) {
            Promise.holds(diagnostic.offset() >= 0 && diagnostic.offset() <= data.length, diagnostic.toString());
        }
    }

    static GitOptions options(int bits) {
        GitOptions options = GitOptions.DEFAULT;
        options = (bits & 1) == 0 ? options : options.withScissors();
        options = (bits & 2) == 0 ? options : options.withKeptSubject();
        options = (bits & 4) == 0 ? options : options.withKeptBrackets();
        options = (bits & 8) == 0 ? options : options.withoutInBodyHeaders();
        options = (bits & 16) == 0 ? options : options.withMessageId();
        return (bits & 32) == 0 ? options : options.withBugsOfGit();
    }

    private static void look(Mail mail) {
        mail.subject();
        mail.from();
        mail.addresses("Cc");
        mail.date();
        mail.messageId();
        mail.inReplyTo();
        mail.references();
        mail.parents();
        for (MimePart part : mail.body().walk()) {
            part.text();
        }
    }

    private static void read(PatchMail mail) {
        Promise.holds(!mail.reason().isEmpty(), "no reason for " + mail.kind());
        mail.author();
        mail.date();
        mail.message();
        mail.notes();
        mail.patchText();
        mail.trailers();
        mail.pullRequest();
        Promise.equal(mail.hash().isPresent(), mail.diff().isPresent(), "a hash without a diff");
        mail.mailInfo().ifPresent(info -> {
            Promise.holds(info.info().length() > 0, "no info");
            info.message();
            info.patch();
        });
    }
}
