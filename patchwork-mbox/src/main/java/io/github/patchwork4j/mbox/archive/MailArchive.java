package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The mails of an archive, split off one by one as they are asked for; can be gone through once, by one thread.
 *
 * <p>Where the archive comes from a stream that fails, iterating throws {@link UncheckedIOException}.
 */
public final class MailArchive implements Iterable<ArchivedMail>, AutoCloseable {
    private final MailSource source;

    MailArchive(MailSource source) {
        this.source = source;
    }

    /**
     * Returns the mails that were not yet taken; every iterator of an archive takes from the same rest.
     *
     * @return the mails in the order of the archive
     */
    @Override
    public Iterator<ArchivedMail> iterator() {
        return new Iterator<>() {
            private @Nullable ArchivedMail ahead;

            @Override
            public boolean hasNext() {
                if (ahead == null) {
                    ahead = split();
                }
                return ahead != null;
            }

            @Override
            public ArchivedMail next() {
                ArchivedMail next = hasNext() ? ahead : null;
                if (next == null) {
                    throw new NoSuchElementException("the archive has no more mails");
                }
                ahead = null;
                return next;
            }
        };
    }

    private @Nullable ArchivedMail split() {
        try {
            return source.next();
        } catch (IOException e) {
            throw unchecked(e);
        }
    }

    private static UncheckedIOException unchecked(IOException e) {
        return new UncheckedIOException("cannot read the archive", e);
    }

    /**
     * Returns the mails that were not yet taken.
     *
     * @return a lazy, ordered stream
     */
    public Stream<ArchivedMail> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), traits), false);
    }

    /**
     * Works on the mails that were not yet taken with several threads, and takes what comes of them in the order of the archive. Memory
     * is bounded: no more than a few mails, or MiB of small ones, are under way for each thread.
     *
     * @param threads how many threads work, at least 1; they end with this method
     * @param work what to do with a mail; called by these threads
     * @param results takes what came of the mails; called by the calling thread alone
     * @param <R> what comes of a mail
     * @throws RuntimeException what {@code work} or {@code results} throws, that of the first mail
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; it stays so
     */
    public <R> void mapInOrder(
            int threads, Function<? super ArchivedMail, ? extends R> work, Consumer<? super R> results) {
        new InOrder<R>(threads, work, results).run(iterator());
    }

    /**
     * Tells what kind of archive this is, from its first lines.
     *
     * @return what {@link SplitRule#AUTO} found; for other rules {@link ArchiveFormat#MBOX}, {@link ArchiveFormat#MAIL}
     *     or {@link ArchiveFormat#FOLDER}
     */
    public ArchiveFormat format() {
        try {
            return source.format();
        } catch (IOException e) {
            throw unchecked(e);
        }
    }

    /**
     * Returns the white space before the first mail, which belongs to none.
     *
     * @return the bytes, mostly none; cut at {@link io.github.patchwork4j.mbox.Limits#maxMessageBytes()}
     */
    public Bytes preamble() {
        try {
            return source.preamble();
        } catch (IOException e) {
            throw unchecked(e);
        }
    }

    /**
     * Tells what was noticed so far about the archive as a whole, such as compressed data that breaks off or a file of a folder that
     * cannot be read; all of it once there are no more mails.
     *
     * @return the diagnostics, mostly none
     */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(source.diagnostics());
    }

    /**
     * Closes the stream or file that the archive is read from.
     *
     * @throws IOException if that fails
     */
    @Override
    public void close() throws IOException {
        source.close();
    }
}
