package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.mail.EncodedWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the headers off the beginning of a message that git lets stand there: From, Subject and Date. */
final class InBodyHeaders {
    private static final List<String> NAMES = List.of("from", "subject", "date");
    private static final String PATCH = "[PATCH]";

    private final Map<String, String> values = new HashMap<>();
    private final ByteSink open = new ByteSink(16);
    private String openName = "";
    private boolean over;

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
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
        boolean continues = line.at(0) == ' ' || line.at(0) == '\t';
        if (continues && !openName.isEmpty()) {
            open.write(withoutLineEnd(line));
            return true;
        }
        finish();
        over = !begins(line);
        return !over;
    }

    private boolean begins(Bytes line) {
        if (line.startsWith(">From") && line.length() > 5 && Ascii.isSpace(line.at(5))) {
            return isSeparator(line.slice(1, line.length()));
        }
        if (line.startsWith(PATCH) && line.length() > 7 && Ascii.isSpace(line.at(7))) {
            values.put("subject", decoded(line));
            return true;
        }
        for (String name : NAMES) {
            if (!values.containsKey(name) && Ascii.startsWithIgnoreCase(line, 0, name + ":")) {
                openName = name;
                open.write(withoutLineEnd(line.slice(name.length() + 1, line.length())));
                return true;
            }
        }
        return false;
    }

    private static Bytes withoutLineEnd(Bytes line) {
        int end = line.length();
        return end > 0 && line.at(end - 1) == '\n' ? line.slice(0, end - 1) : line;
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
            values.put(openName, decoded(open.toBytes()));
            openName = "";
            open.reset();
        }
    }

    private static String decoded(Bytes value) {
        return EncodedWords.decode(Ascii.trim(value), 0, new ArrayList<>());
    }

    /** Ends a header that nothing followed. */
    void end() {
        finish();
    }
}
