package io.github.patchwork4j.mbox.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on mails with several threads and hands out the results in order; never more than a few batches are in memory.
 *
 * @param <R> what comes of a mail
 */
final class InOrder<R> {
    /** Mails are handed over in batches of about this many bytes, so that a small mail costs no task of its own. */
    private static final long BATCH = 1 << 20;

    private final int threads;
    private final Function<? super ArchivedMail, ? extends R> work;
    private final Consumer<? super R> results;
    private final Queue<Future<List<R>>> running = new ArrayDeque<>();

    InOrder(int threads, Function<? super ArchivedMail, ? extends R> work, Consumer<? super R> results) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least 1 thread is needed: " + threads);
        }
        this.threads = threads;
        this.work = work;
        this.results = results;
    }

    void run(Iterator<ArchivedMail> mails) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "mails");
            thread.setDaemon(true);
            return thread;
        });
        try {
            while (mails.hasNext()) {
                List<ArchivedMail> batch = batch(mails);
                if (running.size() > threads) {
                    handOut(running.remove());
                }
                running.add(pool.submit(() -> work(batch)));
            }
            while (!running.isEmpty()) {
                handOut(running.remove());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<ArchivedMail> batch(Iterator<ArchivedMail> mails) {
        List<ArchivedMail> batch = new ArrayList<>();
        long bytes = 0;
        while (bytes < BATCH && mails.hasNext()) {
            ArchivedMail mail = mails.next();
            batch.add(mail);
            bytes += mail.raw().length();
        }
        return batch;
    }

    private List<R> work(List<ArchivedMail> batch) {
        List<R> done = new ArrayList<>(batch.size());
        for (ArchivedMail mail : batch) {
            done.add(work.apply(mail));
        }
        return done;
    }

    private void handOut(Future<List<R>> batch) {
        try {
            batch.get().forEach(results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while mails were worked on");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
