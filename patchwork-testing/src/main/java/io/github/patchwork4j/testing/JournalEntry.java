package io.github.patchwork4j.testing;

import java.time.Instant;
import java.util.List;
import okhttp3.Headers;

/** One request that a fake received, and what became of it. */
public final class JournalEntry {
    private final Instant time;
    private final String method;
    private final String target;
    private final Headers headers;
    private final String body;
    private final int status;
    private final List<String> misreadings;

    JournalEntry(
            Instant time,
            String method,
            String target,
            Headers headers,
            String body,
            int status,
            List<String> misreadings) {
        this.time = time;
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.status = status;
        this.misreadings = misreadings;
    }

    /**
     * Returns when the request arrived.
     *
     * @return on the clock of the fake
     */
    public Instant time() {
        return time;
    }

    /**
     * Returns the method.
     *
     * @return in capitals
     */
    public String method() {
        return method;
    }

    /**
     * Returns what was asked for.
     *
     * @return the path in clear text, with the query as it was sent
     */
    public String target() {
        return target;
    }

    /**
     * Returns the headers of the request.
     *
     * @return all of them, also the credentials
     */
    public Headers headers() {
        return headers;
    }

    /**
     * Returns the body of the request.
     *
     * @return read as UTF-8, possibly empty
     */
    public String body() {
        return body;
    }

    /**
     * Returns the status of the answer.
     *
     * @return 0 if the fake hung up without one
     */
    public int status() {
        return status;
    }

    /**
     * Returns what a real server would have misread in this request.
     *
     * @return sentences, none if the request was fine
     */
    public List<String> misreadings() {
        return misreadings;
    }

    /** Shows the request on one line, with what is wrong with it. */
    @Override
    public String toString() {
        String line = method + " " + target + " -> " + status;
        return misreadings.isEmpty() ? line : line + " (" + String.join("; ", misreadings) + ")";
    }
}
