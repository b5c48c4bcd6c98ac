package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.Optional;

/** Takes the lines of a mail, and tells which of them are headers, which the message, and which the patch. */
final class GitFilter {
    private final GitOptions options;
    private final InBodyHeaders inBody;
    private final ByteSink message = new ByteSink(256);
    private Optional<ByteSink> joined = Optional.empty();
    private Bytes patch = Bytes.EMPTY;
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
        } else if (breaks(line)) {
            broken = true;
            return false;
        } else {
            message.write(line);
        }
        return true;
    }

    /** The first line of a patch: a diff, or three dashes with a name or with nothing behind them. */
    private static boolean breaks(Bytes line) {
        if (line.startsWith("diff -") || line.startsWith("Index: ")) {
            return true;
        }
        if (!line.startsWith("---") || line.length() < 4) {
            return false;
        }
        if (line.at(3) == ' ' && (line.length() == 4 || !GitSpace.is(line.at(4)))) {
            return true;
        }
        int at = 3;
        while (at < line.length() && line.at(at) != '\n' && GitSpace.is(line.at(at))) {
            at++;
        }
        return at < line.length() && line.at(at) == '\n';
    }

    /** Adds to the end of the message. */
    void addText(Bytes text) {
        message.write(text);
    }

    /** Takes more of the patch. */
    void addPatch(Bytes more) {
        if (patch.isEmpty()) {
            patch = more;
            return;
        }
        boolean adjacent = patch.array() == more.array() && patch.offset() + patch.length() == more.offset();
        if (adjacent && joined.isEmpty()) {
            patch = Bytes.of(patch.array(), patch.offset(), patch.length() + more.length());
            return;
        }
        ByteSink sink = joined.orElseGet(() -> new ByteSink(patch.length() + more.length()));
        if (joined.isEmpty()) {
            sink.write(patch);
            joined = Optional.of(sink);
        }
        sink.write(more);
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
        return joined.map(ByteSink::toBytes).orElse(patch);
    }

    /** Whether an encoded word in the message was none. */
    boolean failed() {
        return inBody.failed();
    }
}
