package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.Charsets;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MimePart;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Separates message and patch as {@code git mailinfo} does: all leaves one after the other, whatever their type. */
final class GitText {
    private final InBodyHeaders inBody = new InBodyHeaders();
    private final StringBuilder message = new StringBuilder();
    private boolean broken;
    private Bytes patch = Bytes.EMPTY;
    private Optional<ByteSink> joined = Optional.empty();

    private GitText() {}

    static GitText of(Mail mail) {
        GitText text = new GitText();
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
                broken = breaks(line);
                if (broken) {
                    break;
                }
                message.append(
                        charset.flatMap(known -> Charsets.strict(line, known)).orElseGet(() -> Charsets.guess(line)));
            }
            at = end;
        }
        if (broken && at < content.length()) {
            addPatch(content.slice(at, content.length()));
        }
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

    /** The first line of a patch: a diff, or three dashes with a name or with nothing behind them. */
    private static boolean breaks(Bytes line) {
        if (line.startsWith("diff -") || line.startsWith("Index: ")) {
            return true;
        }
        if (!line.startsWith("---") || line.length() < 4) {
            return false;
        }
        boolean named = line.length() > 4 && line.at(3) == ' ' && !Ascii.isSpace(line.at(4));
        return named || Ascii.trimEnd(line).length() == 3;
    }

    InBodyHeaders inBody() {
        return inBody;
    }

    String message() {
        return message.toString();
    }

    /** All from the breaking line on; a slice of the mail where a single part without encoding holds it. */
    Bytes patch() {
        return joined.map(ByteSink::toBytes).orElse(patch);
    }

    /** Where the first file's header begins in {@link #patch()}; its length if there is none. */
    int diffStart() {
        Bytes text = patch();
        int at = 0;
        while (at < text.length()) {
            int end = Ascii.lineEnd(text, at);
            boolean names = text.startsWith("--- ", at) && text.startsWith("+++ ", end);
            if (names || text.startsWith("diff -", at) || text.startsWith("Index: ", at)) {
                return at;
            }
            at = end;
        }
        return text.length();
    }
}
