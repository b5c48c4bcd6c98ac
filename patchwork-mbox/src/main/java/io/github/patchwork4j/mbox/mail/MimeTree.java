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

/** Cuts a body into its parts in one pass over its lines, with a stack of the boundaries that are open. */
final class MimeTree {
    /** An open multipart; {@code shadowed} is the open one above it that has the same boundary. */
    private record Open(
            MimePart part, Bytes boundary, @Nullable Integer shadowed) {}

    private final Bytes mail;
    private final Limits limits;
    private final List<Diagnostic> diagnostics;
    private final List<Open> open = new ArrayList<>();
    private final Map<Bytes, Integer> levels = new HashMap<>();
    private @Nullable MimePart leaf;
    private int count;
    private int at;

    private MimeTree(Bytes mail, Limits limits, List<Diagnostic> diagnostics) {
        this.mail = mail;
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    static MimePart read(Bytes mail, MailHeaders headers, int bodyStart, Limits limits, List<Diagnostic> diagnostics) {
        MimePart root = new MimePart(headers, contentType(headers, ContentType.TEXT_PLAIN), mail, bodyStart);
        if (root.contentType().type().equals("multipart")) {
            MimeTree tree = new MimeTree(mail, limits, diagnostics);
            tree.enter(root, bodyStart);
            tree.readLines();
        }
        return root;
    }

    private static ContentType contentType(MailHeaders headers, ContentType fallback) {
        return headers.first("Content-Type")
                .map(header -> ContentType.parse(header.value()))
                .filter(type -> !type.subtype().isEmpty())
                .orElse(fallback);
    }

    private void enter(MimePart part, int bodyStart) {
        at = bodyStart;
        leaf = part;
        String boundary = part.contentType().parameter("boundary").orElse("");
        if (!part.contentType().type().equals("multipart") || boundary.isEmpty()) {
            return;
        }
        if (open.size() >= limits.maxMimeDepth()) {
            report(Diagnostic.Kind.LIMIT_EXCEEDED, bodyStart, "MIME parts deeper than " + open.size());
            return;
        }
        // The boundary is matched in the bytes of the mail, so it is taken back to bytes.
        Bytes key = Ascii.trimEnd(Bytes.of(boundary.getBytes(StandardCharsets.UTF_8)));
        open.add(new Open(part, key, levels.put(key, open.size())));
        leaf = null;
    }

    private void readLines() {
        while (at < mail.length() && !open.isEmpty()) {
            int from = at;
            int to = Ascii.lineEnd(mail, from);
            at = to;
            if (mail.startsWith("--", from)) {
                boundary(from, to);
            }
        }
        for (Open unclosed : open) {
            report(Diagnostic.Kind.MALFORMED_BODY, mail.length(), "multipart is not closed: " + unclosed.part());
        }
    }

    private void boundary(int from, int to) {
        Bytes line = Ascii.trimEnd(mail.slice(from + 2, to));
        Integer next = levels.get(line);
        if (next != null) {
            close(next + 1, from);
            nextPart(open.get(next).part(), from);
            return;
        }
        int end = line.length() - 2;
        Integer last = end > 0 && line.startsWith("--", end) ? levels.get(line.slice(0, end)) : null;
        if (last != null) {
            close(last, from);
        }
    }

    /** Ends the leaf and all multiparts from a level on; only the outermost of them was properly closed. */
    private void close(int level, int end) {
        MimePart ended = leaf;
        if (ended != null) {
            end(ended, end);
            leaf = null;
        }
        while (open.size() > level) {
            Open last = open.remove(open.size() - 1);
            end(last.part(), end);
            Integer shadowed = last.shadowed();
            if (shadowed == null) {
                levels.remove(last.boundary());
            } else {
                levels.put(last.boundary(), shadowed);
            }
        }
    }

    private void end(MimePart part, int end) {
        part.endBody(end);
        if (end < mail.length()) {
            part.dropLineEnd();
        }
    }

    private void nextPart(MimePart parent, int line) {
        if (count++ >= limits.maxMimeParts()) {
            if (count == limits.maxMimeParts() + 1) {
                report(Diagnostic.Kind.LIMIT_EXCEEDED, line, "more MIME parts than " + limits.maxMimeParts());
            }
            return;
        }
        HeaderBlock block = HeaderBlock.read(mail, at, limits, diagnostics, this::isBoundary);
        ContentType fallback =
                parent.contentType().is("multipart", "digest") ? ContentType.MESSAGE : ContentType.TEXT_PLAIN;
        MimePart part = new MimePart(block.headers(), contentType(block.headers(), fallback), mail, block.bodyStart());
        parent.add(part);
        enter(part, block.bodyStart());
    }

    private boolean isBoundary(int from, int to) {
        if (!mail.startsWith("--", from)) {
            return false;
        }
        Bytes line = Ascii.trimEnd(mail.slice(from + 2, to));
        int end = line.length() - 2;
        return levels.containsKey(line)
                || (end > 0 && line.startsWith("--", end) && levels.containsKey(line.slice(0, end)));
    }

    private void report(Diagnostic.Kind kind, int offset, String message) {
        diagnostics.add(new Diagnostic(kind, offset, message));
    }
}
