package io.github.patchwork4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A clock that only waits move, with chance always at its limit. What is to run later runs at once, or never. */
final class TestTime implements Waiting {
    private final List<Duration> waits = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private boolean interrupts;
    private boolean holds;

    /** Returns how long was waited, each time. */
    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** Makes every wait end by an interrupt. */
    synchronized void interrupt() {
        interrupts = true;
    }

    /** Keeps what is to run later, and never runs it. */
    synchronized void hold() {
        holds = true;
    }

    /** Returns how much is kept to be run later. */
    synchronized int held() {
        return held.size();
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public synchronized long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public double random() {
        return 1;
    }

    @Override
    public synchronized boolean isWoken(CountDownLatch wake, Duration time) throws InterruptedException {
        if (interrupts) {
            throw new InterruptedException();
        }
        waits.add(time);
        now = now.plus(time);
        return wake.getCount() == 0;
    }

    @Override
    public void untilWoken(CountDownLatch wake) throws InterruptedException {
        wake.await();
    }

    @Override
    public Runnable later(Duration time, Runnable task) {
        synchronized (this) {
            waits.add(time);
            if (holds) {
                held.add(task);
                return () -> drop(task);
            }
            now = now.plus(time);
        }
        task.run();
        return () -> {};
    }

    private synchronized void drop(Runnable task) {
        held.remove(task);
    }

    @Override
    public void close() {}
}
