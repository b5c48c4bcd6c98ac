package io.github.patchwork4j.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Response;
import retrofit2.Call;

/**
 * One request, or several that depend on each other, told once and made in either of two ways: on the caller's thread, or
 * without any thread that waits. Whatever the client does more than to send a request is written with {@link #then} and
 * {@link #recover}.
 */
abstract class Task<T> {
    /** Does it on this thread. */
    abstract T run();

    /** Begins it, to be called off by what is given. */
    abstract CompletableFuture<T> begin(CallOff callOff);

    /** Begins it; to cancel the future cancels what has been sent. */
    final CompletableFuture<T> start() {
        CallOff callOff = new CallOff();
        CompletableFuture<T> future = new Started<>(callOff);
        CompletableFuture<?> unused = begin(callOff).whenComplete((value, failure) -> {
            boolean taken = failure == null ? future.complete(value) : future.completeExceptionally(bare(failure));
            if (!taken && value instanceof Download download) {
                download.close(); // nobody else will
            }
        });
        return future;
    }

    /** Begins what has no result. */
    final CompletableFuture<Void> startWithoutResult() {
        CallOff callOff = new CallOff();
        CompletableFuture<Void> future = new Started<>(callOff);
        CompletableFuture<?> unused = begin(callOff).whenComplete((value, failure) -> {
            if (failure == null) {
                future.complete(null);
            } else {
                future.completeExceptionally(bare(failure));
            }
        });
        return future;
    }

    /** A future that takes along what it is the future of. */
    private static final class Started<T> extends CompletableFuture<T> {
        private final CallOff callOff;

        Started(CallOff callOff) {
            this.callOff = callOff;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean canceled = super.cancel(mayInterruptIfRunning);
            if (canceled) {
                callOff.cancel();
            }
            return canceled;
        }
    }

    static <T> Task<T> done(T value) {
        return new Task<>() {
            @Override
            T run() {
                return value;
            }

            @Override
            CompletableFuture<T> begin(CallOff callOff) {
                return CompletableFuture.completedFuture(value);
            }
        };
    }

    static <T> Task<T> failed(PatchworkException failure) {
        return new Task<>() {
            @Override
            T run() {
                throw failure;
            }

            @Override
            CompletableFuture<T> begin(CallOff callOff) {
                return CompletableFuture.failedFuture(failure);
            }
        };
    }

    /** Returns the making of a request of the API, with its whole answer. */
    static <T> Task<ApiResponse<T>> answer(Supplier<Call<T>> call) {
        return new Task<>() {
            @Override
            ApiResponse<T> run() {
                return Transport.execute(call.get());
            }

            @Override
            CompletableFuture<ApiResponse<T>> begin(CallOff callOff) {
                return Transport.enqueue(call.get(), callOff, Transport::whole);
            }
        };
    }

    /** Returns the making of a request of the API that has no answer but its status. */
    static Task<Done> empty(Supplier<Call<Void>> call) {
        return new Task<>() {
            @Override
            Done run() {
                Transport.executeEmpty(call.get());
                return Done.DONE;
            }

            @Override
            CompletableFuture<Done> begin(CallOff callOff) {
                return Transport.enqueue(call.get(), callOff, (of, response) -> Done.DONE);
            }
        };
    }

    /**
     * An answer outside of the API, which whoever gets it closes.
     *
     * @param call what it is the answer to
     * @param response the answer
     */
    record Raw(okhttp3.Call call, Response response) {}

    /** Returns the making of a request outside of the API. */
    static Task<Raw> raw(Supplier<okhttp3.Call> call) {
        return new Task<>() {
            @Override
            Raw run() {
                okhttp3.Call made = call.get();
                try {
                    return new Raw(made, made.execute());
                } catch (IOException e) {
                    throw new TransportException(Errors.name(made.request()), e);
                }
            }

            @Override
            CompletableFuture<Raw> begin(CallOff callOff) {
                return Transport.enqueue(call.get(), callOff);
            }
        };
    }

    /** Goes on with what came out. */
    final <R> Task<R> then(Function<? super T, Task<R>> next) {
        Task<T> first = this;
        return new Task<>() {
            @Override
            R run() {
                return next.apply(first.run()).run();
            }

            @Override
            CompletableFuture<R> begin(CallOff callOff) {
                return first.begin(callOff)
                        .thenCompose(value -> next.apply(value).begin(callOff));
            }
        };
    }

    /** Makes something else of what came out. */
    final <R> Task<R> map(Function<? super T, R> change) {
        return then(value -> done(change.apply(value)));
    }

    /** Does something else when it fails. */
    final Task<T> recover(Function<PatchworkException, Task<T>> other) {
        Task<T> first = this;
        return new Task<>() {
            @Override
            T run() {
                try {
                    return first.run();
                } catch (PatchworkException e) {
                    return other.apply(e).run();
                }
            }

            @Override
            CompletableFuture<T> begin(CallOff callOff) {
                return first.begin(callOff)
                        .exceptionallyCompose(failure -> bare(failure) instanceof PatchworkException e
                                ? other.apply(e).begin(callOff)
                                : CompletableFuture.failedFuture(bare(failure)));
            }
        };
    }

    /** Takes off what futures wrap failures in. */
    private static Throwable bare(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /** The value of what has none. */
    enum Done {
        /** It has been done. */
        DONE
    }
}
