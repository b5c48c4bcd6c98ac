package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.TransferDecoder;
import io.github.patchwork4j.mbox.mail.EncodedWords;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import io.github.patchwork4j.mbox.mail.MimePart;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Separates message and patch as {@code git mailinfo} does: all leaves one after the other, whatever their type. */
final class GitText implements GitParts {
    private final Mail mail;
    private final GitOptions options;
    private final GitContent content;

    private GitText(Mail mail, GitOptions options) {
        this.mail = mail;
        this.options = options;
        this.content = new GitContent(options);
    }

    static GitText of(Mail mail, GitOptions options) {
        GitText text = new GitText(mail, options);
        if (isMultipart(mail.body())) {
            text.parts();
        } else {
            text.headers(mail.body());
            text.leaf(mail.body());
        }
        text.content.end();
        return text;
    }

    private void parts() {
        Deque<Optional<MimePart>> open = new ArrayDeque<>(List.of(Optional.of(mail.body())));
        while (!open.isEmpty()) {
            Optional<MimePart> part = open.pop();
            if (part.isEmpty()) {
                // The line that closes a multipart reads as an empty one.
                content.take(Bytes.ofUtf8("\n"));
            } else {
                headers(part.get());
                if (isMultipart(part.get())) {
                    openParts(mail, part.get(), open);
                } else {
                    leaf(part.get());
                }
            }
        }
    }

    private void headers(MimePart part) {
        content.forgetCharset();
        part.headers().last("Content-Type").map(MailHeader::value).ifPresent(type -> {
            content.flow(type);
            content.charset(type);
        });
        if (options.messageId()) {
            part.headers().last("Message-ID").ifPresent(id -> content.messageId(EncodedWords.utf8(id.value())));
        }
    }

    /** The name of the encoding need only be somewhere in the header. */
    private void leaf(MimePart leaf) {
        String encoding = leaf.headers()
                .last("Content-Transfer-Encoding")
                .map(header -> header.value().latin1().toLowerCase(Locale.ROOT))
                .orElse("");
        Bytes body = leaf.rawBody();
        if (encoding.contains("base64")) {
            base64(body);
        } else if (encoding.contains("quoted-printable")) {
            quotedPrintable(body);
        } else {
            content.plain(body);
        }
        content.flush();
    }

    /** Decodes as many lines at once as are needed to have whole bytes; git, with its eye on lines, joins flowed text by them. */
    private void base64(Bytes body) {
        int from = 0;
        int at = 0;
        int digits = 0;
        while (at < body.length()) {
            int end = content.needsLines() ? Ascii.lineEnd(body, at) : body.length();
            for (; at < end; at++) {
                digits += Ascii.base64(body.at(at)) >= 0 || body.at(at) == '=' ? 1 : 0;
            }
            if (digits % 4 == 0 || end == body.length()) {
                content.decoded(TransferDecoder.base64(body.slice(from, end)));
                from = end;
            }
        }
    }

    private void quotedPrintable(Bytes body) {
        int at = 0;
        while (at < body.length()) {
            int end = content.needsLines() ? Ascii.lineEnd(body, at) : body.length();
            content.decoded(TransferDecoder.quotedPrintable(body.slice(at, end)));
            at = end;
        }
    }

    private static boolean isMultipart(MimePart part) {
        return part.contentType().type().equals("multipart")
                && part.contentType().parameter("boundary").isPresent();
    }

    private static void openParts(Mail mail, MimePart part, Deque<Optional<MimePart>> open) {
        boolean closed =
                part.bodyOffset() + part.rawBody().length() < mail.raw().length();
        if (closed) {
            open.push(Optional.empty());
        }
        for (int i = part.parts().size() - 1; i >= 0; i--) {
            open.push(Optional.of(part.parts().get(i)));
        }
    }

    /** git lets the last header of a mail count, and of its parts the first. */
    private Optional<Bytes> own(String name) {
        Optional<MailHeader> own = mail.headers().last(name);
        if (own.isEmpty() && !mail.body().parts().isEmpty()) {
            own = mail.body().walk().stream()
                    .map(MimePart::headers)
                    .flatMap(headers -> headers.first(name).stream())
                    .findFirst();
        }
        return own.map(header -> EncodedWords.utf8(header.value()));
    }

    @Override
    public Optional<Bytes> header(String name) {
        return content.filter().header(name).or(() -> own(name));
    }

    @Override
    public Bytes message() {
        return content.filter().message();
    }

    @Override
    public Bytes patch() {
        return content.filter().patch();
    }

    @Override
    public boolean refused() {
        return false;
    }

    @Override
    public boolean silent() {
        return false;
    }

    @Override
    public boolean quotedCr() {
        return content.quotedCr();
    }
}
