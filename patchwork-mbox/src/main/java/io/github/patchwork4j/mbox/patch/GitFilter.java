package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.PatchBreak;
import java.util.Optional;

/** Takes the lines of a mail, and tells which of them are headers, which the message, and which the patch. */
final class GitFilter {
    private final GitOptions options;
    private final InBodyHeaders inBody;
    private final JoinedBytes message = new JoinedBytes();
    private final JoinedBytes patch = new JoinedBytes();
    private boolean broken;

    GitFilter(GitOptions options) {
        this.options = options;
        this.inBody = new InBodyHeaders(options);
    }

    /** Takes a line, not yet converted, if it is one of the headers at the beginning of the message. */
    boolean takesHeader(Bytes line) {
        return inBody.takes(line);
    }

    /**
     * Takes a line of the message, converted to UTF-8.
     *
     * @return false if it is the first line of the patch, and so was not taken
     */
    boolean takesText(Bytes line) {
        if (options.scissors() && Scissors.isOn(line)) {
            message.reset();
            inBody.restart();
        } else if (PatchBreak.is(line)) {
            broken = true;
            return false;
        } else {
            message.add(line);
        }
        return true;
    }

    /** Adds to the end of the message. */
    void addText(Bytes text) {
        message.add(text);
    }

    /** Takes more of the patch. */
    void addPatch(Bytes more) {
        patch.add(more);
    }

    /** Ends a header in the message that nothing followed. */
    void end() {
        inBody.end();
    }

    /** Whether the patch has begun. */
    boolean isInPatch() {
        return broken;
    }

    /** A header that stands in the message; git lets it count only if a patch follows. */
    Optional<Bytes> header(String name) {
        return broken ? inBody.get(name) : Optional.empty();
    }

    Bytes message() {
        return message.toBytes();
    }

    Bytes patch() {
        return patch.toBytes();
    }

    int patchLength() {
        return patch.length();
    }

    /** Whether an encoded word in the message was none. */
    boolean failed() {
        return inBody.failed();
    }
}
