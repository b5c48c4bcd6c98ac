package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.util.List;

/**
 * A diff of any number of files, as it stands in a mail, a file, or the answer of a server.
 *
 * <p>Text before, between and behind the files is passed over as {@code git apply} does; it stays at hand as the
 * {@linkplain FileDiff#preamble() preamble} of the file that follows, or as the {@link #trailer()}. All parts are views of
 * the bytes that were parsed. An instance does not change and may be shared between threads.
 */
public final class Diff {
    private final Bytes bytes;
    private final List<FileDiff> files;
    private final List<Hunk> orphanHunks;
    private final List<Diagnostic> diagnostics;
    private final int trailerFrom;

    Diff(Bytes bytes, List<FileDiff> files, List<Hunk> orphanHunks, List<Diagnostic> diagnostics, int trailerFrom) {
        this.bytes = bytes;
        this.files = List.copyOf(files);
        this.orphanHunks = List.copyOf(orphanHunks);
        this.diagnostics = diagnostics;
        this.trailerFrom = trailerFrom;
    }

    /**
     * Reads a diff, finding out by itself whether names have a prefix.
     *
     * @param text the text, with whatever is around the diff in it
     * @return what could be read; no text makes this throw
     */
    public static Diff parse(Bytes text) {
        return parse(text, DiffOptions.DEFAULT);
    }

    /**
     * Reads a diff.
     *
     * @param text the text, with whatever is around the diff in it
     * @param options how to read it
     * @return what could be read; no text makes this throw
     */
    public static Diff parse(Bytes text, DiffOptions options) {
        return new DiffParser(text, options).parse();
    }

    /**
     * Returns the text that was parsed.
     *
     * @return all of it
     */
    public Bytes bytes() {
        return bytes;
    }

    /**
     * Returns the files, in the order of the diff; a file may be there more than once.
     *
     * @return the files
     */
    public List<FileDiff> files() {
        return files;
    }

    /**
     * Returns hunks that no file's header precedes; each has a diagnostic.
     *
     * @return the hunks, in the order of the diff
     */
    public List<Hunk> orphanHunks() {
        return orphanHunks;
    }

    /**
     * Returns what is broken in the diff. A diff that {@code git apply} refuses has at least one; payloads of binaries are
     * not looked into.
     *
     * @return the diagnostics, in the order they were found; their offsets count from the beginning of the text
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * Returns the text behind the last file, for example the signature of a mail.
     *
     * @return the bytes; all of the text if there is no file
     */
    public Bytes trailer() {
        return bytes.slice(trailerFrom, bytes.length());
    }

    /**
     * Finds what tools other than git have written around the files: names, notes about binaries and properties, and the
     * beginnings of diffs in formats that are not read. {@link #files()} has none of it, as git has not.
     *
     * @return the notes in the order of the text, found anew by each call
     */
    public List<DiffNote> notes() {
        NoteReader reader = new NoteReader(bytes);
        for (FileDiff file : files) {
            reader.read(file.offset() - file.preamble().length(), file.offset());
        }
        reader.read(trailerFrom, bytes.length());
        return reader.notes();
    }

    /**
     * Returns how many lines all files together add.
     *
     * @return the sum
     */
    public long addedLines() {
        return files.stream().mapToLong(FileDiff::addedLines).sum();
    }

    /**
     * Returns how many lines all files together delete.
     *
     * @return the sum
     */
    public long deletedLines() {
        return files.stream().mapToLong(FileDiff::deletedLines).sum();
    }

    /** Returns the number of files, for a debugger. */
    @Override
    public String toString() {
        return "Diff[" + files.size() + " files]";
    }
}
