package io.github.patchwork4j.client;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import okio.Buffer;

/** A file that is not there before all of it is: it grows beside its place, under another name. */
final class PartialFile implements Closeable {
    private final Path file;
    private final Path part;
    private final FileChannel channel;

    private PartialFile(Path file, Path part) throws IOException {
        this.file = file;
        this.part = part;
        this.channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Begins a file, whose folder must be there. */
    static PartialFile of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder");
        }
        Path part = file.toAbsolutePath().resolveSibling(".patchwork-" + UUID.randomUUID() + ".part");
        if (!Files.isDirectory(part.resolveSibling(""))) {
            throw new NoSuchFileException(part.resolveSibling("").toString(), null, "there is no such folder");
        }
        return new PartialFile(file, part);
    }

    /** Writes all that a buffer has. */
    void write(Buffer bytes) throws IOException {
        bytes.writeTo(Channels.newOutputStream(channel));
    }

    /** Puts the file in its place, when it is on the disk. */
    void finish() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(part);
        }
    }
}
