package io.github.patchwork4j.client;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Fetches the pages of one walk in their order, and some of them before they are asked for. It reads ahead only what is
 * known to be there: up to the last page where the server tells it, else the one page that is next.
 */
final class PageReader<T> {
    private static final int IDLE_SECONDS = 5;

    private final PageSource<T> source;
    private final Executor executor;
    private final int ahead;
    private final Deque<Pending<T>> pending = new ArrayDeque<>();

    private record Pending<T>(Cursor cursor, PageSource.PageRequest<T> request, FutureTask<PageSource.Rows<T>> task) {}

    /**
     * Makes a reader.
     *
     * @param source where the pages come from
     * @param executor fetches pages that are not asked for yet
     * @param ahead how many of them, 0 for none
     */
    PageReader(PageSource<T> source, Executor executor, int ahead) {
        this.source = source;
        this.executor = executor;
        this.ahead = ahead;
    }

    /** Threads that end when they have nothing to do, and never keep a program from ending. */
    static ExecutorService executor() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "patchwork-pages");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Fetches a page, and begins with those behind it.
     *
     * @param cursor which one; the one behind the page before
     * @param end the last page that anybody wants
     */
    PageSource.Rows<T> fetch(Cursor cursor, int end) {
        Pending<T> first = pending.poll();
        PageSource.Rows<T> rows = first == null ? source.request(cursor).fetch() : await(first);
        if (ahead > 0 && rows.link().next() == LinkHeader.Next.YES) {
            int known = rows.link().last().orElse(cursor.page() + 1);
            readAhead(cursor, Math.min(Math.min(known, end), cursor.page() + ahead));
        }
        return rows;
    }

    private void readAhead(Cursor current, int last) {
        Cursor next =
                pending.isEmpty() ? current.next() : pending.getLast().cursor().next();
        while (next.page() <= last) {
            PageSource.PageRequest<T> request = source.request(next);
            FutureTask<PageSource.Rows<T>> task = new FutureTask<>(request::fetch);
            pending.add(new Pending<>(next, request, task));
            executor.execute(task);
            next = next.next();
        }
    }

    private PageSource.Rows<T> await(Pending<T> page) {
        try {
            return page.task().get();
        } catch (InterruptedException e) {
            page.request().cancel();
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
        pending.forEach(page -> {
            page.task().cancel(false);
            page.request().cancel();
        });
        pending.clear();
    }
}
