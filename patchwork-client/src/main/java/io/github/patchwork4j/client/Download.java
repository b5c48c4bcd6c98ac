package io.github.patchwork4j.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Mails or a diff on their way from the server, to be read once and closed: as a stream, as bytes or into a file.
 *
 * <pre>{@code
 * client.patches().mbox(patch).atMost(10_000_000).saveTo(Path.of("fix.mbox"));
 * }</pre>
 *
 * <p>The bytes are as the server sends them: UTF-8 whatever the headers say, and with lines that begin with
 * {@code From } inside of mails, unescaped. When the connection breaks, {@link #bytes()} and {@link #saveTo(Path)} ask for all of
 * it again, as {@link Retries} say; a {@link #stream()} ends. The total of the {@link Timeouts} ends with the last byte.
 */
public final class Download implements AutoCloseable {
    private static final long CHUNK = 64 * 1024;

    private Incoming incoming;
    private BufferedSource source;
    private @Nullable Restart restart;

    Download(Incoming incoming) {
        this.incoming = incoming;
        this.source = Okio.buffer(incoming);
    }

    /** Returns this download, which is begun again when it breaks off. */
    Download orAgain(Restart newRestart) {
        restart = newRestart;
        return this;
    }

    /** Returns what reads a download and closes it. */
    static <R> Function<Download, R> read(Function<? super Download, ? extends R> reading) {
        return download -> {
            try (download) {
                return reading.apply(download);
            }
        };
    }

    /** Returns this download, whose end is reached only if all that came passes. */
    Download checked(SeriesProof proof) {
        incoming.check(proof);
        return this;
    }

    /**
     * Limits the download. As soon as it is known to be larger, nothing more of it is read: whatever is reading fails
     * with a {@link DownloadTooLargeException}, before the first byte if the server tells the size.
     *
     * @param bytes how many bytes may come, from 0; of the inflated ones if the server compresses
     * @return this download
     * @throws IllegalArgumentException if the number is negative
     */
    public Download atMost(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("limit of a download is negative: " + bytes);
        }
        incoming.atMost(bytes);
        return this;
    }

    /**
     * Tells somebody how far it is, in place of whoever was told before.
     *
     * @param progress who
     * @return this download
     */
    public Download onProgress(DownloadProgress progress) {
        incoming.onProgress(progress);
        return this;
    }

    /**
     * Returns the bytes as they arrive.
     *
     * @return a stream that reads from the connection; its {@code read} throws an {@link IOException} when that breaks,
     *     and closing it closes the download
     */
    public InputStream stream() {
        restart = null; // what has been read cannot be taken back
        return source.inputStream();
    }

    /**
     * Reads all bytes that have not been read and closes the download.
     *
     * @return the bytes
     * @throws DownloadTooLargeException if there are more than it was limited to
     * @throws TransportException if the connection breaks
     */
    public byte[] bytes() {
        try (this) {
            return whole(() -> {
                try {
                    return source.readByteArray();
                } catch (IOException e) {
                    throw incoming.broken(e);
                }
            });
        }
    }

    /** Reads all of it, from its beginning if it breaks off. */
    private <R> R whole(Supplier<R> reading) {
        for (; ; ) {
            try {
                return reading.get();
            } catch (TransportException e) {
                Restart again = restart;
                if (again == null || incoming.isCanceled()) {
                    throw e;
                }
                close();
                Download next = again.after(e);
                incoming.replaceBy(next.incoming);
                incoming = next.incoming;
                source = next.source;
            }
        }
    }

    /**
     * Writes all bytes that have not been read into a file and closes the download. They grow in a file beside it, called
     * {@code .patchwork-….part}, which takes its place when it is whole and on the disk. So the file is there with all
     * bytes or is what it was before; whatever fails, the other one is removed.
     *
     * @param file the file, which is replaced if there is one, and so is a link; its folder must be there
     * @return the file
     * @throws DownloadTooLargeException if there are more bytes than it was limited to
     * @throws TransportException if the connection breaks, the thread is interrupted, or the download was canceled
     * @throws UncheckedIOException if the file cannot be written
     */
    public Path saveTo(Path file) {
        try (this) {
            return whole(() -> write(file));
        }
    }

    private Path write(Path file) {
        try (PartialFile part = PartialFile.of(file)) {
            Buffer chunk = new Buffer();
            while (arrives(chunk)) {
                part.write(chunk);
            }
            part.finish();
            return file;
        } catch (ClosedByInterruptException e) {
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw incoming.broken(interrupted);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e, e);
        }
    }

    private boolean arrives(Buffer chunk) {
        try {
            if (source.read(chunk, CHUNK) != -1) {
                return true;
            }
            incoming.refuseCanceled();
            return false;
        } catch (IOException e) {
            throw incoming.broken(e);
        }
    }

    /** Gives the connection free, whether or not all was read. */
    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            // A connection that breaks while it is given back is given back.
        }
    }
}
