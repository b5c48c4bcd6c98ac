package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.List;
import java.util.Optional;

/** One mail of an archive, as it lies there and as it was before it was put in. */
public final class ArchivedMail {
    private final long index;
    private final long offset;
    private final Bytes raw;
    private final int envelopeEnd;
    private final SplitRule rule;
    private final LineEnds lineEnds;
    private final List<Diagnostic> diagnostics;

    ArchivedMail(
            long index,
            long offset,
            Bytes raw,
            boolean hasEnvelope,
            SplitRule rule,
            LineEnds lineEnds,
            List<Diagnostic> diagnostics) {
        this.index = index;
        this.offset = offset;
        this.raw = raw;
        this.envelopeEnd = hasEnvelope ? Ascii.lineEnd(raw, 0) : 0;
        this.rule = rule;
        this.lineEnds = lineEnds;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Returns which mail of the archive this is.
     *
     * @return its place, from 0
     */
    public long index() {
        return index;
    }

    /**
     * Returns where {@link #raw()} begins.
     *
     * @return the offset from the beginning of the archive, in bytes
     */
    public long offset() {
        return offset;
    }

    /**
     * Returns what the archive holds for this mail, unchanged: the envelope line, the mail, and what separates it from the
     * next.
     *
     * @return the bytes; cut at {@link io.github.patchwork4j.mbox.Limits#maxMessageBytes()}
     */
    public Bytes raw() {
        return raw;
    }

    /**
     * Returns the line that begins the mail in the archive.
     *
     * @return the line without its line end, from {@code From } on; empty if the file is a single mail without one
     */
    public Optional<Bytes> envelope() {
        return envelopeEnd == 0 ? Optional.empty() : Optional.of(Ascii.trimEnd(raw.slice(0, envelopeEnd)));
    }

    /**
     * Returns the mail without its envelope line, with the changes of the {@link SplitRule} and the {@link LineEnds}
     * undone. A slice of {@link #raw()} if nothing had to be changed, else a new copy on each call.
     *
     * @return the bytes of the mail
     */
    public Bytes content() {
        Bytes mail = raw.slice(envelopeEnd, raw.length());
        if (rule == SplitRule.ANY_FROM) {
            return withoutSeparator(mail);
        }
        boolean dropCr = lineEnds == LineEnds.AS_GIT && mail.indexOf((byte) '\r', 0) >= 0;
        return dropCr || rule == SplitRule.MBOXRD ? rewritten(mail, dropCr) : mail;
    }

    private static Bytes withoutSeparator(Bytes mail) {
        int length = mail.length();
        boolean emptyLastLine =
                length > 0 && mail.at(length - 1) == '\n' && (length == 1 || mail.at(length - 2) == '\n');
        return emptyLastLine ? mail.slice(0, length - 1) : mail;
    }

    private Bytes rewritten(Bytes mail, boolean dropCr) {
        ByteSink out = new ByteSink(mail.length());
        int at = 0;
        while (at < mail.length()) {
            int end = Ascii.lineEnd(mail, at);
            int from = rule == SplitRule.MBOXRD && isQuotedFrom(mail, at, end) ? at + 1 : at;
            if (dropCr && end - from > 1 && mail.at(end - 1) == '\n' && mail.at(end - 2) == '\r') {
                out.write(mail.slice(from, end - 2));
                out.write('\n');
            } else {
                out.write(mail.slice(from, end));
            }
            at = end;
        }
        return out.length() == mail.length() ? mail : out.toBytes();
    }

    private static boolean isQuotedFrom(Bytes mail, int from, int to) {
        int at = from;
        while (at < to && mail.at(at) == '>') {
            at++;
        }
        return at > from && mail.startsWith(FromLine.START, at);
    }

    /**
     * Tells what was noticed while this mail was split off; offsets count from the beginning of the archive.
     *
     * @return the diagnostics, mostly none
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Override
    public String toString() {
        return "ArchivedMail[" + index + " at " + offset + ", " + raw.length() + " bytes]";
    }
}
