package io.github.patchwork4j.mbox.edit;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.Charsets;
import io.github.patchwork4j.mbox.internal.PatchBreak;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import io.github.patchwork4j.mbox.mail.MailHeaders;
import io.github.patchwork4j.mbox.mail.MimePart;
import io.github.patchwork4j.mbox.patch.Trailer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Adds trailers to the text part of a mail, and changes the headers that would be wrong then. */
final class TrailerEdit {
    /** Stands for the title, which is in a header. */
    private static final String TITLE = "t\n\n";

    /** A piece of the mail that gives way to another. */
    private record Change(int from, int to, Bytes with) {}

    private final Mail mail;
    private final List<Trailer> trailers;
    private final String lineEnd;
    private final MimePart part;
    private final List<Change> changes = new ArrayList<>();

    TrailerEdit(Mail mail, List<Trailer> trailers, String lineEnd) {
        this.mail = Mail.parse(mail.raw(), HeaderLines.ALL_HEADERS);
        this.trailers = trailers;
        this.lineEnd = lineEnd;
        this.part = textPart(this.mail);
    }

    /** The first leaf of plain text; a message without headers would be read as headers once there is a trailer in it. */
    static MimePart textPart(Mail mail) {
        if (mail.headers().list().isEmpty()) {
            throw new IllegalArgumentException("mail has no headers: " + mail);
        }
        for (MimePart part : mail.body().walk()) {
            boolean plain = part.contentType().type().equals("text")
                    && part.contentType().subtype().equals("plain");
            if (part.parts().isEmpty() && plain) {
                return part;
            }
        }
        throw new IllegalArgumentException("mail has no part of plain text for a trailer: " + mail);
    }

    Bytes apply() {
        Bytes text = part.content();
        int messageEnd = PatchBreak.find(text);
        Bytes message = text.slice(0, messageEnd);
        Bytes patch = text.slice(messageEnd, text.length());
        Charset own = declared().orElse(StandardCharsets.UTF_8);
        boolean fits = declared().isPresent()
                ? trailers.stream().allMatch(trailer -> own.newEncoder().canEncode(trailer.value()))
                : Charsets.strict(message, StandardCharsets.UTF_8).isPresent();
        Charset charset = fits ? own : StandardCharsets.UTF_8;
        boolean ascii = trailers.stream()
                .allMatch(trailer -> Bytes.ofUtf8(trailer.value()).isAscii());
        if (!ascii && (declared().isEmpty() || !fits)) {
            message = fits ? message : Bytes.ofUtf8(decoded(message));
            declareUtf8();
        }
        Bytes changed = added(message, ascii ? StandardCharsets.UTF_8 : charset);
        if (changed.equals(message)) {
            return mail.raw();
        }
        ByteSink whole = new ByteSink(changed.length() + patch.length());
        whole.write(changed);
        whole.write(patch);
        replaceBody(whole.toBytes());
        unsign();
        correctLength();
        return changed();
    }

    /** The charset of the part if it says more than that it is ASCII. */
    private Optional<Charset> declared() {
        return part.charset().filter(charset -> !charset.equals(StandardCharsets.US_ASCII) && charset.canEncode());
    }

    private String decoded(Bytes message) {
        return declared()
                .flatMap(charset -> Charsets.strict(message, charset))
                .orElseGet(() -> Charsets.guess(message));
    }

    /** Every byte is taken for one character, so that the message keeps bytes of any charset. */
    private Bytes added(Bytes message, Charset charset) {
        List<Trailer> encoded = new ArrayList<>();
        for (Trailer trailer : trailers) {
            encoded.add(new Trailer(
                    trailer.key(), Bytes.of(trailer.value().getBytes(charset)).latin1()));
        }
        int firstEnd = message.indexOf((byte) '\n', 0);
        boolean crlf = firstEnd < 0 ? lineEnd.length() > 1 : firstEnd > 0 && message.at(firstEnd - 1) == '\r';
        String title = crlf ? TITLE.replace("\n", "\r\n") : TITLE;
        String whole = Trailer.addTo(title + message.latin1(), encoded).substring(title.length());
        return Bytes.of(whole.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void declareUtf8() {
        MailHeaders headers = part.headers();
        String type = "text/plain; charset=UTF-8";
        Optional<MailHeader> contentType = headers.first("Content-Type");
        if (contentType.isPresent()) {
            replace(contentType.get(), "Content-Type", type + parameter("format") + parameter("delsp"));
        } else {
            insert("Content-Type", type);
        }
        if (!isEncoded()) {
            Optional<MailHeader> encoding = headers.first("Content-Transfer-Encoding");
            if (encoding.isPresent()) {
                replace(encoding.get(), "Content-Transfer-Encoding", "8bit");
            } else {
                insert("Content-Transfer-Encoding", "8bit");
            }
        }
        if (part == mail.body() && headers.first("MIME-Version").isEmpty()) {
            insert("MIME-Version", "1.0");
        }
    }

    private String parameter(String name) {
        return part.contentType()
                .parameter(name)
                .filter(value -> value.chars().allMatch(Ascii::isLetter))
                .map(value -> "; " + name + "=" + value)
                .orElse("");
    }

    private boolean isEncoded() {
        return switch (part.transferEncoding()) {
            case "quoted-printable", "base64" -> true;
            default -> false;
        };
    }

    private void replaceBody(Bytes text) {
        Bytes body = switch (part.transferEncoding()) {
            case "quoted-printable" -> QuotedPrintable.encode(text, lineEnd);
            case "base64" -> base64(text);
            default -> text;
        };
        int from = part.bodyOffset();
        // What follows the headers without an empty line would be one of them.
        boolean open = mail.raw().at(from - 1) != '\n';
        String apart = emptyLineBefore(from) > 0 ? "" : open ? lineEnd + lineEnd : lineEnd;
        changes.add(new Change(from, from, Bytes.ofUtf8(apart)));
        changes.add(new Change(from, from + part.body().length(), body));
    }

    /** How long the empty line is that ends at a place; 0 if there is none. */
    private int emptyLineBefore(int end) {
        Bytes raw = mail.raw();
        if (end == 0 || raw.at(end - 1) != '\n') {
            return 0;
        }
        int length = end > 1 && raw.at(end - 2) == '\r' ? 2 : 1;
        return end == length || raw.at(end - length - 1) == '\n' ? length : 0;
    }

    private void correctLength() {
        int bodyStart = mail.body().bodyOffset();
        int length = mail.raw().length() - bodyStart;
        for (Change change : changes) {
            length += change.from() < bodyStart ? 0 : change.with().length() - (change.to() - change.from());
        }
        String value = String.valueOf(length);
        mail.headers().first("Content-Length").ifPresent(header -> replace(header, "Content-Length", value));
    }

    private Bytes base64(Bytes text) {
        byte[] separator = lineEnd.getBytes(StandardCharsets.US_ASCII);
        Bytes encoded = Bytes.of(Base64.getMimeEncoder(76, separator).encode(text.toArray()));
        ByteSink out = new ByteSink(encoded.length() + 2);
        out.write(encoded);
        boolean ended = !part.body().isEmpty() && part.body().at(part.body().length() - 1) == '\n';
        out.write(ended ? Bytes.of(separator) : Bytes.EMPTY);
        return out.toBytes();
    }

    /** The signature is of the old text; what is no longer signed must not say that it is. */
    private void unsign() {
        for (MimePart whole : mail.body().walk()) {
            boolean signed = whole.contentType().type().equals("multipart")
                    && whole.contentType().subtype().equals("signed");
            if (signed && whole.walk().contains(part)) {
                whole.headers().first("Content-Type").ifPresent(this::mix);
            }
        }
    }

    private void mix(MailHeader contentType) {
        Bytes raw = contentType.raw();
        int at = raw.indexOf((byte) '/', 0);
        while (!Ascii.startsWithIgnoreCase(raw, at, "signed")) {
            at++;
        }
        int from = (int) contentType.offset() + at;
        changes.add(new Change(from, from + "signed".length(), Bytes.ofUtf8("mixed")));
    }

    private void replace(MailHeader header, String name, String value) {
        int from = (int) header.offset();
        changes.add(new Change(from, from + header.raw().length(), HeaderText.of(name, value, lineEnd)));
    }

    /** Puts a header behind those of the part. */
    private void insert(String name, String value) {
        List<MailHeader> all = part.headers().list();
        MailHeader last = all.isEmpty() ? null : all.get(all.size() - 1);
        int bodyStart = part.bodyOffset();
        int at = last == null
                ? bodyStart - emptyLineBefore(bodyStart)
                : (int) last.offset() + last.raw().length();
        boolean open = at > 0 && mail.raw().at(at - 1) != '\n';
        Bytes header = HeaderText.of(name, value, lineEnd);
        changes.add(new Change(at, at, open ? Bytes.ofUtf8(lineEnd + header.utf8()) : header));
    }

    private Bytes changed() {
        changes.sort(Comparator.comparingInt(Change::from));
        Bytes raw = mail.raw();
        ByteSink out = new ByteSink(raw.length() + 1024);
        int at = 0;
        for (Change change : changes) {
            out.write(raw.slice(at, change.from()));
            out.write(change.with());
            at = change.to();
        }
        out.write(raw.slice(at, raw.length()));
        return out.toBytes();
    }
}
