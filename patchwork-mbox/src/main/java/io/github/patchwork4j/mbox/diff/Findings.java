package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Diagnostic.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects the diagnostics of one diff, but not without end. */
final class Findings {
    /** Hostile input could have one on every line, each larger than the line. */
    private static final int MOST = 1_000;

    private static final int MOST_QUOTED = 60;

    private final Bytes source;
    private final List<Diagnostic> diagnostics = new ArrayList<>(0);

    Findings(Bytes source) {
        this.source = source;
    }

    /** Adds a finding about the line that begins at an offset; the message is completed with that line. */
    void add(Kind kind, int offset, String message) {
        if (diagnostics.size() < MOST) {
            diagnostics.add(new Diagnostic(kind, offset, message + ": \"" + lineAt(offset) + "\""));
        } else if (diagnostics.size() == MOST) {
            diagnostics.add(new Diagnostic(Kind.LIMIT_EXCEEDED, offset, "more than " + MOST + " diagnostics"));
        }
    }

    List<Diagnostic> all() {
        return List.copyOf(diagnostics);
    }

    private String lineAt(int offset) {
        int most = Math.min(source.length(), offset + MOST_QUOTED);
        StringBuilder line = new StringBuilder();
        for (int i = offset; i < most && source.at(i) != '\n'; i++) {
            byte b = source.at(i);
            line.append(b >= ' ' && b < 0x7f ? (char) b : '?');
        }
        return line.toString();
    }
}
