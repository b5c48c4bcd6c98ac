package io.github.patchwork4j.testing.internal.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code since} and {@code before} accept: a date and a time, and with newer libraries also less.
 *
 * @param kind what became of the value
 * @param micros the date if the kind is {@link Kind#DATE}
 */
public record FilterDate(Kind kind, long micros) {
    private static final Pattern SYNTAX = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})[T ](\\d{1,2}):(\\d{1,2})"
                    + "(?::(\\d{1,2})(?:[.,](\\d{1,6})\\d{0,6})?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?",
            Pattern.UNICODE_CHARACTER_CLASS);
    /** The same with white space before the zone. */
    private static final Pattern NEW_SYNTAX =
            Pattern.compile(SYNTAX.pattern().replace("(Z|", "\\s*(Z|"), Pattern.UNICODE_CHARACTER_CLASS);
    /** Days, weeks and basic forms, with any one character before the time. */
    private static final Pattern SHORT_SYNTAX = Pattern.compile(
            "(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{4})(\\d{2})(\\d{2})|(\\d{4})(?:-W(\\d{2})(?:-(\\d))?|W(\\d{2})(\\d)?))"
                    + "(?:.(\\d{2})(?::(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?|(\\d{2})(?:(\\d{2})(?:[.,](\\d+))?)?)?"
                    + "(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private static final int MINUTES_PER_DAY = 24 * 60;
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
     * Reads a value as newer libraries do, which also take days and weeks without a time, and the basic forms of ISO 8601.
     *
     * @param text the value of the parameter
     * @return the date, or why there is none
     */
    public static FilterDate parseShort(String text) {
        Matcher parts = SHORT_SYNTAX.matcher(text.strip());
        if (!parts.matches()) {
            return parse(text, NEW_SYNTAX);
        }
        try {
            LocalDateTime date = day(parts)
                    .atTime(
                            number(parts, 12),
                            number(parts, 13) + number(parts, 16),
                            number(parts, 14) + number(parts, 17),
                            nanos(parts.group(parts.group(15) == null ? 18 : 15)));
            return of(date, parts.group(19));
        } catch (DateTimeException noSuchDay) {
            return MALFORMED;
        }
    }

    private static LocalDate day(Matcher parts) {
        if (parts.group(7) == null) {
            int form = parts.group(1) == null ? 4 : 1;
            return LocalDate.of(number(parts, form), number(parts, form + 1), number(parts, form + 2));
        }
        int form = parts.group(8) == null ? 10 : 8;
        int day = parts.group(form + 1) == null ? 1 : number(parts, form + 1);
        LocalDate firstWeek = LocalDate.of(number(parts, 7), 1, 4);
        IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(firstWeek)
                .checkValidValue(number(parts, form), IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return firstWeek
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(parts, form))
                .with(ChronoField.DAY_OF_WEEK, day);
    }

    /**
     * Reads a value.
     *
     * @param text the value of the parameter
     * @return the date, or why there is none
     */
    public static FilterDate parse(String text) {
        return parse(text, SYNTAX);
    }

    private static FilterDate parse(String text, Pattern syntax) {
        Matcher parts = syntax.matcher(text.strip());
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
            return of(date, parts.group(8));
        } catch (DateTimeException noSuchDay) {
            return MALFORMED;
        }
    }

    private static FilterDate of(LocalDateTime date, @Nullable String zone) {
        if (zone == null) {
            return new FilterDate(Kind.DATE, Micros.of(date));
        }
        String digits = zone.replaceAll("\\D", "");
        int hours = digits.isEmpty() ? 0 : Integer.parseInt(digits.substring(0, 2));
        int minutes = digits.length() < 4 ? 0 : Integer.parseInt(digits.substring(2));
        return hours * 60 + minutes < MINUTES_PER_DAY ? new FilterDate(Kind.ZONED, Micros.of(date)) : MALFORMED;
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : 1000 * Integer.parseInt((fraction + "00000").substring(0, 6));
    }
}
