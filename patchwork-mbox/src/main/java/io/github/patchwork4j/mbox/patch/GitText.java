package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.Charsets;
import io.github.patchwork4j.mbox.internal.PatchBreak;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MimePart;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Separates message and patch as {@code git mailinfo} does: all leaves one after the other, whatever their type. */
final class GitText {
    private final GitOptions options;
    private final InBodyHeaders inBody;
    private final ByteSink message = new ByteSink(256);
    private boolean broken;
    private Bytes patch = Bytes.EMPTY;
    private Optional<ByteSink> joined = Optional.empty();

    private GitText(GitOptions options) {
        this.options = options;
        this.inBody = new InBodyHeaders(options);
    }

    static GitText of(Mail mail, GitOptions options) {
        GitText text = new GitText(options);
        Deque<Optional<MimePart>> open = new ArrayDeque<>(List.of(Optional.of(mail.body())));
        while (!open.isEmpty()) {
            Optional<MimePart> part = open.pop();
            if (part.isEmpty()) {
                // The line that closes a multipart reads as an empty one.
                text.take(Bytes.ofUtf8("\n"), Optional.empty());
            } else if (isMultipart(part.get())) {
                openParts(mail, part.get(), open);
            } else {
                MimePart leaf = part.get();
                text.take(Flowed.undo(leaf.decoded(leaf.rawBody()), leaf.contentType()), leaf.charset());
            }
        }
        text.inBody.end();
        return text;
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

    private void take(Bytes content, Optional<Charset> charset) {
        int at = 0;
        while (!broken && at < content.length()) {
            int end = Ascii.lineEnd(content, at);
            Bytes line = content.slice(at, end);
            if (!inBody.takes(line)) {
                Bytes text = converted(line, charset);
                if (options.scissors() && Scissors.isOn(text)) {
                    message.reset();
                    inBody.restart();
                } else if (PatchBreak.is(text)) {
                    broken = true;
                    break;
                } else {
                    message.write(text);
                }
            }
            at = end;
        }
        if (broken && at < content.length()) {
            addPatch(content.slice(at, content.length()));
        }
    }

    /** Makes a line UTF-8 if its charset is known and fits; what is said to be UTF-8 is not looked at. */
    private static Bytes converted(Bytes line, Optional<Charset> charset) {
        return charset.filter(known -> !known.equals(StandardCharsets.UTF_8))
                .flatMap(known -> Charsets.strict(line, known))
                .map(Bytes::ofUtf8)
                .orElse(line);
    }

    private void addPatch(Bytes more) {
        if (patch.isEmpty()) {
            patch = more;
            return;
        }
        ByteSink sink = joined.orElseGet(() -> new ByteSink(patch.length() + more.length()));
        if (joined.isEmpty()) {
            sink.write(patch);
            joined = Optional.of(sink);
        }
        sink.write(more);
    }

    /** A header that stands in the message; git lets it count only if a patch follows. */
    Optional<Bytes> header(String name) {
        return broken ? inBody.get(name) : Optional.empty();
    }

    /** The message as git writes it: in UTF-8 where the charset was known, else as it came. */
    Bytes message() {
        return message.toBytes();
    }

    /** All from the breaking line on; a slice of the mail where a single part without encoding holds it. */
    Bytes patch() {
        return joined.map(ByteSink::toBytes).orElse(patch);
    }

    /** Whether a patch follows the message. */
    boolean hasPatch() {
        return broken;
    }
}
