package io.github.patchwork4j.client;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Makes calls that are sent again where {@link Retries} allow it. */
final class RetryingCalls implements Call.Factory {
    private final OkHttpClient http;
    private final Retries retries;
    private final Duration total;
    private final Waiting waiting;

    RetryingCalls(OkHttpClient http, Retries retries, Duration total, Waiting waiting) {
        this.http = http;
        this.retries = retries;
        this.total = total;
        this.waiting = waiting;
    }

    @Override
    public Call newCall(Request request) {
        return new RetryingCall(this, request);
    }

    /** Begins an attempt, whose request remembers whether it got as far as a connection. */
    Call attempt(Request request, Reached reached) {
        return http.newCall(request.newBuilder().tag(Reached.class, reached).build());
    }

    Retries retries() {
        return retries;
    }

    Duration total() {
        return total;
    }

    Waiting waiting() {
        return waiting;
    }

    /** Marks requests whose answers are read by who asked, as they arrive, and may be something else than JSON. */
    enum Streaming {
        /** It is one. */
        YES
    }

    /** What an attempt came to: whether the request may have reached the server, and what OkHttp is not to see. */
    static final class Reached {
        private volatile boolean yes;
        private volatile @Nullable String retryAfter;

        boolean isPossible() {
            return yes;
        }

        /** Puts back into an answer what OkHttp was not to see. */
        Response restored(Response response) {
            String value = retryAfter;
            return value == null
                    ? response
                    : response.newBuilder().header(RetryAfter.NAME, value).build();
        }
    }

    /**
     * Notes, on a connection that is there, that a request is about to be sent, and takes {@code Retry-After} out of the
     * answer: OkHttp sends again whatever is to wait no time, and stumbles over large numbers.
     */
    static final class Watch implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            Reached reached = chain.request().tag(Reached.class);
            if (reached == null) {
                return chain.proceed(chain.request());
            }
            reached.yes = true;
            Response response = chain.proceed(chain.request());
            reached.retryAfter = response.header(RetryAfter.NAME);
            return response.newBuilder().removeHeader(RetryAfter.NAME).build();
        }
    }
}
