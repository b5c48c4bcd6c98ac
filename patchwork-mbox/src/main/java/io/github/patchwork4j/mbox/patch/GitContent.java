package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.GitTransfer;
import io.github.patchwork4j.mbox.internal.Scan;
import java.util.Optional;

/**
 * Takes the content of one part after the other, joins lines that flow ({@code format=flowed}, RFC 3676) as git does, converts
 * them to UTF-8, and hands them to the filter.
 */
final class GitContent {
    private static final Bytes LF = Bytes.ofUtf8("\n");

    private final GitOptions options;
    private final GitFilter filter;

    /** What waits for the end of its line: a decoded line that was cut, or one that flows into the next. */
    private final ByteSink pending = new ByteSink(16);

    private int pendingStart;
    private Optional<Bytes> messageId = Optional.empty();
    private String charset = "";
    private boolean flowed;
    private boolean dropsSpace;
    private boolean refused;
    private boolean quotedCr;

    /** Where in the patch the text begins and ends that nobody has looked through for CR LF. */
    private int unreadStart;

    private int unreadEnd;

    GitContent(GitOptions options) {
        this.options = options;
        this.filter = new GitFilter(options);
    }

    /** Lets text flow from here on as a Content-Type says. */
    void flow(Bytes value) {
        flowed = attribute(value, "format=").orElse("").equalsIgnoreCase("flowed");
        dropsSpace = attribute(value, "delsp=").orElse("").equalsIgnoreCase("yes");
    }

    /** Goes by the charset of a Content-Type from here on. */
    void charset(Bytes value) {
        charset = attribute(value, "charset=").orElse("");
    }

    /** Forgets the charset, as at the beginning of a part. */
    void forgetCharset() {
        charset = "";
    }

    /** What follows a name wherever it stands, up to the closing quote or to white space or a semicolon. */
    static Optional<String> attribute(Bytes value, String name) {
        int from = end(value, name);
        if (from < 0) {
            return Optional.empty();
        }
        boolean quoted = from < value.length() && value.at(from) == '"';
        from += quoted ? 1 : 0;
        int to = from;
        while (to < value.length() && (quoted ? "\"" : "; \t").indexOf(value.at(to)) < 0) {
            to++;
        }
        return Optional.of(value.slice(from, to).latin1());
    }

    private static int end(Bytes value, String name) {
        for (int at = 0; at <= value.length() - name.length(); at++) {
            if (Ascii.startsWithIgnoreCase(value, at, name)) {
                return at + name.length();
            }
        }
        return -1;
    }

    /** Sets what is added to the message when the patch begins. */
    void messageId(Bytes id) {
        messageId = Optional.of(id);
    }

    /** Takes content that was not encoded. */
    void plain(Bytes text) {
        int at = 0;
        while (at < text.length()) {
            if (!needsLines()) {
                rest(text.slice(at, text.length()));
                return;
            }
            int end = Ascii.lineEnd(text, at);
            line(text.slice(at, end));
            at = end;
        }
    }

    /** Takes content that was decoded; what follows the last line end waits for more. */
    void decoded(Bytes text) {
        int from = 0;
        if (pending.length() > 0) {
            from = Ascii.lineEnd(text, 0);
            pending.write(text.slice(0, from));
            if (from == 0 || text.at(from - 1) != '\n') {
                return;
            }
            pendingLine();
        }
        int end = Math.max(from, lastLineEnd(text));
        plain(text.slice(from, end));
        pending.write(text.slice(end, text.length()));
    }

    /** Goes on with what waited and now has its line end; here git looks for space-stuffing in all of it. */
    private void pendingLine() {
        Bytes line = waiting();
        int end = textEnd(line);
        if (!flowed || (end == 3 && line.startsWith("-- "))) {
            forget();
            take(withoutCr(line));
            return;
        }
        int stuffed = end > 0 && line.at(0) == ' ' ? 1 : 0;
        pendingStart += stuffed;
        if (end > stuffed && line.at(end - 1) == ' ') {
            pending.truncate(pending.length() - line.length() + end - (dropsSpace ? 1 : 0));
        } else {
            forget();
            take(line.slice(stuffed, line.length()));
        }
    }

    private Bytes waiting() {
        return pending.toBytes().slice(pendingStart, pending.length());
    }

    private void forget() {
        pending.reset();
        pendingStart = 0;
    }

    /** Whether lines still have to be looked at one by one. */
    boolean needsLines() {
        return !filter.isInPatch() || flowed || options.quotedCr() == QuotedCr.STRIP;
    }

    private static int lastLineEnd(Bytes text) {
        int end = text.length();
        while (end > 0 && text.at(end - 1) != '\n') {
            end--;
        }
        return end;
    }

    private void rest(Bytes text) {
        int start = filter.patchLength();
        if (start != unreadEnd) {
            quotedCr = quotedCr();
            unreadStart = start;
        }
        filter.addPatch(text);
        unreadEnd = start + text.length();
    }

    private void line(Bytes line) {
        if (!flowed) {
            take(withoutCr(line));
            return;
        }
        int end = textEnd(line);
        if (end == 3 && line.startsWith("-- ")) {
            flush();
            take(line);
            return;
        }
        int from = end > 0 && line.at(0) == ' ' ? 1 : 0;
        if (end > from && line.at(end - 1) == ' ') {
            pending.write(line.slice(from, end - (dropsSpace ? 1 : 0)));
            return;
        }
        Bytes text = line.slice(from, line.length());
        if (pending.length() > 0) {
            text = joined(waiting(), text);
            forget();
        }
        take(text);
    }

    private Bytes withoutCr(Bytes line) {
        if (flowed || line.length() < 2 || !line.startsWith("\r\n", line.length() - 2)) {
            return line;
        }
        quotedCr = true;
        return options.quotedCr() == QuotedCr.STRIP ? joined(line.slice(0, line.length() - 2), LF) : line;
    }

    /** Where a line's own text ends, before its LF or CR and LF. */
    private static int textEnd(Bytes line) {
        int end = line.length();
        end -= line.at(end - 1) == '\n' ? 1 : 0;
        return end < line.length() && end > 0 && line.at(end - 1) == '\r' ? end - 1 : end;
    }

    static Bytes joined(Bytes first, Bytes second) {
        ByteSink sink = new ByteSink(first.length() + second.length());
        sink.write(first);
        sink.write(second);
        return sink.toBytes();
    }

    /** Lets go of what waited for the end of its line. */
    void flush() {
        if (pending.length() > 0) {
            Bytes text = waiting();
            forget();
            take(text);
        }
    }

    /** Takes a line of text as it is. */
    void take(Bytes text) {
        if (filter.isInPatch()) {
            filter.addPatch(text);
            return;
        }
        boolean header = filter.takesHeader(text);
        refused |= filter.failed();
        if (header) {
            return;
        }
        Optional<Bytes> converted = converted(text);
        if (converted.isEmpty() && options.bugsOfGit()) {
            refused = true;
            return;
        }
        Bytes utf8 = converted.orElse(text);
        if (!filter.takesText(utf8)) {
            messageId.filter(id -> options.messageId()).ifPresent(id -> {
                filter.addText(Bytes.ofUtf8("Message-Id: "));
                filter.addText(options.bugsOfGit() ? GitTransfer.untilNul(id) : id);
                filter.addText(LF);
            });
            filter.addPatch(utf8);
        }
    }

    private Optional<Bytes> converted(Bytes text) {
        if (charset.isEmpty()) {
            return Optional.of(text);
        }
        return options.bugsOfGit() ? GitCharset.toUtf8OrGiveUp(text, charset) : GitCharset.toUtf8(text, charset);
    }

    void end() {
        flush();
        filter.end();
        refused |= filter.failed();
    }

    GitFilter filter() {
        return filter;
    }

    /** Whether something was met that git gives up on; never unless its bugs are asked for. */
    boolean refused() {
        return refused;
    }

    boolean quotedCr() {
        if (quotedCr || unreadStart == unreadEnd) {
            return quotedCr;
        }
        Bytes unread = filter.patch().slice(unreadStart, unreadEnd);
        int from = unread.offset();
        return Scan.indexOfPair(unread.array(), (byte) '\r', (byte) '\n', from, from + unread.length()) >= 0;
    }
}
