package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.Charsets;
import io.github.patchwork4j.mbox.internal.TransferDecoder;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A mail's body, or a part of it (RFC 2045 and 2046): a leaf with content, or a multipart with parts. */
public final class MimePart {
    private final MailHeaders headers;
    private final ContentType contentType;
    private final Bytes mail;
    private final int bodyStart;
    private final List<MimePart> parts = new ArrayList<>();
    private Bytes lead = Bytes.EMPTY;
    private int bodyEnd;
    private int contentEnd;

    MimePart(MailHeaders headers, ContentType contentType, Bytes mail, int bodyStart) {
        this.headers = headers;
        this.contentType = contentType;
        this.mail = mail;
        this.bodyStart = bodyStart;
        this.bodyEnd = mail.length();
        this.contentEnd = mail.length();
    }

    void add(MimePart part) {
        parts.add(part);
    }

    /** Puts a line before the body that stands elsewhere. */
    void lead(Bytes line) {
        lead = line;
    }

    void endBody(int end) {
        bodyEnd = Math.max(end, bodyStart);
        contentEnd = bodyEnd;
    }

    /** Gives the last line end to the boundary behind it. */
    void dropLineEnd() {
        if (contentEnd > bodyStart && mail.at(contentEnd - 1) == '\n') {
            boolean pair = contentEnd - 1 > bodyStart && mail.at(contentEnd - 2) == '\r';
            contentEnd -= pair ? 2 : 1;
        } else if (contentEnd == bodyStart && !lead.isEmpty() && lead.at(lead.length() - 1) == '\n') {
            lead = lead.slice(0, lead.length() - 1);
        }
    }

    /**
     * Returns the part's own headers; those of the mail for its root.
     *
     * @return the headers
     */
    public MailHeaders headers() {
        return headers;
    }

    /**
     * Returns what the part is: what it says, or what one that says nothing usable is by the standard.
     *
     * @return the content type
     */
    public ContentType contentType() {
        return contentType;
    }

    /**
     * Returns the parts of a multipart.
     *
     * @return its direct parts; empty for a leaf
     */
    public List<MimePart> parts() {
        return Collections.unmodifiableList(parts);
    }

    /**
     * Returns this part and all below it, each before its own parts, as Python's {@code walk} does; takes no stack.
     *
     * @return the parts
     */
    public List<MimePart> walk() {
        List<MimePart> walked = new ArrayList<>();
        Deque<MimePart> open = new ArrayDeque<>();
        open.push(this);
        while (!open.isEmpty()) {
            MimePart part = open.pop();
            walked.add(part);
            for (int i = part.parts.size() - 1; i >= 0; i--) {
                open.push(part.parts.get(i));
            }
        }
        return walked;
    }

    /**
     * Returns where the body begins.
     *
     * @return the offset from the beginning of the mail, in bytes
     */
    public int bodyOffset() {
        return bodyStart;
    }

    /**
     * Returns the body as it stands in the mail, up to the boundary line, together with the line end before it.
     *
     * @return a slice of the mail, still encoded
     */
    public Bytes rawBody() {
        return mail.slice(bodyStart, bodyEnd);
    }

    /**
     * Returns the body as it stands in the mail, without the line end that belongs to the boundary (RFC 2046, section
     * 5.1.1).
     *
     * @return a slice of the mail, still encoded
     */
    public Bytes body() {
        Bytes body = mail.slice(bodyStart, contentEnd);
        if (lead.isEmpty()) {
            return body;
        }
        ByteSink joined = new ByteSink(lead.length() + body.length());
        joined.write(lead);
        joined.write(body);
        return joined.toBytes();
    }

    /**
     * Returns how the body is encoded.
     *
     * @return the value of Content-Transfer-Encoding in lower case; empty if there is none
     */
    public String transferEncoding() {
        return headers.first("Content-Transfer-Encoding")
                .map(header -> Ascii.trim(header.value()).latin1().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /**
     * Returns the content without its transfer encoding; an unknown encoding counts as none.
     *
     * @return a slice of the mail if it was not encoded, else new bytes on each call
     */
    public Bytes content() {
        return decoded(body());
    }

    /**
     * Undoes this part's transfer encoding.
     *
     * @param encoded {@link #body()}, {@link #rawBody()} or a part of them
     * @return the decoded bytes, or the given ones if nothing is to be done
     */
    public Bytes decoded(Bytes encoded) {
        return switch (transferEncoding()) {
            case "quoted-printable" -> TransferDecoder.quotedPrintable(encoded);
            case "base64" -> TransferDecoder.base64(encoded);
            default -> encoded;
        };
    }

    /**
     * Returns the charset that the part declares.
     *
     * @return the charset; empty if none is declared or Java does not know it
     */
    public Optional<Charset> charset() {
        return contentType.parameter("charset").flatMap(Charsets::find);
    }

    /**
     * Returns the content as text: in its charset, or if that is unknown or wrong in the first of UTF-8, windows-1252
     * and ISO-8859-1 that fits.
     *
     * @return the text, decoded anew on each call
     */
    public String text() {
        Bytes content = content();
        return charset().flatMap(known -> Charsets.strict(content, known)).orElseGet(() -> Charsets.guess(content));
    }

    @Override
    public String toString() {
        return "MimePart[" + contentType.type() + "/" + contentType.subtype() + ", " + parts.size() + " parts, "
                + rawBody().length() + " bytes]";
    }
}
