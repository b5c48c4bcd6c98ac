package io.github.patchwork4j.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A list on the server, as {@link Paged} is, that is fetched without a thread that waits for it.
 *
 * <p>Each page is asked for when the one before it has been dealt with, unless some are to be fetched ahead. Instances are
 * immutable and safe to share between threads. A future that is canceled ends the walk, and the requests that are under way.
 *
 * @param <T> what the list is of
 */
public final class AsyncPaged<T> {
    private final Paged<T> list;

    AsyncPaged(Paged<T> list) {
        this.list = list;
    }

    /**
     * Returns the same list in pages of another size.
     *
     * @param pageSize how many rows to ask for at once, from 1 to {@value Paged#MAX_PAGE_SIZE}; 100 unless set
     * @return the list, from its beginning
     * @throws IllegalArgumentException if the size is out of range
     */
    public AsyncPaged<T> pageSize(int pageSize) {
        return new AsyncPaged<>(list.pageSize(pageSize));
    }

    /**
     * Returns the first rows of the list, and asks the server for no page beyond them.
     *
     * @param limit how many rows, at least 0
     * @return the list, cut off
     * @throws IllegalArgumentException if the limit is negative
     */
    public AsyncPaged<T> limit(long limit) {
        return new AsyncPaged<>(list.limit(limit));
    }

    /**
     * Returns the rest of the list, from the place where an earlier walk stopped.
     *
     * @param cursor what {@link Page#next()} gave
     * @return the list from there on, in pages of the same size
     */
    public AsyncPaged<T> from(Cursor cursor) {
        return new AsyncPaged<>(list.from(cursor));
    }

    /**
     * Returns the same list, of which a walk fetches some pages before they are dealt with, several at once.
     *
     * @param pages how many pages at most, from 0 (none unless set) to {@value Paged#MAX_PREFETCH}
     * @return the list
     * @throws IllegalArgumentException if the number is out of range
     * @see Paged#prefetch(int)
     */
    public AsyncPaged<T> prefetch(int pages) {
        return new AsyncPaged<>(list.prefetch(pages));
    }

    /**
     * Returns the same list, of which a walk neither misses nor repeats a row that stays in it.
     *
     * @return the list, in pages of sizes that change
     * @throws IllegalStateException if the list has events, if it does not begin at its first page, or pages are to be
     *     fetched ahead
     * @see Paged#steady()
     */
    public AsyncPaged<T> steady() {
        return new AsyncPaged<>(list.steady());
    }

    /**
     * Counts the rows, as {@link Paged#count()} does.
     *
     * @return how many rows a walk would see if nothing changed in the meantime
     */
    public CompletableFuture<Long> count() {
        return list.toCount().start();
    }

    /**
     * Walks through the list page by page.
     *
     * @param goesOn gets each page, on the thread that received it, and tells whether to ask for the next one
     * @return what is complete when the walk has ended; it fails with what fails a request, or with what
     *     {@code goesOn} throws
     */
    public CompletableFuture<Void> forEachPage(Predicate<? super Page<T>> goesOn) {
        return list.toWalk(goesOn).startWithoutResult();
    }

    /**
     * Walks through all rows.
     *
     * @param action gets each row in order, on the thread that received it
     * @return what is complete when the walk has ended; it fails with what fails a request, or with what {@code action}
     *     throws
     */
    public CompletableFuture<Void> forEach(Consumer<? super T> action) {
        return forEachPage(page -> {
            page.items().forEach(action);
            return true;
        });
    }

    /**
     * {@return all rows; for long lists, walk through them instead}
     */
    public CompletableFuture<List<T>> toList() {
        return list.toFetch().start();
    }
}
