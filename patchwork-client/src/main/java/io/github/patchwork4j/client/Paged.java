package io.github.patchwork4j.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list on the server, all pages of it, fetched page by page as it is walked through.
 *
 * <p>Making one asks the server nothing; each walk asks anew, and never for a page before its first row is needed.
 * While rows are added to the list or leave it, the pages behind them shift, so a walk may see a row twice or miss one.
 * Instances are immutable and safe to share between threads; their iterators are not.
 *
 * <p>Walking throws a {@link PatchworkException} when a request fails.
 *
 * @param <T> what the list is of
 */
public final class Paged<T> implements Iterable<T> {
    /** The most rows that a server puts on one page. */
    public static final int MAX_PAGE_SIZE = 250;

    private static final int DEFAULT_PAGE_SIZE = 100;

    private final PageSource<T> source;
    private final Cursor start;
    private final long limit;

    private Paged(PageSource<T> source, Cursor start, long limit) {
        this.source = source;
        this.start = start;
        this.limit = limit;
    }

    static <T> Paged<T> of(PageSource<T> source) {
        return new Paged<>(source, new Cursor(1, DEFAULT_PAGE_SIZE), Long.MAX_VALUE);
    }

    /**
     * Returns the same list in pages of another size. This changes how many requests a walk takes, never what it sees.
     *
     * @param pageSize how many rows to ask for at once, from 1 to {@value #MAX_PAGE_SIZE}; 100 unless set
     * @return the list, from its beginning
     * @throws IllegalArgumentException if the size is out of range
     */
    public Paged<T> pageSize(int pageSize) {
        return new Paged<>(source, new Cursor(1, pageSize), limit);
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
        return new Paged<>(source, start, limit);
    }

    /**
     * Returns the rest of the list, from the place where an earlier walk stopped.
     *
     * @param cursor what {@link Page#next()} gave
     * @return the list from there on, in pages of the same size
     */
    public Paged<T> from(Cursor cursor) {
        return new Paged<>(source, cursor, limit);
    }

    /**
     * Returns the list page by page.
     *
     * @return the pages, fetched as they are walked through; none if the list is empty. A {@link #limit(long)} that
     *     ends within a page cuts it off there, and then no cursor leads on
     */
    public Iterable<Page<T>> pages() {
        return PageIterator::new;
    }

    @Override
    public Iterator<T> iterator() {
        return new RowIterator<>(new PageIterator());
    }

    /**
     * {@return the rows, fetched as the stream asks for them}
     */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
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
                CompletableFuture<Done> end = new CompletableFuture<>();
                new PageIterator().walk(callOff, goesOn, end);
                return end;
            }
        };
    }

    /** Returns the fetching of all rows. */
    Task<List<T>> toFetch() {
        List<T> rows = new ArrayList<>();
        return toWalk(page -> rows.addAll(page.items())).map(done -> List.copyOf(rows));
    }

    /** Walks through the pages, and keeps one of them to see whether the server sends it again. */
    private final class PageIterator implements Iterator<Page<T>> {
        private @Nullable Cursor at = limit == 0 ? null : firstPage();
        private @Nullable Page<T> fetched;
        private List<T> previous = List.of();
        private long left = limit;
        private int full = 1;

        /** A list that is cut off on its first page is asked for no larger one. */
        private Cursor firstPage() {
            return start.page() == 1 && limit < start.pageSize() ? new Cursor(1, (int) limit) : start;
        }

        @Override
        public boolean hasNext() {
            if (fetched == null && at != null) {
                fetched = accept(at, source.page(at).run());
            }
            return fetched != null;
        }

        @Override
        public Page<T> next() {
            if (!hasNext() || fetched == null) {
                throw new NoSuchElementException();
            }
            Page<T> page = fetched;
            fetched = null;
            return page;
        }

        /** Makes a page of what came from a place, and finds the next place. */
        private @Nullable Page<T> accept(Cursor cursor, PageSource.Rows<T> rows) {
            at = null;
            List<T> items = rows.items();
            if (items.isEmpty() || items.equals(previous)) {
                return null;
            }
            previous = items;
            boolean goesOn = rows.goesOn(full);
            full = Math.max(full, items.size());
            if (items.size() > left) {
                items = items.subList(0, (int) left);
                goesOn = false; // a cursor cannot stand in the middle of a page
            }
            left -= items.size();
            Optional<Cursor> next = goesOn ? Optional.of(cursor.next()) : Optional.empty();
            if (left > 0) {
                at = next.orElse(null);
            }
            return new Page<>(cursor.page(), items, next);
        }

        /** Goes on from page to page, each when the one before it has arrived. */
        private void walk(CallOff callOff, Predicate<? super Page<T>> goesOn, CompletableFuture<Task.Done> end) {
            Cursor cursor = at;
            if (cursor == null) {
                end.complete(Task.Done.DONE);
                return;
            }
            source.page(cursor).begin(callOff).whenComplete((rows, failure) -> {
                if (failure != null) {
                    end.completeExceptionally(failure);
                    return;
                }
                try {
                    Page<T> page = accept(cursor, rows);
                    if (page == null || !goesOn.test(page)) {
                        end.complete(Task.Done.DONE);
                    } else {
                        walk(callOff, goesOn, end);
                    }
                } catch (RuntimeException e) {
                    end.completeExceptionally(e);
                }
            });
        }
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
