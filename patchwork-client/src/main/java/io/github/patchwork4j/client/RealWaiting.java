package io.github.patchwork4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The clocks, the chance and the sleep of the machine, with a thread that starts when something is to be run later. */
final class RealWaiting implements Waiting {
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("patchwork-client timer"));

    RealWaiting() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Override
    public boolean isWoken(CountDownLatch wake, Duration time) throws InterruptedException {
        return wake.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void untilWoken(CountDownLatch wake) throws InterruptedException {
        wake.await();
    }

    @Override
    public Runnable later(Duration time, Runnable task) {
        try {
            ScheduledFuture<?> scheduled = timer.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            task.run(); // the client is closed, so its calls end as canceled
            return () -> {};
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
