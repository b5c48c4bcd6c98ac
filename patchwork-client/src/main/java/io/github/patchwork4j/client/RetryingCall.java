package io.github.patchwork4j.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A call that keeps to a pace and is sent again while that is safe and there is hope. The whole of a JSON answer counts
 * as the answer: one that breaks off is a failure of the connection.
 */
final class RetryingCall implements Call {
    private final RetryingCalls calls;
    private final Request request;
    private final Trial trial;
    /** Stands for this call before it is sent, and for what can be asked of any call. */
    private final Call first;

    private final AtomicBoolean executed = new AtomicBoolean();
    private final CountDownLatch canceled = new CountDownLatch(1);
    private volatile Call current;
    private volatile Runnable onCancel = () -> {};

    RetryingCall(RetryingCalls calls, Request request) {
        this.calls = calls;
        this.request = request;
        this.trial = new Trial(calls, request);
        this.first = trial.begin();
        this.current = first;
    }

    @Override
    public Response execute() throws IOException {
        begin();
        for (; ; ) {
            Optional<Duration> again;
            try {
                Response response = send();
                again = trial.again(response);
                if (again.isEmpty()) {
                    return response;
                }
            } catch (NotSent e) {
                throw e;
            } catch (IOException e) {
                again = trial.again(e, isCanceled());
                if (again.isEmpty()) {
                    throw e;
                }
            }
            sleep(again.get());
        }
    }

    private void begin() {
        if (!executed.compareAndSet(false, true)) {
            throw new IllegalStateException("Already Executed");
        }
    }

    private Response send() throws IOException {
        takePlace();
        try {
            takeTurn();
            Call attempt = trial.begin();
            current = attempt;
            if (isCanceled()) {
                attempt.cancel();
            }
            return trial.read(attempt.execute());
        } finally {
            trial.lane().leave();
        }
    }

    private void takeTurn() throws IOException {
        Pace.Turn turn = trial.turn();
        try {
            if (!turn.left().isZero()) {
                sleep(turn.left());
            } else if (isCanceled()) {
                throw new NotSent("Canceled");
            }
        } catch (NotSent e) {
            trial.lane().giveBack(turn);
            throw e;
        }
    }

    private void takePlace() throws IOException {
        CountDownLatch wake = new CountDownLatch(1);
        Runnable granted = wake::countDown;
        if (trial.lane().enter(granted)) {
            return;
        }
        long since = calls.rules().waiting().nanos();
        onCancel = granted;
        try {
            if (!isCanceled()) {
                calls.rules().waiting().untilWoken(wake);
            }
        } catch (InterruptedException e) {
            outOfLine(granted);
            throw interrupted(e);
        }
        if (isCanceled()) {
            outOfLine(granted);
            throw new NotSent("Canceled");
        }
        trial.placed(since);
    }

    private void outOfLine(Runnable granted) {
        if (!trial.lane().giveUp(granted)) {
            trial.lane().leave();
        }
    }

    private void sleep(Duration time) throws IOException {
        try {
            if (calls.rules().waiting().isWoken(canceled, time)) {
                throw new NotSent("Canceled");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static NotSent interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        NotSent failure = new NotSent("interrupted while waiting to send a request");
        failure.initCause(e);
        return failure;
    }

    /** The end of a wait by somebody who does not want it any more. */
    private static final class NotSent extends InterruptedIOException {
        private static final long serialVersionUID = 1L;

        NotSent(String message) {
            super(message);
        }
    }

    @Override
    public void enqueue(Callback callback) {
        begin();
        EnqueuedTrial enqueued = new EnqueuedTrial(this, calls, trial, callback);
        calls.started(this);
        onCancel = enqueued::canceled;
        enqueued.start();
    }

    /** Takes note of what is to be canceled. */
    void current(Call attempt) {
        current = attempt;
    }

    @Override
    public void cancel() {
        canceled.countDown();
        current.cancel();
        onCancel.run();
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
