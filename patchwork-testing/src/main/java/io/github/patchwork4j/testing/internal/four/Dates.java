package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.text.Micros;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Dates as 4.0 reads and writes them. Rows keep the dates of mails in UTC and those of events and checks on the server's
 * clock; 4.0 shows both as instants, in the time zone of its process.
 *
 * @param zone the time zone of the process
 */
record Dates(ZoneId zone) {
    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter NAIVE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter FILTER = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX][X]]")
            .toFormatter(Locale.ROOT);

    /** Writes the date of a mail. */
    String mail(long micros) {
        return zoned(instant(micros));
    }

    /** Writes the date of an event or a check. */
    String local(long micros) {
        return zoned(instant(utc(micros)));
    }

    /** Writes an instant, with nanoseconds if it has them. */
    String zoned(Instant instant) {
        return ZONED.format(instant.atZone(zone).toOffsetDateTime());
    }

    /** Writes the date of a mail that stands inside another object: without a zone, and not in UTC. */
    String naive(long micros) {
        return NAIVE.format(instant(micros).atZone(zone));
    }

    /** Turns a date on the server's clock into one in UTC, both in microseconds. */
    long utc(long local) {
        return micros(Micros.toDate(local).atZone(zone).toInstant());
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /**
     * Reads a filter as PostgreSQL does whose session is in UTC.
     *
     * @return microseconds in UTC
     * @throws ServerFault if the database refuses the text
     */
    static long filter(String text) {
        try {
            TemporalAccessor read =
                    FILTER.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime date) {
                return micros(date.toInstant());
            }
            LocalDateTime date = read instanceof LocalDateTime time ? time : ((LocalDate) read).atStartOfDay();
            return micros(date.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException refused) {
            throw new ServerFault("the database refuses the date \"" + text + "\"");
        }
    }
}
