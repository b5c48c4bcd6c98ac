package io.github.patchwork4j.client;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Fetches the pages of one walk in their order, and some of them before they are asked for. It reads ahead only what is
 * known to be there: up to the last page where the server tells it, else the one page that is next.
 */
final class PageReader<T> {
    private final PageSource<T> source;
    private final int ahead;
    private final Deque<Pending<T>> pending = new ArrayDeque<>();

    private record Pending<T>(Cursor cursor, CallOff callOff, CompletableFuture<PageSource.Rows<T>> rows) {}

    /**
     * Makes a reader.
     *
     * @param source where the pages come from
     * @param ahead how many pages it fetches that are not asked for yet, 0 for none
     */
    PageReader(PageSource<T> source, int ahead) {
        this.source = source;
        this.ahead = ahead;
    }

    /**
     * Fetches a page, and begins with those behind it.
     *
     * @param cursor which one; the one behind the page before
     * @param end the last page that anybody wants
     */
    PageSource.Rows<T> fetch(Cursor cursor, int end) {
        Pending<T> first = pending.poll();
        PageSource.Rows<T> rows = first == null ? source.fetch(cursor) : await(first);
        readBehind(cursor, rows, end);
        return rows;
    }

    /**
     * Fetches a page without waiting for it, and begins with those behind it when it is there.
     *
     * @param cursor which one; the one behind the page before
     * @param end the last page that anybody wants
     * @param callOff what ends the fetching of this page
     */
    CompletableFuture<PageSource.Rows<T>> begin(Cursor cursor, int end, CallOff callOff) {
        Pending<T> first = pending.poll();
        if (first != null) {
            callOff.beginning(first.callOff()::cancel);
        }
        CompletableFuture<PageSource.Rows<T>> page =
                first == null ? source.page(cursor).begin(callOff) : first.rows();
        return page.thenApply(rows -> {
            readBehind(cursor, rows, end);
            return rows;
        });
    }

    private void readBehind(Cursor cursor, PageSource.Rows<T> rows, int end) {
        if (ahead > 0 && rows.link().next() == LinkHeader.Next.YES) {
            int known = rows.link().last().orElse(cursor.page() + 1);
            readAhead(cursor, Math.min(Math.min(known, end), cursor.page() + ahead));
        }
    }

    private void readAhead(Cursor current, int last) {
        Cursor next =
                pending.isEmpty() ? current.next() : pending.getLast().cursor().next();
        while (next.page() <= last) {
            CallOff callOff = new CallOff();
            pending.add(new Pending<>(next, callOff, source.page(next).begin(callOff)));
            next = next.next();
        }
    }

    private PageSource.Rows<T> await(Pending<T> page) {
        try {
            return page.rows().get();
        } catch (InterruptedException e) {
            page.callOff().cancel();
            cancel();
            Thread.currentThread().interrupt();
            throw new TransportException("page " + page.cursor().page(), new InterruptedIOException("interrupted"));
        } catch (ExecutionException e) {
            cancel();
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Gives up the pages that nobody will ask for. */
    void cancel() {
        pending.forEach(page -> page.callOff().cancel());
        pending.clear();
    }
}
