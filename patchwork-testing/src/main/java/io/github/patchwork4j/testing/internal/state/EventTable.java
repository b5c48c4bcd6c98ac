package io.github.patchwork4j.testing.internal.state;

import io.github.patchwork4j.testing.EventTrouble;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The events, what goes wrong with them, and who is told of them. */
public final class EventTable extends DatedTable<EventRow> {
    private final Set<EventTrouble> troubles = EnumSet.noneOf(EventTrouble.class);
    private final Map<Long, Instant> late = new TreeMap<>();
    private Consumer<EventRow> listener = event -> {};
    private Instant last = Instant.MIN;

    /** Starts empty. */
    public EventTable() {}

    /** Adds an event, and tells of it. */
    @Override
    public void add(EventRow event) {
        super.add(event);
        listener.accept(event);
    }

    @Override
    public void remove(long id) {
        super.remove(id);
        late.remove(id);
    }

    /**
     * Reads a clock for an event or a check. No two readings are the same, so that what happened first is found first, whoever
     * made it.
     *
     * @param clock the clock of the server
     * @return its time, or as much later as there were readings in the same microsecond
     */
    public Instant next(Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }

    /**
     * Tells of each event from now on.
     *
     * @param newListener is called by who makes the event, before that is over
     */
    public void onEvent(Consumer<EventRow> newListener) {
        listener = newListener;
    }

    /**
     * Returns what goes wrong with events.
     *
     * @return the troubles, which can be added to
     */
    public Set<EventTrouble> troubles() {
        return troubles;
    }

    /**
     * Shows an event later than it was made.
     *
     * @param event the event's id
     * @param time from when on
     */
    public void hideUntil(long event, Instant time) {
        late.put(event, time);
    }

    /**
     * Returns the events that may be shown late.
     *
     * @return a view: by the ids of the events, from when on they are shown
     */
    public Map<Long, Instant> late() {
        return Collections.unmodifiableMap(late);
    }

    /**
     * Tells whether an event is shown.
     *
     * @param event the event
     * @param now the time
     * @return whether it is
     */
    public boolean isVisible(EventRow event, Instant now) {
        Instant from = late.get(event.id());
        return from == null || !now.isBefore(from);
    }
}
