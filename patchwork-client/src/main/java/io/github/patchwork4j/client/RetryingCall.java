package io.github.patchwork4j.client;

import io.github.patchwork4j.client.RetryingCalls.Reached;
import io.github.patchwork4j.client.RetryingCalls.Streaming;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLPeerUnverifiedException;
import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A call that is sent again while that is safe and there is hope. The whole of a JSON answer counts as the answer: one
 * that breaks off is a failure of the connection. Calls that are enqueued are sent once.
 */
final class RetryingCall implements Call {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final List<Integer> OVERLOADED = List.of(502, 503, 504);
    private static final List<String> SAFE_TO_REPEAT = List.of("GET", "PATCH");

    private final RetryingCalls calls;
    private final Request request;
    private final Reached firstReached = new Reached();
    private final Call first;
    private final AtomicBoolean executed = new AtomicBoolean();
    private final CountDownLatch canceled = new CountDownLatch(1);
    private volatile Call current;

    RetryingCall(RetryingCalls calls, Request request) {
        this.calls = calls;
        this.request = request;
        this.first = calls.attempt(request, firstReached);
        this.current = first;
    }

    @Override
    public Response execute() throws IOException {
        if (!executed.compareAndSet(false, true)) {
            throw new IllegalStateException("Already Executed");
        }
        long start = calls.waiting().nanos();
        for (int attempt = 1; ; attempt++) {
            Reached reached = new Reached();
            Duration wait;
            try {
                Response response =
                        reached.restored(whole(begin(reached, left(start)).execute()));
                Optional<Duration> again = inTime(waitAfter(response, attempt), start);
                if (again.isEmpty()) {
                    return response;
                }
                response.close();
                wait = again.get();
            } catch (IOException e) {
                wait = inTime(waitAfter(e, reached, attempt), start).orElseThrow(() -> e);
            }
            sleep(wait);
        }
    }

    private Duration left(long start) {
        return calls.total().minusNanos(calls.waiting().nanos() - start);
    }

    /** Gives up at once what would be tried again only after the time is over. */
    private Optional<Duration> inTime(Optional<Duration> wait, long start) {
        return wait.filter(time -> time.compareTo(left(start)) < 0);
    }

    private Call begin(Reached reached, Duration left) throws IOException {
        Call call = calls.attempt(request, reached);
        call.timeout().timeout(Math.max(1, left.toNanos()), TimeUnit.NANOSECONDS);
        current = call;
        if (isCanceled()) {
            throw new IOException("Canceled");
        }
        return call;
    }

    private void sleep(Duration time) throws IOException {
        try {
            if (calls.waiting().isWoken(canceled, time)) {
                throw new IOException("Canceled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while waiting to try again").initCause(e);
        }
    }

    /** Reads all of a JSON answer, and refuses another where JSON was due. */
    private Response whole(Response response) throws IOException {
        if (request.tag(Streaming.class) != null || !response.isSuccessful() || response.code() == 204) {
            return response;
        }
        try (ResponseBody body = response.body()) {
            if (!JsonConverters.isJson(body.contentType())) {
                throw new JsonConverters.NotJson(response.code(), body);
            }
            Buffer all = new Buffer();
            all.writeAll(body.source());
            return response.newBuilder()
                    .body(ResponseBody.create(all, body.contentType(), all.size()))
                    .build();
        }
    }

    private Optional<Duration> waitAfter(Response response, int attempt) {
        boolean repeatable = response.code() == TOO_MANY_REQUESTS
                || (OVERLOADED.contains(response.code()) && SAFE_TO_REPEAT.contains(request.method()));
        if (!repeatable || attempt >= calls.retries().attempts()) {
            return Optional.empty();
        }
        Optional<Duration> asked = RetryAfter.of(response, calls.waiting().now());
        return asked.isPresent() ? asked.filter(calls.retries()::accepts) : backOff(attempt);
    }

    private Optional<Duration> waitAfter(IOException failure, Reached reached, int attempt) {
        boolean safe = SAFE_TO_REPEAT.contains(request.method()) || !reached.isPossible();
        return safe && attempt < calls.retries().attempts() && mayPass(failure) && !isCanceled()
                ? backOff(attempt)
                : Optional.empty();
    }

    private Optional<Duration> backOff(int attempt) {
        return Optional.of(calls.retries().backOff(attempt, calls.waiting().random()));
    }

    /** Tells what another attempt may mend from what it may not: another kind of answer, a certificate, an interrupt. */
    private static boolean mayPass(IOException failure) {
        if (failure instanceof InterruptedIOException) {
            return failure instanceof SocketTimeoutException;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return false;
            }
        }
        return !(failure instanceof JsonConverters.NotJson || failure instanceof SSLPeerUnverifiedException);
    }

    @Override
    public void enqueue(Callback callback) {
        if (!executed.compareAndSet(false, true)) {
            throw new IllegalStateException("Already Executed");
        }
        RetryingCall self = this;
        first.timeout().timeout(calls.total().toNanos(), TimeUnit.NANOSECONDS);
        first.enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                callback.onFailure(self, e);
            }

            @Override
            public void onResponse(Call call, Response response) throws IOException {
                Response answer;
                try {
                    answer = firstReached.restored(whole(response));
                } catch (IOException e) {
                    callback.onFailure(self, e);
                    return;
                }
                callback.onResponse(self, answer);
            }
        });
    }

    @Override
    public void cancel() {
        canceled.countDown();
        current.cancel();
    }

    @Override
    public boolean isCanceled() {
        return canceled.getCount() == 0;
    }

    @Override
    public boolean isExecuted() {
        return executed.get();
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Timeout timeout() {
        return first.timeout();
    }

    @Override
    public void addEventListener(EventListener eventListener) {
        first.addEventListener(eventListener);
    }

    @Override
    public <T> @Nullable T tag(KClass<T> type) {
        return first.tag(type);
    }

    @Override
    public <T> @Nullable T tag(Class<? extends T> type) {
        return first.tag(type);
    }

    @Override
    public <T> T tag(KClass<T> type, Function0<? extends T> computeIfAbsent) {
        return first.tag(type, computeIfAbsent);
    }

    @Override
    public <T> T tag(Class<T> type, Function0<? extends T> computeIfAbsent) {
        return first.tag(type, computeIfAbsent);
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public Call clone() {
        return new RetryingCall(calls, request);
    }
}
