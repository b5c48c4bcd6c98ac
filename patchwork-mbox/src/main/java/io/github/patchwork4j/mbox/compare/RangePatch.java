package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffPath;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.FileMode;
import io.github.patchwork4j.mbox.diff.FileStatus;
import io.github.patchwork4j.mbox.diff.Hunk;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.util.ArrayList;
import java.util.List;

/**
 * A patch as {@link RangeDiff} compares it: author, message and diff in the form of {@code git range-diff}, without what
 * changes when a patch is only moved: line numbers and ids.
 */
public final class RangePatch {
    private final String id;
    private final String subject;
    private final List<Bytes> lines;
    private final int diffFrom;

    private RangePatch(String id, String subject, List<Bytes> lines, int diffFrom) {
        this.id = id;
        this.subject = subject;
        this.lines = List.copyOf(lines);
        this.diffFrom = diffFrom;
    }

    /**
     * Takes the patch of a mail.
     *
     * @param mail the mail, read in the dialect of git
     * @param id by what the patch is known, such as the first digits of its commit's id; shown, not compared
     * @return the patch
     */
    public static RangePatch of(PatchMail mail, String id) {
        List<Bytes> lines = new ArrayList<>();
        add(lines, " ## Metadata ##");
        MailAddress author = mail.author().orElse(new MailAddress("", ""));
        add(lines, "Author: " + author.name() + " <" + author.email() + ">");
        add(lines, "");
        add(lines, " ## Commit message ##");
        String subject = mail.subject().name();
        message(lines, subject + "\n\n" + mail.message());
        int diffFrom = lines.size() + 1;
        for (FileDiff file : Diff.parse(mail.patchText()).files()) {
            add(lines, "");
            file(lines, file);
        }
        return new RangePatch(id, subject, lines, Math.min(diffFrom, lines.size()));
    }

    private static void add(List<Bytes> lines, String line) {
        lines.add(Bytes.ofUtf8(line));
    }

    private static void message(List<Bytes> lines, String text) {
        Bytes message = Ascii.trimEnd(Bytes.ofUtf8(text));
        for (int at = 0; at < message.length(); ) {
            int end = Ascii.lineEnd(message, at);
            add(
                    lines,
                    Ascii.trimEnd(Bytes.ofUtf8("    " + message.slice(at, end).utf8()))
                            .utf8());
            at = end;
        }
    }

    private static void file(List<Bytes> lines, FileDiff file) {
        ByteSink head = new ByteSink(100);
        head.write(Bytes.ofUtf8(" ## "));
        Bytes name = file.path().bytes();
        if (file.status() == FileStatus.RENAMED) {
            head.write(file.oldPath().map(DiffPath::bytes).orElse(Bytes.EMPTY));
            head.write(Bytes.ofUtf8(" => "));
        }
        head.write(name);
        head.write(Bytes.ofUtf8(suffix(file) + " ##"));
        lines.add(head.toBytes());
        if (file.isBinary()) {
            binary(lines, file);
        }
        for (Hunk hunk : file.hunks()) {
            ByteSink mark = new ByteSink(100);
            mark.write(Bytes.ofUtf8("@@"));
            if (!hunk.section().isEmpty()) {
                mark.write(Bytes.ofUtf8(" "));
                mark.write(name);
                mark.write(Bytes.ofUtf8(": "));
                mark.write(hunk.section());
            }
            lines.add(mark.toBytes());
            Bytes bytes = hunk.bytes();
            for (int at = Ascii.lineEnd(bytes, 0); at < bytes.length(); ) {
                int end = Ascii.lineEnd(bytes, at);
                lines.add(bytes.slice(at, bytes.at(end - 1) == '\n' ? end - 1 : end));
                at = end;
            }
        }
    }

    private static String suffix(FileDiff file) {
        return switch (file.status()) {
            case ADDED -> " (new)";
            case DELETED -> " (deleted)";
            default -> {
                FileMode before = file.oldMode().orElse(null);
                FileMode after = file.newMode().orElse(null);
                boolean changes = before != null && after != null && !before.equals(after);
                yield changes ? " (mode change " + before + " => " + after + ")" : "";
            }
        };
    }

    private static void binary(List<Bytes> lines, FileDiff file) {
        Bytes none = Bytes.ofUtf8("/dev/null");
        ByteSink line = new ByteSink(100);
        line.write(Bytes.ofUtf8("Binary files "));
        line.write(file.oldPath().map(DiffPath::bytes).orElse(none));
        line.write(Bytes.ofUtf8(" and "));
        line.write(file.newPath().map(DiffPath::bytes).orElse(none));
        line.write(Bytes.ofUtf8(" differ"));
        lines.add(line.toBytes());
    }

    /**
     * Returns by what the patch is known.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Returns the first line of the message.
     *
     * @return the subject without prefixes
     */
    public String subject() {
        return subject;
    }

    /**
     * Returns all that is compared.
     *
     * @return the lines, without line feeds
     */
    public List<Bytes> lines() {
        return lines;
    }

    /** The lines of the diff alone, by which patches are found again. */
    List<Bytes> diffLines() {
        return lines.subList(diffFrom, lines.size());
    }

    /** How many lines the diff has for git where it weighs to leave the patch alone; empty ones between files do not count. */
    int diffSize() {
        int size = 0;
        for (Bytes line : diffLines()) {
            size += line.isEmpty() ? 0 : 1;
        }
        return size;
    }

    /** Returns id and subject, for a debugger. */
    @Override
    public String toString() {
        return id + " " + subject;
    }
}
