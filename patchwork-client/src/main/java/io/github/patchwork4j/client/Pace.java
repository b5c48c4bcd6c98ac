package io.github.patchwork4j.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/**
 * How many requests to send to a server: in a time, and at once.
 *
 * <p>Each host has its own count, in the order in which requests were made. A pace that is given to several clients is
 * shared between them. A request for JSON is in flight until its answer has been read, a download until its answer
 * begins, so that who holds a download open can ask for something else. The turn of a request that is given up before it
 * is sent goes to the next one that is made. When a server asks by {@code Retry-After} to be
 * left alone, everything of the same pace and host waits until then. Instances are safe to share between threads.
 */
public final class Pace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 10_000;

    private final long interval;
    private final int burst;
    private final int inFlight;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    private Pace(long interval, int burst, int inFlight) {
        this.interval = interval;
        this.burst = burst;
        this.inFlight = inFlight;
    }

    /**
     * Returns a new pace that operators of public servers can live with: five requests a second on average, ten
     * after a time of silence, and four at once. A client for another machine has one of its own unless another is set.
     *
     * @return a new pace
     */
    public static Pace polite() {
        return of(5, 10, 4);
    }

    /**
     * Returns a new pace.
     *
     * @param perSecond how many requests a second on average, which may be less than one
     * @param burst how many may go out together after a time of silence, from 1 to 10000
     * @param inFlight how many at once, from 1 to 10000
     * @return a new pace
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Pace of(double perSecond, int burst, int inFlight) {
        if (!(perSecond >= 1e-4 && perSecond <= 1e6)) {
            throw new IllegalArgumentException("perSecond must be from 0.0001 to 1000000: " + perSecond);
        }
        return new Pace((long) (SECOND / perSecond), inRange("burst", burst), inRange("inFlight", inFlight));
    }

    /**
     * Returns a new pace that holds nothing back but what a server itself turns away.
     *
     * @return a new pace
     */
    public static Pace unlimited() {
        return new Pace(0, 1, Integer.MAX_VALUE);
    }

    private static int inRange(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(name + " must be from 1 to " + MOST + ": " + value);
        }
        return value;
    }

    /** Returns the count of a host. */
    Lane lane(HttpUrl url) {
        return lanes.computeIfAbsent(url.host(), host -> new Lane());
    }

    /**
     * When a request may go out.
     *
     * @param at its place in the even spacing of all, by which a burst may be ahead
     * @param left how long to wait for it
     */
    record Turn(long at, Duration left) {}

    /** The requests to one host: first each waits for a place, then for its turn in time. */
    final class Lane {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int taken;
        private boolean started;
        /** When the count of the burst is empty again, by {@link System#nanoTime()} or what stands for it. */
        private long empty;
        /** The turns before that which were given back. */
        private final TreeSet<Long> free = new TreeSet<>((one, other) -> Long.signum(one - other));
        /** Until when the server is left alone. */
        private long restedUntil;

        /**
         * Takes a place among those in flight if there is one, and else gets into line for it.
         *
         * @param granted run, by whoever leaves, once the place is there
         * @return whether there was a place
         */
        synchronized boolean enter(Runnable granted) {
            if (taken < inFlight) {
                taken++;
                return true;
            }
            waiting.add(granted);
            return false;
        }

        /** Gives a place to the next in line. */
        void leave() {
            Runnable next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    taken--;
                    return;
                }
            }
            next.run();
        }

        /** Gets out of line; too late, and false, if the place is there already. */
        synchronized boolean giveUp(Runnable granted) {
            return waiting.remove(granted);
        }

        /** Takes the next turn: one that was given back and is not over, or else a new one. */
        synchronized Turn turn(long now) {
            if (!started) {
                started = true;
                empty = now;
                restedUntil = now;
            }
            if (empty - now < 0) {
                empty = now;
            }
            free.headSet(now).clear();
            long at = empty;
            if (free.isEmpty()) {
                empty += interval;
            } else {
                at = free.first();
                free.remove(at);
            }
            long wait = Math.max(0, at - now - (burst - 1) * interval);
            return new Turn(at, Duration.ofNanos(Math.max(wait, restedUntil - now)));
        }

        /** Takes back a turn that nobody used. */
        synchronized void giveBack(Turn turn) {
            if (interval == 0) {
                return;
            }
            free.add(turn.at());
            while (!free.isEmpty() && free.last() + interval == empty) {
                empty = free.last();
                free.remove(empty);
            }
        }

        /** Leaves the server alone for a time. */
        synchronized void rest(long now, Duration time) {
            if (!started || now + time.toNanos() - restedUntil > 0) {
                restedUntil = now + time.toNanos();
            }
            if (!started) {
                started = true;
                empty = now;
            }
        }
    }
}
