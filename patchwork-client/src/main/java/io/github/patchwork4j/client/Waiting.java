package io.github.patchwork4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The clocks, the chance and the sleep of a client, which tests replace. */
interface Waiting extends AutoCloseable {
    /** Returns the time that passes, whatever happens to the clock on the wall. */
    long nanos();

    /** Returns the time of the clock on the wall. */
    Instant now();

    /** Returns a number from 0 to 1. */
    double random();

    /** Waits for a time, or until woken, and tells which. */
    boolean isWoken(CountDownLatch wake, Duration time) throws InterruptedException;

    /** Waits until woken, however long it takes. */
    void untilWoken(CountDownLatch wake) throws InterruptedException;

    /**
     * Runs something short after a time, on a thread of its own.
     *
     * @return what calls it off, if it has not begun
     */
    Runnable later(Duration time, Runnable task);

    /** Lets go of the thread; what has not begun is called off. */
    @Override
    void close();
}
