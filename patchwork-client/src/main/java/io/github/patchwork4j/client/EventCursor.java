package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Event;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an {@link EventFeed} goes on: a date, and the events from then on that were handed out.
 *
 * <p>A date alone does not do: several events may have the same one, and some become visible after later ones. Its text can be
 * stored and read back; it is of some twenty characters for each event of the feed's last minutes. Instances are immutable.
 */
public final class EventCursor {
    private static final EventCursor BEGINNING = new EventCursor(null, Map.of());
    private static final String NO_DATE = "-";

    private final @Nullable Instant from;
    private final Map<Long, Instant> seen;

    /**
     * Makes a cursor.
     *
     * @param from the date from which on to look, null for all
     * @param seen the dates of the events from then on that were handed out, by their ids
     */
    EventCursor(@Nullable Instant from, Map<Long, Instant> seen) {
        this.from = from == null ? null : from.truncatedTo(ChronoUnit.MICROS);
        this.seen = Collections.unmodifiableMap(new TreeMap<>(seen));
    }

    /**
     * {@return the cursor before the first event that the server has}
     */
    public static EventCursor beginning() {
        return BEGINNING;
    }

    /**
     * Returns the cursor before all events from a date on. For a bot that starts now, this is now, or a little earlier: what
     * {@link Event#date()} shows is the clock of the server.
     *
     * @param date the date, which counts to the microsecond
     * @return the cursor
     * @throws IllegalArgumentException if the date is not within the years 1 to 9999
     */
    public static EventCursor from(Instant date) {
        FilterValues.refuseOutOfRange("date", Optional.of(date));
        return new EventCursor(date, Map.of());
    }

    /**
     * Reads a cursor from what {@link #toString()} wrote.
     *
     * @param text the text; white space around it does not matter
     * @return the cursor
     * @throws IllegalArgumentException if the text is no cursor's
     */
    public static EventCursor parse(String text) {
        String[] words = text.strip().split(" ", -1);
        try {
            if (words[0].equals(NO_DATE) && words.length == 1) {
                return BEGINNING;
            }
            Instant from = from(Instant.parse(words[0])).from().orElseThrow();
            Map<Long, Instant> seen = new TreeMap<>();
            for (int i = 1; i < words.length; i++) {
                int plus = words[i].indexOf('+');
                long id = Long.parseLong(words[i], 0, plus, 10);
                long micros = Long.parseLong(words[i], plus + 1, words[i].length(), 10);
                seen.put(id, from.plus(micros, ChronoUnit.MICROS));
            }
            return new EventCursor(from, seen);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IllegalArgumentException("no cursor of events: \"" + text + "\"", e);
        }
    }

    Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    Map<Long, Instant> seen() {
        return seen;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventCursor that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Returns the cursor as text for {@link #parse(String)}, on one line. */
    @Override
    public String toString() {
        Instant start = from;
        if (start == null) {
            return NO_DATE;
        }
        return start
                + seen.entrySet().stream()
                        .map(event -> " " + event.getKey() + "+" + micros(start, event.getValue()))
                        .collect(Collectors.joining());
    }

    private static long micros(Instant from, Instant to) {
        Duration distance = Duration.between(from, to);
        return Math.addExact(Math.multiplyExact(distance.getSeconds(), 1_000_000L), distance.getNano() / 1000);
    }
}
