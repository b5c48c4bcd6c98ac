package io.github.patchwork4j.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes the threads of clients, none of which keeps a program from ending: whoever wants what a future brings waits for
 * it, and a client that nobody closed is in nobody's way.
 */
final class DaemonThreads {
    private static final int IDLE_SECONDS = 60;

    private DaemonThreads() {}

    /** Returns a pool for OkHttp, which itself decides how many calls are under way. */
    static ExecutorService pool() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                named("patchwork-client calls"));
    }

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
