package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The mails of an archive, split off one by one as they are asked for; can be gone through once, by one thread.
 *
 * <p>Where the archive comes from a stream that fails, iterating throws {@link UncheckedIOException}.
 */
public final class MailArchive implements Iterable<ArchivedMail>, AutoCloseable {
    private final Window window;
    private final MailSplitter splitter;

    MailArchive(Window window, SplitRule rule, LineEnds lineEnds, Limits limits) {
        this.window = window;
        this.splitter = new MailSplitter(window, rule, lineEnds, limits);
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
            return splitter.next();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the archive", e);
        }
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
     * Closes the stream or file that the archive is read from.
     *
     * @throws IOException if that fails
     */
    @Override
    public void close() throws IOException {
        window.close();
    }
}
