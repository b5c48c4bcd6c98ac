package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.GitTransfer;
import io.github.patchwork4j.mbox.mail.EncodedWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the headers off the beginning of a message that git lets stand there: From, Subject and Date. */
final class InBodyHeaders {
    static final List<String> NAMES = List.of("from", "subject", "date");
    private static final String PATCH = "[PATCH]";

    private final GitOptions options;
    private final Map<String, Bytes> values = new HashMap<>();
    private final ByteSink open = new ByteSink(16);
    private String openName = "";
    private boolean over;
    private boolean failed;

    InBodyHeaders(GitOptions options) {
        this.options = options;
    }

    /** The value with its encoded words decoded and with the end of its line. */
    Optional<Bytes> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Forgets what was read, and looks for headers again: the message begins anew. */
    void restart() {
        values.clear();
        over = false;
    }

    /** Tells whether a line, with its LF, belongs to the headers or the empty lines around them. */
    boolean takes(Bytes line) {
        if (over) {
            return false;
        }
        if (line.isEmpty() || line.at(0) == '\n') {
            over = !openName.isEmpty();
            finish();
            return true;
        }
        boolean continues = !openName.isEmpty() && (line.at(0) == ' ' || line.at(0) == '\t');
        if (continues && !(options.scissors() && Scissors.isOn(line))) {
            open.write(line);
            return true;
        }
        finish();
        over = continues || !options.inBodyHeaders() || !begins(line);
        return !over;
    }

    private boolean begins(Bytes line) {
        if (line.startsWith(">From") && line.length() > 5 && GitSpace.is(line.at(5))) {
            return isSeparator(line.slice(1, line.length()));
        }
        if (line.startsWith(PATCH) && line.length() > 7 && GitSpace.is(line.at(7))) {
            values.put("subject", line);
            return true;
        }
        for (String name : NAMES) {
            if (isNamed(line, name) && !values.containsKey(name)) {
                openName = name;
                open.write(line.slice(name.length() + 1, line.length()));
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(Bytes line, String name) {
        return Ascii.startsWithIgnoreCase(line, 0, name)
                && line.length() > name.length()
                && line.at(name.length()) == ':';
    }

    /** The line between the mails of {@code git format-patch}. */
    private static boolean isSeparator(Bytes line) {
        if (line.length() != 5 + 40 + 26 || !line.startsWith(" Mon Sep 17 00:00:00 2001\n", 45)) {
            return false;
        }
        for (int i = 5; i < 45; i++) {
            if (Ascii.hex(line.at(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private void finish() {
        if (!openName.isEmpty()) {
            values.put(openName, decoded(unfolded(open.toBytes())));
            openName = "";
            open.reset();
        }
    }

    private Bytes decoded(Bytes value) {
        if (!options.bugsOfGit()) {
            return EncodedWords.utf8(value);
        }
        Bytes text = GitTransfer.untilNul(value);
        Optional<Bytes> decoded = GitWords.decode(text);
        failed |= decoded.isEmpty();
        return decoded.orElse(text);
    }

    /** Whether git would give up on an encoded word. */
    boolean failed() {
        return failed;
    }

    /** Drops the white space at the beginning and each line end but the last. */
    private static Bytes unfolded(Bytes value) {
        ByteSink out = new ByteSink(value.length());
        for (int i = 0; i < value.length(); i++) {
            boolean dropped = out.length() == 0 ? GitSpace.is(value.at(i)) : value.at(i) == '\n';
            if (!dropped || (out.length() > 0 && i == value.length() - 1)) {
                out.write(value.at(i));
            }
        }
        return out.toBytes();
    }

    /** Ends a header that nothing followed. */
    void end() {
        finish();
    }
}
