package io.github.patchwork4j.client;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What the clock of the server shows, by the {@code Date} headers of its answers, which have whole seconds. */
final class ServerClock implements Interceptor {
    private final Waiting waiting;
    private final AtomicReference<@Nullable Shown> last = new AtomicReference<>();

    private record Shown(Instant date, long nanos) {}

    ServerClock(Waiting waiting) {
        this.waiting = waiting;
    }

    /** Returns now, for {@link #at(long)}. */
    long nanos() {
        return waiting.nanos();
    }

    /** Returns what the server's clock showed at a time; nothing if none of its answers had a date so far. */
    Optional<Instant> at(long nanos) {
        return Optional.ofNullable(last.get()).map(shown -> shown.date().plusNanos(nanos - shown.nanos()));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        Instant date = response.headers().getInstant("Date");
        if (date != null && response.networkResponse() != null && response.cacheResponse() == null) {
            last.set(new Shown(date, waiting.nanos()));
        }
        return response;
    }
}
