package io.github.patchwork4j.client;

import java.time.Duration;
import okhttp3.OkHttpClient;

/**
 * How long a request may take.
 *
 * @param connect until a connection is there
 * @param read until the next bytes arrive, or are taken; servers have been seen to take more than a minute for a list
 * @param total from the first attempt to the last answer, with all waits between them; waiting in line before the first
 *     attempt, for the {@link Pace}, is not counted
 */
public record Timeouts(Duration connect, Duration read, Duration total) {
    /** Ten seconds to connect, two minutes to read, ten minutes for all. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(10));

    /**
     * Makes timeouts.
     *
     * @param connect until a connection is there
     * @param read until the next bytes arrive, or are taken
     * @param total from the first attempt to the last answer
     * @throws IllegalArgumentException if one is not more than nothing
     */
    public Timeouts {
        positive("connect", connect);
        positive("read", read);
        positive("total", total);
    }

    /**
     * Returns these times with another in all.
     *
     * @param total from the first attempt to the last answer
     * @return the times
     * @throws IllegalArgumentException if it is not more than nothing
     */
    public Timeouts withTotal(Duration total) {
        return new Timeouts(connect, read, total);
    }

    /** Sets what OkHttp itself looks after. */
    OkHttpClient.Builder on(OkHttpClient.Builder http) {
        return http.connectTimeout(connect).readTimeout(read).writeTimeout(read);
    }

    private static void positive(String name, Duration time) {
        if (notNegative(name, time).isZero()) {
            throw new IllegalArgumentException(name + " is no time: " + time);
        }
    }

    static Duration notNegative(String name, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(name + " is negative: " + time);
        }
        return time;
    }
}
