package io.github.patchwork4j.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** Enqueues calls, and waits for what other threads do. */
final class Calls {
    private Calls() {}

    /** Enqueues a call. */
    static <T> CompletableFuture<Response<T>> future(Call<T> call) {
        CompletableFuture<Response<T>> future = new CompletableFuture<>();
        call.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<T> answered, Response<T> response) {
                future.complete(response);
            }

            @Override
            public void onFailure(Call<T> failed, Throwable failure) {
                future.completeExceptionally(failure);
            }
        });
        return future;
    }

    /** Waits until something is so, which it is sooner or later; the timeout of a test interrupts it. */
    static void until(BooleanSupplier isSo) {
        while (!isSo.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("what was waited for does not come");
            }
            Thread.onSpinWait();
            Thread.onSpinWait();
        }
    }
}
