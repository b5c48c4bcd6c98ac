package io.github.patchwork4j.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list on the server, all pages of it, fetched page by page as it is walked through.
 *
 * <p>Making one asks the server nothing; each walk asks anew, and never for a page before its first row is needed.
 * While rows are added to the list or leave it, the pages behind them shift, so a walk may see a row twice or miss one
 * unless it is {@link #steady()}.
 * Instances are immutable and safe to share between threads; their iterators are not.
 *
 * <p>Walking throws a {@link PatchworkException} when a request fails.
 *
 * @param <T> what the list is of
 */
public final class Paged<T> implements Iterable<T> {
    /** The most rows that a server puts on one page. */
    public static final int MAX_PAGE_SIZE = 250;

    /** The most pages that a walk fetches ahead. */
    public static final int MAX_PREFETCH = 16;

    private static final int DEFAULT_PAGE_SIZE = 100;

    private final PageSource<T> source;
    private final @Nullable ToLongFunction<T> ids;
    private final Walk walk;

    /** Which part of a list is wanted, and how many pages are fetched before they are needed. */
    private record Walk(Cursor start, long limit, int ahead, boolean steady) {}

    private Paged(PageSource<T> source, @Nullable ToLongFunction<T> ids, Walk walk) {
        this.source = source;
        this.ids = ids;
        this.walk = walk;
    }

    static <T> Paged<T> of(PageSource<T> source, @Nullable ToLongFunction<T> ids) {
        Walk whole = new Walk(new Cursor(1, DEFAULT_PAGE_SIZE), Long.MAX_VALUE, 0, false);
        return new Paged<>(source, ids, whole);
    }

    private Paged<T> with(Cursor start, long limit, int ahead) {
        if (walk.steady() && (ahead > 0 || start.page() > 1)) {
            throw new IllegalStateException("a steady walk begins with the list and fetches one page after the other");
        }
        return new Paged<>(source, ids, new Walk(start, limit, ahead, walk.steady()));
    }

    /**
     * Returns the same list in pages of another size. This changes how many requests a walk takes, never what it sees.
     *
     * @param pageSize how many rows to ask for at once, from 1 to {@value #MAX_PAGE_SIZE}; 100 unless set
     * @return the list, from its beginning
     * @throws IllegalArgumentException if the size is out of range
     */
    public Paged<T> pageSize(int pageSize) {
        return with(new Cursor(1, pageSize), walk.limit(), walk.ahead());
    }

    /**
     * Returns the first rows of the list, and asks the server for no page beyond them.
     *
     * @param limit how many rows, at least 0
     * @return the list, cut off
     * @throws IllegalArgumentException if the limit is negative
     */
    public Paged<T> limit(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit is negative: " + limit);
        }
        return with(walk.start(), limit, walk.ahead());
    }

    /**
     * Returns the rest of the list, from the place where an earlier walk stopped.
     *
     * @param cursor what {@link Page#next()} gave
     * @return the list from there on, in pages of the same size
     */
    public Paged<T> from(Cursor cursor) {
        return with(cursor, walk.limit(), walk.ahead());
    }

    /**
     * Returns the same list, of which a walk fetches some pages before they are needed, several at once. What it sees is the
     * same, and an error comes at the place of its page. No page is asked for that is not known to be there: servers that
     * do not tell which page is the last are asked for one page ahead. A walk that is given up leaves at most that many
     * requests behind; closing its {@link #stream()} ends them.
     *
     * @param pages how many pages at most, from 0 (none unless set) to {@value #MAX_PREFETCH}; so many are kept in memory too
     * @return the list
     * @throws IllegalArgumentException if the number is out of range
     */
    public Paged<T> prefetch(int pages) {
        if (pages < 0 || pages > MAX_PREFETCH) {
            throw new IllegalArgumentException("pages to fetch ahead must be from 0 to " + MAX_PREFETCH + ": " + pages);
        }
        return with(walk.start(), walk.limit(), pages);
    }

    /**
     * Returns the same list, of which a walk neither misses nor repeats a row that stays in it, whatever else joins or leaves
     * the list in the meantime. That is possible only where rows come in the order of their ids, as those of all lists but
     * events do unless another order is asked for. It takes a few requests more. What joins behind the place where the
     * walk is may be seen, what joins before it is not.
     *
     * <p>A walk throws {@link IllegalStateException} when rows do not come in the order of their ids. Its pages have no cursors.
     *
     * @return the list, in pages of sizes that change
     * @throws IllegalStateException if the list has events, which only have dates (read those {@code since} the last one, and
     *     skip what is known), if it does not begin at its first page, or pages are to be fetched ahead
     */
    public Paged<T> steady() {
        if (ids == null) {
            throw new IllegalStateException(
                    "events come in the order of their dates, which several may share: ask for those"
                            + " since the last date, and skip what is known");
        }
        return new Paged<>(source, ids, new Walk(walk.start(), walk.limit(), walk.ahead(), true))
                .with(walk.start(), walk.limit(), walk.ahead());
    }

    /**
     * Counts the rows. Where the server tells which page is the last, this takes one request for a single row; where it does
     * not, the list is walked through.
     *
     * @return how many rows a walk would see if nothing changed in the meantime
     */
    public long count() {
        return toCount().run();
    }

    Task<Long> toCount() {
        return source.page(new Cursor(1, 1)).then(first -> {
            LinkHeader link = first.link();
            if (link.last().isEmpty()
                    && link.next() != LinkHeader.Next.NO
                    && !first.items().isEmpty()) {
                AtomicLong rows = new AtomicLong();
                return toWalk(page -> rows.addAndGet(page.items().size()) > 0).map(done -> rows.get());
            }
            long all = first.items().isEmpty() ? 0 : link.last().orElse(1);
            long before = (walk.start().page() - 1L) * walk.start().pageSize();
            return Task.done(Math.min(Math.max(all - before, 0), walk.limit()));
        });
    }

    /**
     * Returns the list page by page.
     *
     * @return the pages, fetched as they are walked through; none if the list is empty. A {@link #limit(long)} that
     *     ends within a page cuts it off there, and then no cursor leads on
     */
    public Iterable<Page<T>> pages() {
        return () -> new PageIterator<>(walk(), reader());
    }

    @Override
    public Iterator<T> iterator() {
        return new RowIterator<>(pages().iterator());
    }

    private PageWalk<T> walk() {
        ToLongFunction<T> steadyBy = walk.steady() ? ids : null;
        return steadyBy == null
                ? new PlainPages<>(walk.start(), walk.limit())
                : new SteadyPages<>(steadyBy, walk.start().pageSize(), walk.limit());
    }

    private PageReader<T> reader() {
        return new PageReader<>(source, walk.ahead());
    }

    /**
     * {@return the rows, fetched as the stream asks for them}
     */
    public Stream<T> stream() {
        PageReader<T> reader = reader();
        Iterator<T> rows = new RowIterator<>(new PageIterator<>(walk(), reader));
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(reader::cancel);
    }

    /**
     * {@return all rows; for long lists, walk through them instead}
     */
    public List<T> toList() {
        return stream().toList();
    }

    /** Returns a walk through the pages, which ends with the first one after which no more is wanted. */
    Task<Task.Done> toWalk(Predicate<? super Page<T>> goesOn) {
        return new Task<>() {
            @Override
            Done run() {
                for (Page<T> page : pages()) {
                    if (!goesOn.test(page)) {
                        break;
                    }
                }
                return Done.DONE;
            }

            @Override
            CompletableFuture<Done> begin(CallOff callOff) {
                return new AsyncWalk<>(walk(), reader(), goesOn, callOff).begin();
            }
        };
    }

    /** Returns the fetching of all rows. */
    Task<List<T>> toFetch() {
        List<T> rows = new ArrayList<>();
        return toWalk(page -> rows.addAll(page.items())).map(done -> List.copyOf(rows));
    }

    /** Walks through the rows of one page after the other. */
    private static final class RowIterator<T> implements Iterator<T> {
        private final Iterator<Page<T>> pages;
        private Iterator<T> rows = List.<T>of().iterator();

        RowIterator(Iterator<Page<T>> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (!rows.hasNext()) {
                if (!pages.hasNext()) {
                    return false;
                }
                rows = pages.next().items().iterator();
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return rows.next();
        }
    }
}
