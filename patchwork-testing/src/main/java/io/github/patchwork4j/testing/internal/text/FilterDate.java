package io.github.patchwork4j.testing.internal.text;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code since} and {@code before} accept: a date and a time, nothing shorter.
 *
 * @param kind what became of the value
 * @param micros the date if the kind is {@link Kind#DATE}
 */
public record FilterDate(Kind kind, long micros) {
    private static final Pattern SYNTAX = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})[T ](\\d{1,2}):(\\d{1,2})"
            + "(?::(\\d{1,2})(?:[.,](\\d{1,6})\\d{0,6})?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final FilterDate MALFORMED = new FilterDate(Kind.MALFORMED, 0);

    /** What a value can turn out to be. */
    public enum Kind {
        /** A date that rows can be compared with. */
        DATE,
        /** A date with a zone, which SQLite's driver refuses. */
        ZONED,
        /** Anything else. */
        MALFORMED
    }

    /**
     * Reads a value.
     *
     * @param text the value of the parameter
     * @return the date, or why there is none
     */
    public static FilterDate parse(String text) {
        Matcher parts = SYNTAX.matcher(text.strip());
        if (!parts.matches()) {
            return MALFORMED;
        }
        try {
            LocalDateTime date = LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    number(parts, 4),
                    number(parts, 5),
                    number(parts, 6),
                    nanos(parts.group(7)));
            return new FilterDate(parts.group(8) == null ? Kind.DATE : Kind.ZONED, Micros.of(date));
        } catch (DateTimeException noSuchDay) {
            return MALFORMED;
        }
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
}
