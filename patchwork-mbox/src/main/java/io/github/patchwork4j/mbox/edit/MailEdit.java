package io.github.patchwork4j.mbox.edit;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Trailer;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail with changed headers and more trailers: the bytes of the mail it was made from, but for what is changed. Immutable.
 *
 * <pre>{@code
 * Bytes changed = MailEdit.of(mail)
 *         .withHeader("Subject", "[PATCH v2] " + name)
 *         .withTrailer(new Trailer("Reviewed-by", "Zoë Example <zoe@example.org>"))
 *         .toBytes();
 * }</pre>
 *
 * <p>No name, value or trailer can smuggle in a header or a line of its own: CR, LF and NUL are refused. New lines end as the mail's first
 * one does.
 */
public final class MailEdit {
    /** A change to the headers. */
    private interface HeaderStep {
        void apply(HeaderLines lines);
    }

    private final Mail mail;
    private final List<HeaderStep> steps;
    private final List<Trailer> trailers;

    private MailEdit(Mail mail, List<HeaderStep> steps, List<Trailer> trailers) {
        this.mail = mail;
        this.steps = steps;
        this.trailers = trailers;
    }

    /**
     * Begins with a mail as it is.
     *
     * @param mail the mail
     * @return an edit without changes
     */
    public static MailEdit of(Mail mail) {
        return new MailEdit(mail, List.of(), List.of());
    }

    /**
     * Replaces all headers of a name by one, which stands where the first of them stood, or else behind the last header.
     *
     * @param name the name
     * @param value the value as text; what is not ASCII is encoded (RFC 2047), in address headers only in the names
     * @return a new edit
     * @throws IllegalArgumentException if the name is no header's name, if the value has a CR, LF or NUL, or if it is not
     *     ASCII where a header must be
     */
    public MailEdit withHeader(String name, String value) {
        Bytes header = HeaderText.of(name, value, lineEnd());
        return with(lines -> lines.replace(name, header));
    }

    /**
     * Adds a header behind the others.
     *
     * @param name the name
     * @param value the value as text, written as by {@link #withHeader}
     * @return a new edit
     * @throws IllegalArgumentException as {@link #withHeader}
     */
    public MailEdit withAddedHeader(String name, String value) {
        Bytes header = HeaderText.of(name, value, lineEnd());
        return with(lines -> lines.add(name, header));
    }

    /**
     * Removes all headers of a name.
     *
     * @param name the name
     * @return a new edit
     * @throws IllegalArgumentException if the name is no header's name
     */
    public MailEdit withoutHeader(String name) {
        HeaderText.checkName(name);
        return with(lines -> lines.remove(name));
    }

    private MailEdit with(HeaderStep step) {
        List<HeaderStep> more = new ArrayList<>(steps);
        more.add(step);
        return new MailEdit(mail, List.copyOf(more), trailers);
    }

    /**
     * Adds a trailer to the message, where {@code git interpret-trailers} would; see {@link Trailer#addTo}.
     *
     * <p>The message is that of the first part of plain text. If the trailer cannot be written in its charset, the message becomes UTF-8,
     * but the patch behind it keeps its bytes, as git reads them. A signed mail (RFC 1847) is no longer signed then, and becomes
     * {@code multipart/mixed}. A Content-Length follows.
     *
     * @param trailer the trailer
     * @return a new edit
     * @throws IllegalArgumentException if it is no trailer, as {@link Trailer#addTo} says, or the mail has no headers or no
     *     part of plain text
     */
    public MailEdit withTrailer(Trailer trailer) {
        Trailer.addTo("", List.of(trailer));
        TrailerEdit.textPart(mail);
        List<Trailer> more = new ArrayList<>(trailers);
        more.add(trailer);
        return new MailEdit(mail, steps, List.copyOf(more));
    }

    private String lineEnd() {
        int end = mail.raw().indexOf((byte) '\n', 0);
        return end > 0 && mail.raw().at(end - 1) == '\r' ? "\r\n" : "\n";
    }

    /**
     * Returns the mail with the changes.
     *
     * @return its bytes; those of the mail itself if nothing was changed
     */
    public Bytes toBytes() {
        Bytes bytes = mail.raw();
        if (!trailers.isEmpty()) {
            bytes = new TrailerEdit(mail, trailers, lineEnd()).apply();
        }
        if (!steps.isEmpty()) {
            HeaderLines lines = HeaderLines.of(bytes, lineEnd());
            steps.forEach(step -> step.apply(lines));
            bytes = lines.toBytes();
        }
        return bytes;
    }

    /**
     * Returns the mail with the changes.
     *
     * @return {@link #toBytes()}, parsed within the limits of the mail it was made from
     */
    public Mail toMail() {
        return Mail.parse(toBytes(), mail.limits());
    }

    @Override
    public String toString() {
        return "MailEdit[" + mail + ", " + steps.size() + " headers, " + trailers + "]";
    }
}
