package io.github.patchwork4j.testing.internal.text;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates without a zone as microseconds since 1970-01-01T00:00:00. */
public final class Micros {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter FRACTION =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final long PER_SECOND = 1_000_000;

    private Micros() {}

    /**
     * Reads a date as the API writes it.
     *
     * @param text such as {@code 2026-03-02T08:01:00.000001}
     * @return microseconds
     * @throws java.time.format.DateTimeParseException if it is something else
     */
    public static long parse(String text) {
        return of(LocalDateTime.parse(text));
    }

    /**
     * Converts a date.
     *
     * @param date a date; what is below a microsecond is dropped
     * @return microseconds
     */
    public static long of(LocalDateTime date) {
        return ChronoUnit.MICROS.between(EPOCH, date);
    }

    /**
     * Converts back.
     *
     * @param micros microseconds
     * @return the date
     */
    public static LocalDateTime toDate(long micros) {
        return EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /**
     * Writes a date as the API does.
     *
     * @param micros microseconds
     * @return six digits of a fraction, or none when it is zero
     */
    public static String format(long micros) {
        return (micros % PER_SECOND == 0 ? SECONDS : FRACTION).format(toDate(micros));
    }
}
