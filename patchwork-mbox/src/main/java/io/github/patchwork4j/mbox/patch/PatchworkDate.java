package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import io.github.patchwork4j.mbox.mail.Mail;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the date of a mail as a Patchwork server does, by the rules of Python's {@code email.utils}: words by their
 * place, and arithmetic instead of a calendar, so that 25:00 is one o'clock of the next day and 31 February is in March.
 *
 * <p>A date without a zone, or with one whose name Python does not know, is in the server's own zone; here that is UTC.
 */
final class PatchworkDate {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> FULL_MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** In hours. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("Z", 0),
            Map.entry("AST", -4),
            Map.entry("ADT", -3),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7));

    private static final int MAX_LENGTH = 1000;
    private static final int MAX_DIGITS = 15;
    private static final int FIRST_YEAR_OF_1900S = 69;
    private static final int MAX_ZONE_SECONDS = 18 * 3600;

    private PatchworkDate() {}

    /**
     * Reads the date of a mail.
     *
     * @param mail the mail
     * @return the date, with the zone of the mail where that is one, else in UTC; empty if the server takes the time at
     *     which the mail came
     */
    static Optional<OffsetDateTime> of(Mail mail) {
        return mail.headers().first("Date").flatMap(header -> parse(header.textAsPython()));
    }

    static Optional<OffsetDateTime> parse(String text) {
        List<String> words = words(text);
        if (text.length() > MAX_LENGTH || words.size() < 5) {
            return Optional.empty();
        }
        String day = words.get(0);
        String month = words.get(1).toLowerCase(Locale.ROOT);
        if (monthNumber(month) == 0) {
            day = words.get(1);
            month = words.get(0).toLowerCase(Locale.ROOT);
        }
        String year = words.get(2);
        String time = words.get(3);
        String zone = words.get(4);
        if (year.indexOf(':') > 0) {
            String swapped = year;
            year = time;
            time = swapped;
        }
        year = withoutComma(year);
        if (year.isEmpty() || time.isEmpty() || monthNumber(month) == 0) {
            return Optional.empty();
        }
        if (!Character.isDigit(year.charAt(0))) {
            String swapped = year;
            year = zone;
            zone = swapped;
        }
        long[] numbers = numbers(year, withoutComma(day), withoutComma(time));
        return numbers.length == 0 ? Optional.empty() : at(numbers, monthNumber(month), zoneSeconds(zone));
    }

    /** Splits at white space, without the day of the week, and parts what belongs apart. */
    private static List<String> words(String text) {
        String normal = PythonText.normalized(text);
        List<String> words = new ArrayList<>(normal.isEmpty() ? List.of() : List.of(normal.split(" ", -1)));
        if (words.isEmpty()) {
            return words;
        }
        String first = words.get(0);
        if (first.endsWith(",") || DAYS.contains(first.toLowerCase(Locale.ROOT))) {
            words.remove(0);
        } else {
            words.set(0, first.substring(first.lastIndexOf(',') + 1));
        }
        if (words.size() == 3) {
            String[] dashed = words.get(0).split("-", -1);
            if (dashed.length == 3) {
                words.remove(0);
                words.addAll(0, List.of(dashed));
            }
        }
        if (words.size() == 4) {
            String time = words.get(3);
            int sign = time.indexOf('+') >= 0 ? time.indexOf('+') : time.indexOf('-');
            words.set(3, sign > 0 ? time.substring(0, sign) : time);
            words.add(sign > 0 ? time.substring(sign) : "");
        }
        boolean complete = words.size() >= 5 && words.subList(0, 3).stream().noneMatch(String::isEmpty);
        return complete ? words : List.of();
    }

    private static String withoutComma(String word) {
        return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    }

    private static int monthNumber(String word) {
        return Math.max(MONTHS.indexOf(word), FULL_MONTHS.indexOf(word)) + 1;
    }

    /** The year, the day, hours, minutes and seconds; nothing if one of them is no number. */
    private static long[] numbers(String year, String day, String time) {
        List<String> words = new ArrayList<>(List.of(year, day));
        String[] clock = time.split(":", -1);
        boolean dotted = clock.length == 1;
        List<String> parts = List.of(dotted ? time.split("\\.", -1) : clock);
        if (parts.size() < 2 || parts.size() > 3) {
            return new long[0];
        }
        words.addAll(parts);
        if (parts.size() == 2) {
            words.add("0");
        }
        long[] numbers = new long[words.size()];
        for (int i = 0; i < numbers.length; i++) {
            Long number = number(words.get(i));
            if (number == null) {
                return new long[0];
            }
            numbers[i] = number;
        }
        return numbers;
    }

    /** A whole number as Python reads it: with a sign, and with single underscores between its digits. */
    private static @Nullable Long number(String word) {
        int start = word.startsWith("+") || word.startsWith("-") ? 1 : 0;
        long value = 0;
        int digits = 0;
        for (int i = start; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean joins = c == '_' && i > start && i + 1 < word.length() && word.charAt(i + 1) != '_';
            if (!joins && (!Character.isDigit(c) || ++digits > MAX_DIGITS)) {
                return null;
            }
            value = joins ? value : value * 10 + Character.digit(c, 10);
        }
        if (digits == 0) {
            return null;
        }
        return word.startsWith("-") ? -value : value;
    }

    private static long zoneSeconds(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        Integer hours = ZONES.get(name);
        if (hours != null) {
            return hours * 3600L;
        }
        Long number = number(name);
        if (number == null) {
            return 0;
        }
        long size = Math.abs(number);
        return Long.signum(number) * (size / 100 * 3600 + size % 100 * 60);
    }

    private static Optional<OffsetDateTime> at(long[] numbers, int month, long zone) {
        long year = numbers[0];
        if (year < 100) {
            year += year < FIRST_YEAR_OF_1900S ? 2000 : 1900;
        }
        try {
            LocalDate date = LocalDate.of(Math.toIntExact(year), month, 1).plusDays(numbers[1] - 1);
            long seconds = numbers[2] * 3600 + numbers[3] * 60 + numbers[4] - zone;
            OffsetDateTime utc =
                    date.atTime(LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC).plusSeconds(seconds);
            if (year < 1 || year > 9999 || utc.getYear() < 1 || utc.getYear() > 9999) {
                return Optional.empty();
            }
            boolean isZone = Math.abs(zone) <= MAX_ZONE_SECONDS;
            return Optional.of(isZone ? utc.withOffsetSameInstant(ZoneOffset.ofTotalSeconds((int) zone)) : utc);
        } catch (DateTimeException | ArithmeticException beyondTime) {
            return Optional.empty();
        }
    }
}
