package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail: its headers and its MIME parts, as views of the bytes it was parsed from. Immutable.
 *
 * <p>Nothing in it throws on odd input. Where a header that should be there once is there more often, the first counts
 * here, as for Python and Patchwork; {@link #headers()} has all of them.
 */
public final class Mail {
    private final Bytes raw;
    private final Limits limits;
    private final MailHeaders headers;
    private final MimePart body;
    private final List<Diagnostic> diagnostics;

    private Mail(Bytes raw, Limits limits, MailHeaders headers, MimePart body, List<Diagnostic> diagnostics) {
        this.raw = raw;
        this.limits = limits;
        this.headers = headers;
        this.body = body;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Parses a mail within {@link Limits#UNTRUSTED}.
     *
     * @param raw the bytes; an envelope line before the headers is skipped, and so is white space before them
     * @return the mail
     */
    public static Mail parse(Bytes raw) {
        return parse(raw, Limits.UNTRUSTED);
    }

    /**
     * Parses a mail.
     *
     * @param raw the bytes; an envelope line before the headers is skipped, and so is white space before them
     * @param limits the bounds
     * @return the mail
     */
    public static Mail parse(Bytes raw, Limits limits) {
        int start = 0;
        while (start < raw.length() && Ascii.isSpace(raw.at(start))) {
            start++;
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        HeaderBlock block = HeaderBlock.read(raw, start, limits, diagnostics, (from, to) -> false);
        MimePart body = MimeTree.read(raw, block.headers(), block.bodyStart(), limits, diagnostics);
        return new Mail(raw, limits, block.headers(), body, diagnostics);
    }

    /**
     * Parses a mail as Python's package {@code email} does in its standard policy, with which a Patchwork server reads mails. Each CR ends
     * a line; headers go on behind lines of white space and end at {@code >From }; what stands in a mail in the mail is read as part of the
     * whole, encoded or not; {@link MailHeader#text()}, and what is made of it here, is the text that the server gets.
     *
     * @param raw the bytes; an envelope line before the headers is skipped
     * @param limits the bounds
     * @return the mail; its {@link #raw()} has LF for every end of a line
     */
    public static Mail parseAsPython(Bytes raw, Limits limits) {
        boolean hasCr = raw.indexOf((byte) '\r', 0) >= 0;
        Bytes lines = hasCr
                ? Bytes.of(
                        raw.latin1().replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.ISO_8859_1))
                : raw;
        List<Diagnostic> diagnostics = new ArrayList<>();
        MimePart body = PythonTree.read(lines, limits, diagnostics);
        return new Mail(lines, limits, body.headers(), body, diagnostics);
    }

    /**
     * Returns the bytes that were parsed.
     *
     * @return all of them, unchanged
     */
    public Bytes raw() {
        return raw;
    }

    /**
     * Returns the bounds that it was parsed with.
     *
     * @return the limits
     */
    public Limits limits() {
        return limits;
    }

    /**
     * Returns the headers.
     *
     * @return those before the body, in their order
     */
    public MailHeaders headers() {
        return headers;
    }

    /**
     * Returns the body, the root of the MIME parts.
     *
     * @return the body, perhaps empty
     */
    public MimePart body() {
        return body;
    }

    /**
     * Returns the subject.
     *
     * @return the decoded text; empty if there is no subject
     */
    public String subject() {
        return text("Subject");
    }

    private String text(String name) {
        return headers.first(name).map(MailHeader::text).orElse("");
    }

    /**
     * Returns the sender, the first address in From.
     *
     * @return the address, if there is one
     */
    public Optional<MailAddress> from() {
        return addresses("From").stream().findFirst();
    }

    /**
     * Returns the addresses in all headers of a name, such as To or Cc.
     *
     * @param name the header's name
     * @return the addresses, in their order
     */
    public List<MailAddress> addresses(String name) {
        return headers.all(name).stream()
                .flatMap(header -> MailAddress.parseList(header.value()).stream())
                .toList();
    }

    /**
     * Returns when the mail was written, by its Date header.
     *
     * @return the date; empty if there is none or it is absurd
     */
    public Optional<OffsetDateTime> date() {
        return headers.first("Date").flatMap(header -> MailDate.parse(header.text()));
    }

    /**
     * Returns the mail's id: the first {@code <...>} in Message-Id, or else all of that header.
     *
     * @return the id, if there is one
     */
    public Optional<MessageId> messageId() {
        return MessageIds.first(text("Message-Id"));
    }

    /**
     * Returns the mail that this one answers, by In-Reply-To.
     *
     * @return the id, if there is one
     */
    public Optional<MessageId> inReplyTo() {
        return MessageIds.first(text("In-Reply-To"));
    }

    /**
     * Returns what the References headers hold.
     *
     * @return the ids in the order of the mail: the oldest first
     */
    public List<MessageId> references() {
        return headers.all("References").stream()
                .flatMap(header -> MessageIds.bracketed(header.text()).stream())
                .toList();
    }

    /**
     * Returns the mails that this one hangs below, the nearest first, as Patchwork looks for them: In-Reply-To, then each References
     * header from its end.
     *
     * @return the ids, each once
     */
    public List<MessageId> parents() {
        return MessageIds.parents(headers);
    }

    /**
     * Tells what was broken or cut, and which headers may deceive: those that are there more often than they should be, and names and
     * subjects with hidden characters. Offsets count from the beginning of {@link #raw()}.
     *
     * @return the diagnostics, mostly none; headers are looked at anew on each call
     */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(HeaderDoubts.of(headers));
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return "Mail[" + messageId().map(MessageId::bracketed).orElse("no id") + ", " + subject() + "]";
    }
}
