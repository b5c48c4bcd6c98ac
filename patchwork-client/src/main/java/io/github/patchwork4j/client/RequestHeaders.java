package io.github.patchwork4j.client;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Puts on each request what the server is to know: who calls, what kind of answer is wanted, and the credentials. */
final class RequestHeaders implements Interceptor {
    private final ServerAddress server;
    private final String userAgent;
    private final Supplier<Credentials> credentials;

    RequestHeaders(ServerAddress server, String userAgent, Supplier<Credentials> credentials) {
        this.server = server;
        this.userAgent = userAgent;
        this.credentials = credentials;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Request.Builder headers = request.newBuilder().header("User-Agent", userAgent);
        if (request.header("Accept") == null) {
            headers.header("Accept", "application/json");
        }
        if (server.isOriginOf(request.url())) {
            provided().authorization().ifPresent(value -> headers.header("Authorization", value));
        }
        return chain.proceed(headers.build());
    }

    private Credentials provided() throws NoCredentials {
        try {
            return Objects.requireNonNull(credentials.get(), "the provider of credentials gave null");
        } catch (RuntimeException e) {
            throw new NoCredentials(e);
        }
    }

    /** Nobody could tell who is asking, so nothing was sent. Asking again is up to whoever provides credentials. */
    static final class NoCredentials extends IOException {
        private static final long serialVersionUID = 1L;

        NoCredentials(RuntimeException cause) {
            super("no credentials: " + cause, cause);
        }
    }
}
