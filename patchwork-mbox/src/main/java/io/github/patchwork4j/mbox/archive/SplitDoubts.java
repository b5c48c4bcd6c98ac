package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tells where an archive may have been cut that should not, or not where it should. */
final class SplitDoubts {
    /** As far as the name of a header may reach behind an envelope line. */
    private static final int LOOK_AHEAD = 80;

    /** Doubts beyond these say nothing new about a mail. */
    private static final int MOST = 100;

    private final Window window;
    private List<Diagnostic> all = new ArrayList<>();

    SplitDoubts(Window window) {
        this.window = window;
    }

    /** Begins with the next mail. */
    void begin() {
        all = new ArrayList<>();
    }

    /** The doubts about the mail, to which more may be added. */
    List<Diagnostic> all() {
        return all;
    }

    void ofBeginning(int envelopeEnd, SplitRule rule, ArchiveFormat format) {
        if (envelopeEnd == 0 && rule != SplitRule.SINGLE) {
            add(0, "the archive does not begin with a From line");
        } else if (format == ArchiveFormat.UNKNOWN) {
            add(0, "no format that is known; taken for one mail");
        } else if (format == ArchiveFormat.STGIT_SERIES) {
            add(0, "a series of StGit names files, and can only be read by its path");
        }
    }

    /** Doubts the envelope line that begins the mail; {@code joined} is whether an empty line before it is missing. */
    void ofEnvelope(int end, boolean joined) throws IOException {
        boolean headless = !headerFollows(end) && !window.look(end + LOOK_AHEAD).startsWith(">From ", end);
        if (joined || headless) {
            String before = joined ? " without an empty line before it" : "";
            String after = headless ? " without a header after it" : "";
            add(0, "From line" + before + (joined && headless ? " and" : "") + after);
        }
    }

    /** Doubts a line in the mail that looks like an envelope line and was not taken for one. */
    void ofLine(int at, int end) throws IOException {
        if (all.size() < MOST && headerFollows(end)) {
            add(at, "a header follows a From line that was not taken for the beginning of a mail");
        }
    }

    void add(int at, String message) {
        all.add(new Diagnostic(Diagnostic.Kind.SUSPICIOUS_SPLIT, window.startOffset() + at, message));
    }

    private boolean headerFollows(int end) throws IOException {
        window.has(end + LOOK_AHEAD);
        Bytes ahead = window.look(end + LOOK_AHEAD);
        return FormatSniffer.startsHeader(ahead, end, ahead.length());
    }
}
