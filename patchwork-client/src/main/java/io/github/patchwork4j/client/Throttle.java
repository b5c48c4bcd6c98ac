package io.github.patchwork4j.client;

/** What makes a request wait before it is sent. */
public enum Throttle {
    /** The number of requests in a time that its {@link Pace} allows. */
    RATE,

    /** The number of requests at once that its {@link Pace} allows. */
    IN_FLIGHT,

    /** The server, which asked by {@code Retry-After} to be left alone for a time. */
    SERVER
}
