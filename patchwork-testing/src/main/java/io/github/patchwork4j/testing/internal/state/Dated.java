package io.github.patchwork4j.testing.internal.state;

/** A row with the {@code date} that lists sort by and that {@code since} and {@code before} look at. */
public interface Dated extends Row {

    /**
     * Returns the date on the clock of this kind of row; the API does not tell the zone either.
     *
     * @return microseconds since 1970-01-01T00:00:00
     */
    long date();
}
