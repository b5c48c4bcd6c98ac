package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.http.Request;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Something that runs between two requests.
 *
 * @param method the method of the request it runs before
 * @param path how the path of that request begins
 * @param countdown how many such requests come first, one more each time
 * @param work what runs, once
 */
public record Hook(String method, String path, AtomicInteger countdown, Runnable work) {

    /** Tells whether it is time; each look counts. */
    boolean isDue(Request request) {
        return request.method().equals(method) && request.path().startsWith(path) && countdown.decrementAndGet() == 0;
    }
}
