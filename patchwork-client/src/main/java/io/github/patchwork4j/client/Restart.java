package io.github.patchwork4j.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import okhttp3.Request;

/** Begins a download again that broke off, as often as the {@link Retries} allow and as long as there is time. */
final class Restart {
    private final Request request;
    private final Function<Request, Task<Download>> fetch;
    private final RetryingCalls.Rules rules;
    private final long start;
    private int number = 1;

    /** Limits all attempts at a request to what the earlier ones left of their time. */
    record Left(Duration time) {}

    Restart(Request request, Function<Request, Task<Download>> fetch, RetryingCalls.Rules rules) {
        this.request = request;
        this.fetch = fetch;
        this.rules = rules;
        this.start = rules.waiting().nanos();
    }

    /**
     * Waits, and asks for all of it again.
     *
     * @param failure how it broke off, which is thrown if that is the end
     */
    Download after(TransportException failure) {
        Duration wait = rules.retries().backOff(number, rules.waiting().random());
        Duration left =
                rules.total().minusNanos(rules.waiting().nanos() - start).minus(wait);
        if (number >= rules.retries().attempts()
                || left.isNegative()
                || left.isZero()
                || !(failure.getCause() instanceof IOException cause)
                || !Trial.mayPass(cause)) {
            throw failure;
        }
        ClientRequest broken = new ClientRequest(request.method(), request.url(), number);
        rules.notices().tell(listener -> listener.failed(broken, cause));
        rules.notices().tell(listener -> listener.retrying(broken, wait));
        number++;
        sleep(wait);
        return fetch.apply(request.newBuilder().tag(Left.class, new Left(left)).build())
                .run();
    }

    private void sleep(Duration wait) {
        try {
            rules.waiting().isWoken(new CountDownLatch(1), wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw new TransportException(Errors.name(request), interrupted);
        }
    }
}
