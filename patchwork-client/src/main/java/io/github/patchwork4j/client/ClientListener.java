package io.github.patchwork4j.client;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Headers;

/**
 * Hears what a client does, for logs and measurements.
 *
 * <p>The methods do nothing unless overridden. They are called on whatever thread does the work, several at once, and
 * should return soon; what they throw is logged and goes no further. Of headers they see only those that are known to
 * hold no secret: never credentials or cookies.
 */
public interface ClientListener {
    /**
     * An attempt is sent, on a connection that is there.
     *
     * @param request the request
     * @param headers some of its headers
     */
    default void sent(ClientRequest request, Headers headers) {}

    /**
     * The head of an answer is there, whatever it says.
     *
     * @param request the request
     * @param status the status
     * @param headers some of its headers
     * @param time how long it took since the request was sent
     */
    default void answered(ClientRequest request, int status, Headers headers, Duration time) {}

    /**
     * An attempt was given up by who asked for it, before all of its answer was there. That is no failure: walks that read
     * ahead do so when they end early. It is told whether or not the attempt was {@link #sent}, but not of a request that
     * was given up while it waited.
     *
     * @param request the request
     */
    default void canceled(ClientRequest request) {}

    /**
     * An attempt brought no answer, or not all of it, and nobody had given it up.
     *
     * @param request the request
     * @param failure what went wrong
     */
    default void failed(ClientRequest request, IOException failure) {}

    /**
     * An attempt failed and there will be another.
     *
     * @param request the request that failed
     * @param wait how long to wait before the next attempt
     */
    default void retrying(ClientRequest request, Duration wait) {}

    /**
     * A request is held back. By {@link Throttle#RATE} and {@link Throttle#SERVER} this is told before the wait; by
     * {@link Throttle#IN_FLIGHT} after it, for nobody knows before how long it is.
     *
     * @param request the request that waits; after {@link Throttle#SERVER} the one that was turned away
     * @param wait how long
     * @param by what holds it back
     */
    default void throttled(ClientRequest request, Duration wait, Throttle by) {}

    /**
     * An answer cannot be read: JSON that is broken or unknown, or no JSON at all.
     *
     * @param request the request
     * @param problem a {@link DecodeException} or an {@link UnexpectedContentException}
     */
    default void undecodable(ClientRequest request, PatchworkException problem) {}

    /**
     * Returns a listener that writes everything to the SLF4J logger of the name of {@link PatchworkClient}: requests and
     * answers at level debug, waits and further attempts at info, answers that cannot be read at warn.
     *
     * @return a new listener
     */
    static ClientListener logging() {
        return new LoggingListener();
    }
}
