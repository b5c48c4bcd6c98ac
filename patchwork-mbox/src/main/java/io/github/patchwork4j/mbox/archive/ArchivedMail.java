package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One mail of an archive, as it lies there and as it was before it was put in. */
public final class ArchivedMail {
    private final long index;
    private final long offset;
    private final @Nullable Path file;
    private final Bytes raw;
    private final long length;
    private final int envelopeEnd;
    private final int contentEnd;
    private final Unpacking unpacking;
    private final List<Diagnostic> diagnostics;

    ArchivedMail(
            long index,
            long offset,
            @Nullable Path file,
            Bytes raw,
            long length,
            int envelopeEnd,
            int contentEnd,
            Unpacking unpacking,
            List<Diagnostic> diagnostics) {
        this.index = index;
        this.offset = offset;
        this.file = file;
        this.raw = raw;
        this.length = length;
        this.envelopeEnd = envelopeEnd;
        this.contentEnd = Math.max(contentEnd, envelopeEnd);
        this.unpacking = unpacking;
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
     * @return the offset from the beginning of the archive, or of {@link #file()} in a folder, in bytes; of inflated
     *     ones if it is compressed
     */
    public long offset() {
        return offset;
    }

    /**
     * Returns the file that the mail lies in.
     *
     * @return the path, if the archive was opened by one
     */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Returns the rule by which the mail was split off.
     *
     * @return the rule; what {@link SplitRule#AUTO} chose, and {@link SplitRule#SINGLE} in a folder
     */
    public SplitRule rule() {
        return unpacking.rule();
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
     * Returns how many bytes the archive holds for this mail.
     *
     * @return the length of {@link #raw()}, or more if that was cut
     */
    public long length() {
        return length;
    }

    /**
     * Returns the kind of the archive that the mail lies in.
     *
     * @return the format; {@link ArchiveFormat#UNKNOWN} for a series whose files could not be read
     */
    public ArchiveFormat format() {
        return unpacking.format();
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
     * undone; patches of other tools are rewritten as mails, as {@code git am} does. A slice of {@link #raw()} if nothing
     * had to be changed, else a new copy on each call.
     *
     * @return the bytes of the mail
     */
    public Bytes content() {
        return unpacking.restore(raw.slice(envelopeEnd, contentEnd));
    }

    /**
     * Returns the mail with its envelope line, which {@code git mailsplit} leaves on it and {@code git mailinfo} counts among its headers:
     * an empty line behind it ends them.
     *
     * @return the envelope line and {@link #content()}
     */
    public Bytes contentWithEnvelope() {
        return unpacking.restore(raw.slice(0, contentEnd));
    }

    /** How long the envelope line is, its line end included; 0 if there is none. */
    int envelopeEnd() {
        return envelopeEnd;
    }

    /** What stands between the mail and the next one, by the rule. */
    Bytes separator() {
        return raw.slice(contentEnd, raw.length());
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
