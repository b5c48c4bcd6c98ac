package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Charsets;
import io.github.patchwork4j.mbox.internal.python.PythonCharset;
import io.github.patchwork4j.mbox.internal.python.PythonText;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MimePart;
import java.util.Optional;

/** Collects a mail's diff and content from its parts of type text, as Patchwork does. */
final class PatchworkText {
    private final StringBuilder content = new StringBuilder();
    private String diff = "";

    private PatchworkText() {}

    /**
     * Reads a mail.
     *
     * @param mail the mail, as Python reads it
     * @param reply whether it is a reply, in which Patchwork looks for no diff
     */
    static PatchworkText of(Mail mail, boolean reply) {
        PatchworkText text = new PatchworkText();
        for (MimePart part : mail.body().walk()) {
            if (part.contentType().type().equals("text")) {
                text.take(part, reply);
            }
        }
        return text;
    }

    private void take(MimePart part, boolean reply) {
        Optional<String> decoded = decode(part);
        if (decoded.isEmpty()) {
            return;
        }
        String text = decoded.get().replace("\0", "");
        String subtype = part.contentType().subtype();
        boolean isDiff = subtype.equals("x-patch") || subtype.equals("x-diff");
        if (reply) {
            // Of a comment, text of every kind is kept, diffs and HTML included.
            content.append(PythonText.strip(text)).append('\n');
        } else if (isDiff) {
            diff = text;
        } else if (subtype.equals("plain")) {
            String comment = text;
            if (diff.isEmpty()) {
                PatchworkDiff separated = PatchworkDiff.of(text);
                diff = separated.diff();
                comment = separated.comment();
            }
            content.append(PythonText.strip(comment)).append('\n');
        }
    }

    /** A declared charset that the bytes do not fit means that there is no text at all. */
    private static Optional<String> decode(MimePart part) {
        Bytes bytes = PythonTransfer.content(part);
        Optional<PythonCharset> declared =
                part.contentType().parameter("charset").flatMap(PythonCharset::find);
        return declared.isPresent() ? declared.get().decode(bytes) : Optional.of(Charsets.guess(bytes));
    }

    /** The diff; empty if there is none. */
    String diff() {
        return diff;
    }

    /** The comment without signature and without the footer of a list. */
    String content() {
        int at = 0;
        while (at < content.length()) {
            int end = content.indexOf("\n", at);
            if (isSignature(content.substring(at, end))) {
                return PythonText.strip(content.substring(0, at));
            }
            at = end + 1;
        }
        return PythonText.strip(content.toString());
    }

    private static boolean isSignature(String line) {
        return line.equals("-- ") || (!line.isEmpty() && line.chars().allMatch(c -> c == '_'));
    }
}
