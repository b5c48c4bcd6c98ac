package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.Charsets;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MimePart;
import java.nio.charset.Charset;
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
        for (MimePart part : mail.body().walk()) {
            if (!part.contentType().type().equals("multipart")) {
                text.take(part.decoded(part.rawBody()), part.charset());
            }
        }
        if (mail.body().contentType().type().equals("multipart")) {
            text.take(Bytes.ofUtf8("\n"), Optional.empty());
        }
        text.inBody.end();
        return text;
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
