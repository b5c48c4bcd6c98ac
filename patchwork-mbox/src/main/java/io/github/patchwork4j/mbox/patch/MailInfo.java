package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.Charsets;
import io.github.patchwork4j.mbox.internal.GitTransfer;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code git mailinfo} writes about a mail, byte for byte, save for what {@link GitOptions} lists: its standard
 * output, its message and its patch.
 *
 * <p>git converts encoded words and messages of a known charset to UTF-8 and leaves all other bytes alone, so nothing here
 * need be UTF-8.
 */
public final class MailInfo {
    private final GitOptions options;
    private final GitParts parts;

    private MailInfo(Mail mail, GitOptions options) {
        this.options = options;
        this.parts = options.bugsOfGit() ? GitReplica.of(mail.raw(), options) : GitText.of(mail, options);
    }

    static MailInfo of(Mail mail, GitOptions options) {
        return new MailInfo(mail, options);
    }

    /**
     * Returns what git writes to its standard output: the lines Author, Email, Subject and Date, each if the mail has it, and an
     * empty line. A Date that stands in the message ends with a space, and a Subject there with {@code -k} is followed by
     * an empty one, as git has them.
     *
     * @return the bytes
     */
    public Bytes info() {
        if (parts.silent()) {
            return Bytes.EMPTY;
        }
        StringBuilder out = new StringBuilder();
        rawAuthor()
                .ifPresent(author -> out.append("Author: ")
                        .append(author.name())
                        .append("\nEmail: ")
                        .append(author.email())
                        .append('\n'));
        header("Subject").ifPresent(value -> {
            for (String line : GitTitle.of(value, options).split("\n", -1)) {
                out.append("Subject: ").append(line).append('\n');
            }
        });
        header("Date")
                .ifPresent(value ->
                        out.append("Date: ").append(GitSpace.squeezed(value)).append('\n'));
        return bytes(out.append('\n').toString());
    }

    /**
     * Returns the message as git writes it to its first file.
     *
     * @return the bytes
     */
    public Bytes message() {
        return parts.message();
    }

    /**
     * Returns the patch as git writes it to its second file: all from the line that ends the message.
     *
     * @return the bytes; empty if there is no patch
     */
    public Bytes patch() {
        return parts.patch();
    }

    /** The subject as the mail has it, decoded; empty if there is none. */
    String subject() {
        return GitSpace.trimmed(header("Subject").map(MailInfo::decoded).orElse(""));
    }

    /** The date's text, from the message or the headers. */
    String date() {
        return header("Date").map(GitSpace::trimmed).orElse("");
    }

    Optional<MailAddress> author() {
        return rawAuthor().map(raw -> new MailAddress(decoded(raw.name()), decoded(raw.email())));
    }

    private Optional<MailAddress> rawAuthor() {
        return header("From").map(GitAuthor::of);
    }

    /**
     * Tells whether git gives up on the mail, after it has written as much as is here.
     *
     * @return whether it does; never unless {@link GitOptions#bugsOfGit()} is asked for
     */
    public boolean refused() {
        return parts.refused()
                || (options.bugsOfGit()
                        && InBodyHeaders.NAMES.stream()
                                .flatMap(name -> parts.header(name).stream())
                                .anyMatch(value -> value.indexOf((byte) 0, 0) >= 0));
    }

    GitOptions options() {
        return options;
    }

    /** Whether a line of the content ends in CR and LF, and git would warn of it. */
    boolean warnsOfCr() {
        return options.quotedCr() == QuotedCr.WARN && parts.quotedCr();
    }

    /** The message as text: UTF-8, or else each line guessed on its own, because each came as it was. */
    String messageText() {
        Bytes message = parts.message();
        Optional<String> utf8 = Charsets.strict(message, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        StringBuilder out = new StringBuilder(message.length());
        int at = 0;
        while (at < message.length()) {
            int end = Ascii.lineEnd(message, at);
            out.append(Charsets.guess(message.slice(at, end)));
            at = end;
        }
        return out.toString();
    }

    /** The value of a header that counts, one char for each byte: in the message, in the headers, or in those of a part. */
    private Optional<String> header(String name) {
        return parts.header(name.toLowerCase(Locale.ROOT))
                .map(value -> options.bugsOfGit() ? GitTransfer.untilNul(value) : value)
                .map(Bytes::latin1);
    }

    private static Bytes bytes(String latin1) {
        return Bytes.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String decoded(String latin1) {
        return Charsets.guess(bytes(latin1));
    }

    @Override
    public String toString() {
        return "MailInfo[" + subject() + "]";
    }
}
