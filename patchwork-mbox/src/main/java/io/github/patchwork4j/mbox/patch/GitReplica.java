package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.GitTransfer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a mail line by line as {@code git mailinfo} does, with all of its accidents; {@link GitOptions} lists them.
 *
 * <p>There is no tree here: a boundary that opens is pushed, what is a boundary is a matter of how a line begins, and all lines
 * between run through one filter.
 */
final class GitReplica implements GitParts {
    private static final int MAX_BOUNDARIES = 4;

    private enum Transfer {
        NONE,
        BASE64,
        QUOTED_PRINTABLE
    }

    private final Bytes mail;
    private final GitContent content;
    private final Map<String, Bytes> headers = new HashMap<>();
    private final Deque<Bytes> boundaries = new ArrayDeque<>();

    /** The line that was read last; it stays when the end of the mail is met once more. */
    private Bytes line = Bytes.EMPTY;

    private int at;
    private boolean sawEnd;
    private boolean refused;
    private boolean silent;
    private Transfer transfer = Transfer.NONE;

    private GitReplica(Bytes mail, GitOptions options) {
        this.mail = mail;
        this.content = new GitContent(options);
    }

    static GitReplica of(Bytes mail, GitOptions options) {
        GitReplica replica = new GitReplica(mail, options);
        while (replica.at < mail.length() && GitSpace.is(mail.at(replica.at))) {
            replica.at++;
        }
        replica.silent = replica.at == mail.length();
        if (!replica.silent) {
            replica.read();
        }
        return replica;
    }

    private void read() {
        while (nextHeader()) {
            header(true);
        }
        body();
        content.end();
    }

    /** Reads a line with its LF; false at the end of the mail. */
    private boolean nextLine() {
        if (at == mail.length()) {
            // Only who meets the end for the first time is left with nothing.
            line = sawEnd ? line : Bytes.EMPTY;
            sawEnd = true;
            return false;
        }
        int end = Ascii.lineEnd(mail, at);
        line = mail.slice(at, end);
        at = end;
        sawEnd |= line.at(line.length() - 1) != '\n';
        return true;
    }

    /** Reads a header and unfolds it; false if the next line is none, which then is {@link #line}. */
    private boolean nextHeader() {
        if (!nextLine()) {
            return false;
        }
        Bytes first = Ascii.trimEnd(line);
        if (!isHeader(first)) {
            line = GitContent.joined(first, Bytes.ofUtf8("\n"));
            return false;
        }
        line = first;
        ByteSink unfolded = new ByteSink(0);
        while (at < mail.length() && (mail.at(at) == ' ' || mail.at(at) == '\t')) {
            int end = Ascii.lineEnd(mail, at);
            if (unfolded.length() == 0) {
                unfolded.write(first);
            }
            unfolded.write(Ascii.trimEnd(GitContent.joined(Bytes.ofUtf8(" "), mail.slice(at + 1, end))));
            at = end;
            line = unfolded.toBytes();
        }
        sawEnd |= at == mail.length();
        return true;
    }

    private static boolean isHeader(Bytes text) {
        if (text.startsWith("From ") || text.startsWith(">From ")) {
            return true;
        }
        int end = 0;
        while (end < text.length() && text.at(end) > ' ' && text.at(end) < 127 && text.at(end) != ':') {
            end++;
        }
        return end < text.length() && text.at(end) == ':';
    }

    private void header(boolean ofMail) {
        for (String name : InBodyHeaders.NAMES) {
            if (isNamed(name) && (ofMail || !headers.containsKey(name))) {
                headers.put(name, value(name));
                return;
            }
        }
        if (isNamed("content-type")) {
            contentType(value("content-type"));
        } else if (isNamed("content-transfer-encoding")) {
            String value = value("content-transfer-encoding").latin1().toLowerCase(Locale.ROOT);
            transfer = value.contains("base64")
                    ? Transfer.BASE64
                    : value.contains("quoted-printable") ? Transfer.QUOTED_PRINTABLE : Transfer.NONE;
        } else if (isNamed("message-id")) {
            content.messageId(value("message-id"));
        }
    }

    private boolean isNamed(String lowerCase) {
        return Ascii.startsWithIgnoreCase(line, 0, lowerCase)
                && lowerCase.length() < line.length()
                && line.at(lowerCase.length()) == ':';
    }

    private Bytes value(String name) {
        Bytes raw = GitTransfer.untilNul(line.slice(name.length() + 1, line.length()));
        Bytes value = Ascii.trimStart(raw);
        Optional<Bytes> decoded = GitWords.decode(value);
        refused |= decoded.isEmpty();
        return decoded.orElse(value);
    }

    private void contentType(Bytes bytes) {
        Bytes value = GitTransfer.untilNul(bytes);
        content.flow(value);
        Optional<String> boundary = GitContent.attribute(value, "boundary=");
        if (boundary.isPresent()) {
            if (boundaries.size() == MAX_BOUNDARIES) {
                refused = true;
                return;
            }
            boundaries.push(Bytes.of(("--" + boundary.get()).getBytes(StandardCharsets.ISO_8859_1)));
        }
        content.charset(value);
    }

    private void body() {
        if (!boundaries.isEmpty() && !skipToBoundary()) {
            return;
        }
        do {
            if (isBoundary()) {
                content.flush();
                if (!boundary()) {
                    return;
                }
            }
            content();
        } while (!isRefused() && nextLine());
        content.flush();
    }

    private boolean skipToBoundary() {
        while (nextLine()) {
            if (isBoundary()) {
                return true;
            }
        }
        return false;
    }

    private boolean isBoundary() {
        Bytes boundary = boundaries.peek();
        return boundary != null
                && boundary.length() <= line.length()
                && boundary.equals(line.slice(0, boundary.length()));
    }

    /** Goes on behind a boundary line, with the first line of the content that follows; false if there is none. */
    private boolean boundary() {
        Bytes end = Bytes.ofUtf8("\n");
        while (line.startsWith("--", boundaries.getFirst().length())) {
            boundaries.pop();
            content.take(end);
            // Of several ends in a row, only the first leaves an empty line.
            end = Bytes.EMPTY;
            if (isRefused() || !skipToBoundary()) {
                return false;
            }
        }
        transfer = Transfer.NONE;
        content.forgetCharset();
        while (nextHeader()) {
            header(false);
        }
        if (!nextLine()) {
            return false;
        }
        Bytes text = line.at(line.length() - 1) == '\n' ? line.slice(0, line.length() - 1) : line;
        line = GitContent.joined(text, Bytes.ofUtf8("\n"));
        return true;
    }

    private void content() {
        switch (transfer) {
            case NONE -> content.plain(line);
            case BASE64 -> content.decoded(GitTransfer.base64(line));
            case QUOTED_PRINTABLE -> content.decoded(GitTransfer.quotedPrintable(line));
        }
    }

    private boolean isRefused() {
        return refused || content.refused();
    }

    @Override
    public Optional<Bytes> header(String name) {
        return content.filter().header(name).or(() -> Optional.ofNullable(headers.get(name)));
    }

    @Override
    public Bytes message() {
        return content.filter().message();
    }

    @Override
    public Bytes patch() {
        return content.filter().patch();
    }

    @Override
    public boolean refused() {
        return isRefused() || silent;
    }

    @Override
    public boolean silent() {
        return silent;
    }

    @Override
    public boolean quotedCr() {
        return content.quotedCr();
    }
}
