package io.github.patchwork4j.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the server that is an error. The subclasses tell the kinds that a program may want to tell apart; a
 * status that none of them stands for comes as this class.
 */
public class ApiException extends PatchworkException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String request;
    private final ErrorBody body;
    private final @Nullable Duration retryAfter;

    @SuppressWarnings("serial") // gone after reading back, and only asked for before it is thrown
    private final transient ErrorAnswer answer;

    ApiException(ErrorAnswer answer) {
        super(answer.message(), null);
        this.answer = answer;
        this.status = answer.status();
        this.request = answer.request();
        this.body = answer.body();
        this.retryAfter = answer.retryAfter();
    }

    /** Returns the answer, to make the same exception of it with something more to say. */
    final ErrorAnswer answer() {
        return answer;
    }

    /**
     * {@return the HTTP status}
     */
    public int status() {
        return status;
    }

    /**
     * {@return the method and the address of the request, such as {@code GET https://…/api/1.3/patches/1/}}
     */
    public String request() {
        return request;
    }

    /**
     * {@return what the server says about the error as a whole; empty if it says nothing, or if the answer is no JSON}
     */
    public String detail() {
        return body.detail();
    }

    /**
     * Returns how long the server asks to be left alone, by {@code Retry-After}. The client waits for that by itself where it
     * may send a request again, unless it is longer than {@link Retries.Builder#longestRetryAfter} or the time left.
     *
     * @return how long from the answer on; nothing if it does not ask
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Returns what the server says about single fields.
     *
     * @return the messages of each field; a field inside another is named like {@code settings.items_per_page}, and on
     *     Patchwork 4.0 with where it stands, like {@code query.per_page}; empty if there are none
     */
    public Map<String, List<String>> fieldErrors() {
        return body.fieldErrors();
    }
}
