package io.github.patchwork4j.client;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What one attempt came to: whether the request may have reached the server, and what OkHttp is not to see. */
final class Attempt {
    private final ClientRequest request;
    private final Notices notices;
    private final Waiting waiting;
    private volatile boolean reached;
    private volatile @Nullable String retryAfter;

    Attempt(ClientRequest request, Notices notices, Waiting waiting) {
        this.request = request;
        this.notices = notices;
        this.waiting = waiting;
    }

    boolean mayHaveReachedServer() {
        return reached;
    }

    ClientRequest request() {
        return request;
    }

    /** Puts back into an answer what OkHttp was not to see. */
    Response restored(Response response) {
        String value = retryAfter;
        return value == null
                ? response
                : response.newBuilder().header(RetryAfter.NAME, value).build();
    }

    private Response send(Interceptor.Chain chain) throws IOException {
        reached = true;
        long start = waiting.nanos();
        if (notices.isHeard()) {
            Headers headers = Notices.shown(chain.request().headers());
            notices.tell(listener -> listener.sent(request, headers));
        }
        Response response = chain.proceed(chain.request());
        retryAfter = response.header(RetryAfter.NAME);
        if (notices.isHeard()) {
            Headers headers = Notices.shown(response.headers());
            Duration time = Duration.ofNanos(waiting.nanos() - start);
            notices.tell(listener -> listener.answered(request, response.code(), headers, time));
        }
        return response.newBuilder().removeHeader(RetryAfter.NAME).build();
    }

    /**
     * Notes, on a connection that is there, that a request is about to be sent, and takes {@code Retry-After} out of the
     * answer: OkHttp sends again whatever is to wait no time, and stumbles over large numbers.
     */
    static final class Watch implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            Attempt attempt = chain.request().tag(Attempt.class);
            return attempt == null ? chain.proceed(chain.request()) : attempt.send(chain);
        }
    }
}
