package io.github.patchwork4j.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Walks through a list without a thread that waits: each page is dealt with on the thread that receives it. */
final class AsyncWalk<T> {
    private final PageWalk<T> walk;
    private final PageReader<T> reader;
    private final Predicate<? super Page<T>> goesOn;
    private final CallOff callOff;
    private final CompletableFuture<Task.Done> end = new CompletableFuture<>();

    AsyncWalk(PageWalk<T> walk, PageReader<T> reader, Predicate<? super Page<T>> goesOn, CallOff callOff) {
        this.walk = walk;
        this.reader = reader;
        this.goesOn = goesOn;
        this.callOff = callOff;
    }

    /** Begins the walk; the future is complete when it has ended. */
    CompletableFuture<Task.Done> begin() {
        next();
        return end;
    }

    private void next() {
        Optional<Cursor> wanted = walk.wanted();
        if (wanted.isEmpty()) {
            finish();
            return;
        }
        Cursor cursor = wanted.get();
        CompletableFuture<?> unused = reader.begin(cursor, walk.last(cursor), callOff)
                .whenComplete((rows, failure) -> {
                    if (failure != null) {
                        fail(failure);
                        return;
                    }
                    try {
                        Optional<Page<T>> page = walk.accept(cursor, rows);
                        if (callOff.isCanceled() || (page.isPresent() && !goesOn.test(page.get()))) {
                            finish();
                        } else {
                            next();
                        }
                    } catch (RuntimeException e) {
                        fail(e);
                    }
                });
    }

    private void finish() {
        reader.cancel();
        end.complete(Task.Done.DONE);
    }

    private void fail(Throwable failure) {
        reader.cancel();
        end.completeExceptionally(failure);
    }
}
