package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Opens mail archives; immutable, and may be shared by threads.
 *
 * <pre>{@code
 * try (MailArchive archive = ArchiveReader.of(SplitRule.MBOXRD).open(path)) {
 *     for (ArchivedMail mail : archive) {
 *         System.out.println(Mail.parse(mail.content()).subject());
 *     }
 * }
 * }</pre>
 */
public final class ArchiveReader {
    private static final int CHUNK = 1 << 20;

    private final SplitRule rule;
    private final LineEnds lineEnds;
    private final Limits limits;
    private final int chunk;

    private ArchiveReader(SplitRule rule, LineEnds lineEnds, Limits limits, int chunk) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.lineEnds = Objects.requireNonNull(lineEnds, "lineEnds");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.chunk = chunk;
    }

    /**
     * Returns a reader with {@link LineEnds#AS_GIT}, {@link Limits#UNTRUSTED} and chunks of 1 MiB.
     *
     * @param rule which lines begin a mail
     * @return a new reader
     */
    public static ArchiveReader of(SplitRule rule) {
        return new ArchiveReader(rule, LineEnds.AS_GIT, Limits.UNTRUSTED, CHUNK);
    }

    /**
     * Returns a reader like this one with other line ends.
     *
     * @param newLineEnds what becomes of CR LF
     * @return a new reader
     */
    public ArchiveReader withLineEnds(LineEnds newLineEnds) {
        return new ArchiveReader(rule, newLineEnds, limits, chunk);
    }

    /**
     * Returns a reader like this one with other limits.
     *
     * @param newLimits the limits; {@link Limits#maxMessageBytes()} is the one that counts here
     * @return a new reader
     */
    public ArchiveReader withLimits(Limits newLimits) {
        return new ArchiveReader(rule, lineEnds, newLimits, chunk);
    }

    /**
     * Returns a reader like this one with other chunks; what is read does not depend on them.
     *
     * @param bytes how many bytes are read from a stream at once, at least 1
     * @return a new reader
     */
    public ArchiveReader withChunkBytes(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("chunk must have at least 1 byte: " + bytes);
        }
        return new ArchiveReader(rule, lineEnds, limits, bytes);
    }

    /**
     * Opens a file; close the archive to close it.
     *
     * @param file the file
     * @return the archive, read while it is iterated over
     * @throws IOException if the file cannot be opened
     */
    public MailArchive open(Path file) throws IOException {
        return read(Files.newInputStream(file));
    }

    /**
     * Reads a stream; peak memory is about a chunk and twice the largest mail that is accepted.
     *
     * @param in the stream; closing the archive closes it
     * @return the archive, read while it is iterated over
     */
    public MailArchive read(InputStream in) {
        return new MailArchive(new Window(in, chunk), rule, lineEnds, limits);
    }

    /**
     * Reads bytes in memory; the mails are slices of them.
     *
     * @param bytes the whole archive
     * @return the archive
     */
    public MailArchive read(Bytes bytes) {
        return new MailArchive(new Window(bytes), rule, lineEnds, limits);
    }
}
