package io.github.patchwork4j.testing;

/** What goes wrong with events on real servers now and then, and here whenever it is asked for. */
public enum EventTrouble {
    /** The events of one second have the same date to the microsecond. */
    EQUAL_DATES,
    /**
     * Every second event (those with an even id) is shown ten seconds after it was made, as if its transaction had been slow: later ones are seen before
     * it. The seconds pass on the clock of the server.
     */
    LATE,
    /** A series of several patches is told to be complete when one of them is still missing, and not again when it comes. */
    COMPLETED_EARLY,
    /** A series is told to be complete twice. */
    COMPLETED_TWICE,
    /** No series is ever told to be complete. */
    COMPLETED_NEVER
}
