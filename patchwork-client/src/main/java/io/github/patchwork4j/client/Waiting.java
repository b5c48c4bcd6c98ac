package io.github.patchwork4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The clocks, the chance and the sleep of a client, which tests replace. */
interface Waiting {
    /** Those of the machine. */
    Waiting REAL = new Waiting() {
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
    };

    /** Returns the time that passes, whatever happens to the clock on the wall. */
    long nanos();

    /** Returns the time of the clock on the wall. */
    Instant now();

    /** Returns a number from 0 to 1. */
    double random();

    /** Waits for a time, or until woken, and tells which. */
    boolean isWoken(CountDownLatch wake, Duration time) throws InterruptedException;
}
