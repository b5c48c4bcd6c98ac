package io.github.patchwork4j.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The attempts at a request that nobody waits for: each step ends by naming the next one and what brings it about, so
 * that no thread ever sleeps. A step runs once, be it brought about by what it waits for or by being canceled.
 */
final class EnqueuedTrial implements Callback {
    private final RetryingCall call;
    private final RetryingCalls calls;
    private final Trial trial;
    private final Callback callback;
    private final AtomicReference<@Nullable Step> next = new AtomicReference<>();
    private volatile Runnable callOff = () -> {};

    EnqueuedTrial(RetryingCall call, RetryingCalls calls, Trial trial, Callback callback) {
        this.call = call;
        this.calls = calls;
        this.trial = trial;
        this.callback = callback;
    }

    private record Step(Runnable action, Runnable undo) {}

    /** Begins an attempt by asking for a place among those in flight. */
    void start() {
        long since = calls.rules().waiting().nanos();
        Step placed = new Step(() -> {}, () -> {});
        next.set(placed);
        Runnable granted = () -> {
            if (next.compareAndSet(placed, null)) {
                trial.placed(since);
                takeTurn();
            } else {
                trial.lane().leave(); // canceled in the meantime
            }
        };
        callOff = () -> trial.lane().giveUp(granted);
        if (trial.lane().enter(granted)) {
            if (next.compareAndSet(placed, null)) {
                takeTurn();
            } else {
                trial.lane().leave();
            }
        } else if (call.isCanceled()) {
            canceled();
        }
    }

    private void takeTurn() {
        Pace.Turn turn = trial.turn();
        later(turn.left(), new Step(this::send, () -> {
            trial.lane().giveBack(turn);
            trial.lane().leave();
        }));
    }

    private void send() {
        Call attempt = trial.begin();
        call.current(attempt);
        if (call.isCanceled()) {
            attempt.cancel();
        }
        attempt.enqueue(this);
    }

    @Override
    public void onFailure(Call attempt, IOException failure) {
        trial.lane().leave();
        failed(failure);
    }

    @Override
    public void onResponse(Call attempt, Response response) throws IOException {
        Response answer;
        try {
            answer = trial.read(response);
        } catch (IOException e) {
            trial.lane().leave();
            failed(e);
            return;
        }
        trial.lane().leave();
        Optional<Duration> again = call.isCanceled() ? Optional.empty() : trial.again(answer);
        if (again.isPresent()) {
            later(again.get(), new Step(this::start, () -> {}));
        } else {
            calls.ended(call);
            callback.onResponse(call, answer);
        }
    }

    private void failed(IOException failure) {
        Optional<Duration> again = trial.again(failure, call.isCanceled());
        if (again.isPresent()) {
            later(again.get(), new Step(this::start, () -> {}));
        } else {
            end(failure);
        }
    }

    private void later(Duration wait, Step step) {
        next.set(step);
        if (wait.isZero()) {
            run(step);
        } else {
            Runnable timer = calls.rules().waiting().later(wait, () -> run(step));
            callOff = timer;
            if (call.isCanceled()) {
                timer.run(); // whoever canceled it may have come before there was a timer
                canceled();
            }
        }
    }

    private void run(Step step) {
        if (!next.compareAndSet(step, null)) {
            return; // canceled in the meantime
        }
        if (call.isCanceled()) {
            step.undo().run();
            end(new IOException("Canceled"));
        } else {
            step.action().run();
        }
    }

    /** Ends at once what waits. What has been sent ends by itself, as its own call is canceled. */
    void canceled() {
        Step waits = next.getAndSet(null);
        if (waits != null) {
            callOff.run();
            waits.undo().run();
            end(new IOException("Canceled"));
        }
    }

    private void end(IOException failure) {
        calls.ended(call);
        callback.onFailure(call, failure);
    }
}
