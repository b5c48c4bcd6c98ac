package io.github.patchwork4j.testing.recorded;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that starts after all recorded events and moves on at each look. */
final class TickingClock extends Clock {
    private static final Instant START = Instant.parse("2026-11-20T10:30:00.000001Z");

    private final AtomicLong looks = new AtomicLong();

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return START.plusMillis(looks.incrementAndGet());
    }
}
