package io.github.patchwork4j.client;

import java.time.Duration;

/**
 * When to send a request again that failed.
 *
 * <p>Reads and updates, which come to the same when they are made twice, are sent again when the connection fails and on
 * the statuses 429, 502, 503 and 504. What makes or deletes something, and updates of comments and checks, of each of which
 * servers make an event, are sent again only when they certainly were not carried out: when no connection came about, and
 * on 429. Waits are of a random length, which may be twice as long each
 * time, or what the server asks for by {@code Retry-After}. Instances are immutable.
 */
public final class Retries {
    /** Never. */
    public static final Retries NONE = builder().attempts(1).build();

    /** Up to three times, after waits of up to 1, 2 and 4 seconds, or of up to two minutes if the server asks for it. */
    public static final Retries DEFAULT = builder().build();

    private final int attempts;
    private final Duration firstWait;
    private final Duration longestWait;
    private final Duration longestRetryAfter;

    private Retries(Builder builder) {
        this.attempts = builder.attempts;
        this.firstWait = builder.firstWait;
        this.longestWait = builder.longestWait;
        this.longestRetryAfter = builder.longestRetryAfter;
    }

    /**
     * {@return a builder of what {@link #DEFAULT} is}
     */
    public static Builder builder() {
        return new Builder();
    }

    int attempts() {
        return attempts;
    }

    /** Returns how long to wait after an attempt, if it is to be tried again: from nothing to twice the last limit. */
    Duration backOff(int attempt, double random) {
        int doublings = Math.min(attempt - 1, 30);
        double limit = Math.min((double) firstWait.toNanos() * (1L << doublings), (double) longestWait.toNanos());
        return Duration.ofNanos((long) (limit * random));
    }

    /** Tells whether to wait as long as a server asks; a request that has to wait longer fails at once instead. */
    boolean accepts(Duration retryAfter) {
        return retryAfter.compareTo(longestRetryAfter) <= 0;
    }

    /** Makes {@link Retries}. */
    public static final class Builder {
        private int attempts = 4;
        private Duration firstWait = Duration.ofSeconds(1);
        private Duration longestWait = Duration.ofSeconds(30);
        private Duration longestRetryAfter = Duration.ofMinutes(2);

        private Builder() {}

        /**
         * Sets how often to send a request at most.
         *
         * @param attempts how often, at least 1; 4 unless set
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder attempts(int attempts) {
            if (attempts < 1) {
                throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
            }
            this.attempts = attempts;
            return this;
        }

        /**
         * Sets how long to wait at most before the second attempt; each further wait may be twice as long.
         *
         * @param firstWait how long, one second unless set
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder firstWait(Duration firstWait) {
            this.firstWait = Timeouts.notNegative("firstWait", firstWait);
            return this;
        }

        /**
         * Sets how long to wait at most before any attempt, unless the server asks for more.
         *
         * @param longestWait how long, 30 seconds unless set
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder longestWait(Duration longestWait) {
            this.longestWait = Timeouts.notNegative("longestWait", longestWait);
            return this;
        }

        /**
         * Sets how long to wait at most when the server asks for it. If it asks for more, the request fails at once.
         *
         * @param longestRetryAfter how long, two minutes unless set
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder longestRetryAfter(Duration longestRetryAfter) {
            this.longestRetryAfter = Timeouts.notNegative("longestRetryAfter", longestRetryAfter);
            return this;
        }

        /**
         * {@return the retries}
         */
        public Retries build() {
            return new Retries(this);
        }
    }
}
