package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a mail into its parts as Python does, in one pass over its lines: mails in mails are read along with the whole, and a boundary
 * counts for the outermost multipart that is open and has it.
 */
final class PythonTree {
    private static final int NOBODY = -1;

    /** Something that has parts and is being read. */
    private static final class Open {
        final MimePart part;
        /** Null where parts are not parted by a boundary. */
        final @Nullable Bytes boundary;

        final boolean blocks;
        boolean begun;
        boolean closed;

        Open(MimePart part, @Nullable Bytes boundary) {
            this.part = part;
            this.boundary = boundary;
            this.blocks = part.contentType().is("message", "delivery-status");
        }
    }

    private final Bytes mail;
    private final Limits limits;
    private final List<Diagnostic> diagnostics;
    private final List<Open> open = new ArrayList<>();
    private final Map<Bytes, Integer> levels = new HashMap<>();
    private int blocksLevel = NOBODY;
    private @Nullable MimePart leaf;
    private MimePart last;
    private int count;
    private int at;

    private PythonTree(Bytes mail, Limits limits, List<Diagnostic> diagnostics) {
        this.mail = mail;
        this.limits = limits;
        this.diagnostics = diagnostics;
        this.last = new MimePart(new MailHeaders(List.of()), ContentType.TEXT_PLAIN, Bytes.EMPTY, 0);
    }

    static MimePart read(Bytes mail, Limits limits, List<Diagnostic> diagnostics) {
        PythonTree tree = new PythonTree(mail, limits, diagnostics);
        MimePart root = tree.begin(ContentType.TEXT_PLAIN);
        tree.readLines();
        return root;
    }

    private void readLines() {
        while (at < mail.length()) {
            int from = at;
            int to = Ascii.lineEnd(mail, from);
            int owner = owner(from, to);
            at = to;
            if (owner != NOBODY) {
                close(owner + 1, from);
                subpartEnded(open.get(owner));
                give(owner, from, to);
            }
        }
        close(0, mail.length());
    }

    /** Reads the headers that are next, and what they announce as far as it has headers too; returns the first part. */
    private MimePart begin(ContentType fallback) {
        MimePart first = null;
        MimePart parent = null;
        ContentType usual = fallback;
        boolean descends = true;
        while (descends) {
            HeaderCollector collector = new HeaderCollector(mail, limits, diagnostics, MailHeader.Rules.PYTHON);
            PythonHeaders block = PythonHeaders.read(mail, at, collector, (from, to) -> owner(from, to) != NOBODY);
            at = block.bodyStart();
            ContentType type = PythonContentType.of(block.headers(), usual);
            MimePart part = new MimePart(block.headers(), type, mail, at);
            part.lead(block.lead());
            last = part;
            first = first == null ? part : first;
            if (parent != null) {
                parent.add(part);
            }
            descends = enter(part);
            parent = part;
            usual = ContentType.TEXT_PLAIN;
        }
        return first == null ? last : first;
    }

    /** Opens a part; true if it is a mail, so that headers are next. */
    private boolean enter(MimePart part) {
        ContentType type = part.contentType();
        boolean message = type.type().equals("message");
        String boundary =
                type.type().equals("multipart") ? type.parameter("boundary").orElse(null) : null;
        leaf = null;
        if (!message && boundary == null) {
            leaf = part;
            return false;
        }
        if (open.size() >= limits.maxMimeDepth()) {
            report(Diagnostic.Kind.LIMIT_EXCEEDED, "MIME parts deeper than " + open.size());
            leaf = part;
            return false;
        }
        Bytes key = boundary == null ? null : Bytes.of(boundary.getBytes(StandardCharsets.UTF_8));
        Open entered = new Open(part, key);
        if (key != null && key.isAscii()) {
            levels.putIfAbsent(key, open.size());
        }
        if (entered.blocks && blocksLevel == NOBODY) {
            blocksLevel = open.size();
        }
        open.add(entered);
        return message && !isOver();
    }

    /** Whether nothing is left, in a part or in all. */
    private boolean isOver() {
        return count++ >= limits.maxMimeParts();
    }

    /** The outermost open part that a line is a boundary of. */
    private int owner(int from, int to) {
        int end = mail.at(to - 1) == '\n' ? to - 1 : to;
        if (from == end) {
            return blocksLevel;
        }
        if (levels.isEmpty() || !mail.startsWith("--", from)) {
            return NOBODY;
        }
        while (end > from && (mail.at(end - 1) == ' ' || mail.at(end - 1) == '\t')) {
            end--;
        }
        Bytes key = mail.slice(from + 2, Math.max(from + 2, end));
        int separated = levels.getOrDefault(key, NOBODY);
        int ended = isEnd(key) ? levels.getOrDefault(key.slice(0, key.length() - 2), NOBODY) : NOBODY;
        return separated == NOBODY || ended == NOBODY ? Math.max(separated, ended) : Math.min(separated, ended);
    }

    private static boolean isEnd(Bytes key) {
        return key.length() >= 2 && key.startsWith("--", key.length() - 2);
    }

    private void give(int owner, int from, int to) {
        Open part = open.get(owner);
        if (part.blocks) {
            if (at < mail.length() && outer(owner, at) == NOBODY) {
                nextPart(part);
            } else {
                // An empty line at the end of the blocks begins no other.
                close(owner, from);
            }
            return;
        }
        Bytes line = Ascii.trimEnd(mail.slice(from + 2, to));
        Bytes boundary = part.boundary;
        if (boundary != null && line.length() > boundary.length()) {
            shut(owner, from);
            return;
        }
        part.begun = true;
        while (at < mail.length() && owner(at, Ascii.lineEnd(mail, at)) == owner) {
            at = Ascii.lineEnd(mail, at);
        }
        nextPart(part);
    }

    private int outer(int level, int lineStart) {
        int owner = owner(lineStart, Ascii.lineEnd(mail, lineStart));
        return owner < level ? owner : NOBODY;
    }

    private void nextPart(Open parent) {
        if (isOver()) {
            if (count == limits.maxMimeParts() + 1) {
                report(Diagnostic.Kind.LIMIT_EXCEEDED, "more MIME parts than " + limits.maxMimeParts());
            }
            return;
        }
        boolean digest = parent.part.contentType().is("multipart", "digest");
        parent.part.add(begin(digest ? ContentType.MESSAGE : ContentType.TEXT_PLAIN));
    }

    /** Behind the last boundary of a multipart comes what belongs to nobody, up to a boundary further out. */
    private void shut(int level, int end) {
        Open shut = open.get(level);
        shut.closed = true;
        shut.part.endBody(end);
        forget(level);
    }

    private void forget(int level) {
        Bytes boundary = open.get(level).boundary;
        if (boundary != null) {
            levels.remove(boundary, level);
        }
        if (blocksLevel == level) {
            blocksLevel = NOBODY;
        }
    }

    /** Ends the leaf and all that is open from a level on, the innermost first. */
    private void close(int level, int end) {
        MimePart ended = leaf;
        if (ended != null) {
            ended.endBody(end);
            leaf = null;
        }
        while (open.size() > level) {
            Open closing = open.get(open.size() - 1);
            subpartEnded(closing);
            if (!closing.closed) {
                closing.part.endBody(end);
                if (closing.boundary != null) {
                    report(Diagnostic.Kind.MALFORMED_BODY, "multipart is not closed: " + closing.part);
                }
            }
            forget(open.size() - 1);
            open.remove(open.size() - 1);
        }
    }

    /** The line end before a boundary belongs to it; Python drops that of the part it has read last. */
    private void subpartEnded(Open parent) {
        if (!parent.begun || parent.closed) {
            return;
        }
        if (!last.contentType().type().equals("multipart") && last.parts().isEmpty()) {
            last.dropLineEnd();
        }
        last = parent.part;
    }

    private void report(Diagnostic.Kind kind, String message) {
        diagnostics.add(new Diagnostic(kind, at, message));
    }
}
