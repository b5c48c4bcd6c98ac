package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 *
 * <p>Whatever is compressed with gzip (RFC 1952), in one member or several, is inflated within
 * {@link Limits#maxInflatedBytes()} and {@link Limits#maxInflationRatio()}.
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
     * @param newLimits the limits; those of messages and of inflation count here
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

    SplitRule rule() {
        return rule;
    }

    LineEnds lineEnds() {
        return lineEnds;
    }

    Limits limits() {
        return limits;
    }

    /**
     * Opens a file or a folder; close the archive to close it.
     *
     * <p>Of a Maildir, the files in {@code cur} and then those in {@code new} are read, of any other folder its own, but none whose name
     * starts with a dot. They are taken in the order of {@code git mailsplit}: by name, runs of digits by their number.
     *
     * @param path the file or the folder
     * @return the archive, read while it is iterated over
     * @throws IOException if it cannot be opened
     */
    public MailArchive open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new MailArchive(FolderSource.of(this, path));
        }
        MailSource source = splitter(path, 0, null);
        try {
            if (rule == SplitRule.AUTO && source.format() == ArchiveFormat.STGIT_SERIES) {
                source.close();
                return new MailArchive(FolderSource.series(this, path));
            }
            return new MailArchive(source);
        } catch (IOException e) {
            source.close();
            throw e;
        }
    }

    /** Opens a file; where its format is known, it holds one mail. */
    MailSplitter splitter(Path file, long firstIndex, @Nullable ArchiveFormat known) throws IOException {
        return new MailSplitter(new Window(Files.newInputStream(file), chunk, limits), this, file, firstIndex, known);
    }

    /**
     * Reads a stream; peak memory is about a chunk and twice the largest mail that is accepted.
     *
     * @param in the stream; closing the archive closes it
     * @return the archive, read while it is iterated over
     */
    public MailArchive read(InputStream in) {
        return new MailArchive(new MailSplitter(new Window(in, chunk, limits), this, null, 0, null));
    }

    /**
     * Reads a channel, such as a {@link java.nio.channels.FileChannel}, from its position on.
     *
     * @param channel the channel; closing the archive closes it
     * @return the archive, read while it is iterated over
     */
    public MailArchive read(ReadableByteChannel channel) {
        return read(Channels.newInputStream(channel));
    }

    /**
     * Reads bytes in memory; the mails are slices of them.
     *
     * @param bytes the whole archive
     * @return the archive
     */
    public MailArchive read(Bytes bytes) {
        int end = bytes.offset() + bytes.length();
        if (InflatingStream.isGzip(bytes.array(), bytes.offset(), end)) {
            return read(new ByteArrayInputStream(bytes.array(), bytes.offset(), bytes.length()));
        }
        return new MailArchive(new MailSplitter(new Window(bytes), this, null, 0, null));
    }
}
