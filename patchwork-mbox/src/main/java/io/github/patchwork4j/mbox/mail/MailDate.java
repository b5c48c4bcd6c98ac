package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.internal.Ascii;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads dates as mails write them: RFC 5322 with its obsolete forms, the form of C's {@code ctime}, ISO 8601, and git's
 * {@code @seconds +zone}.
 */
public final class MailDate {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int MAX_LENGTH = 200;

    /** In hours; RFC 5322, section 4.3, and the two of Central Europe. Any other name counts as UTC, as it says. */
    private static final Map<String, Integer> ZONES = Map.of(
            "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7, "cet", 1, "cest",
            2);

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private int seconds = -1;
    private Optional<ZoneOffset> zone = Optional.empty();
    private boolean absurd;

    private MailDate() {}

    /**
     * Reads a date.
     *
     * @param text the text of a header
     * @return the date with its zone (UTC if none is given), or empty if it is not one or not on a calendar
     */
    public static Optional<OffsetDateTime> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> words = words(text);
        if (!words.isEmpty() && words.get(0).startsWith("@")) {
            return epoch(words);
        }
        MailDate date = new MailDate();
        for (String word : words) {
            date.take(word);
        }
        return date.build();
    }

    /** Splits at white space and commas, and drops comments. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean inWord = depth == 0 && !Ascii.isSpace(c) && c != ',' && c != '(';
            depth = c == '(' ? depth + 1 : c == ')' && depth > 0 ? depth - 1 : depth;
            if (inWord) {
                word.append(c);
            } else if (word.length() > 0) {
                words.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
        }
        return words;
    }

    private static Optional<OffsetDateTime> epoch(List<String> words) {
        String digits = words.get(0).substring(1);
        if (digits.isEmpty() || digits.length() > 11 || !digits.chars().allMatch(Ascii::isDigit)) {
            return Optional.empty();
        }
        MailDate date = new MailDate();
        if (words.size() > 1) {
            date.take(words.get(1));
        }
        Instant instant = Instant.ofEpochSecond(Long.parseLong(digits));
        return date.absurd ? Optional.empty() : Optional.of(instant.atOffset(date.zone.orElse(ZoneOffset.UTC)));
    }

    private void take(String word) {
        char first = word.charAt(0);
        if (word.indexOf(':') > 0 && Ascii.isDigit(first)) {
            time(word);
        } else if ((first == '+' || first == '-') && word.length() > 1) {
            zone(word);
        } else if (Ascii.isDigit(first)) {
            number(word);
        } else if (ZONES.containsKey(word)) {
            zone = Optional.of(ZoneOffset.ofHours(ZONES.getOrDefault(word, 0)));
        } else if (month < 0) {
            month(word);
        }
    }

    private void month(String word) {
        int named = word.length() >= 3 ? MONTHS.indexOf(word.substring(0, 3)) : -1;
        if (named >= 0 && named % 3 == 0) {
            month = named / 3 + 1;
        }
    }

    private void number(String word) {
        if (word.indexOf('-') > 0) {
            dashed(word);
            return;
        }
        int value = Ascii.number(word);
        if (value < 0) {
            absurd = true;
        } else if (day < 0 && word.length() <= 2) {
            day = value;
        } else if (year < 0) {
            year = fullYear(word, value);
        }
    }

    private static int fullYear(String word, int value) {
        if (word.length() == 2) {
            return value < 50 ? 2000 + value : 1900 + value;
        }
        return word.length() == 3 ? 1900 + value : value;
    }

    /** Reads {@code 2026-03-02}, {@code 2026-03-02t08:01:00z} without its time, or {@code 02-mar-2026}. */
    private void dashed(String word) {
        int first = word.indexOf('-');
        int second = word.indexOf('-', first + 1);
        if (second < first + 2 || second == word.length() - 1 || word.indexOf('-', second + 1) > 0) {
            absurd = true;
            return;
        }
        String middle = word.substring(first + 1, second);
        if (first == 4) {
            year = Ascii.number(word.substring(0, 4));
            month = Ascii.number(middle);
            day = Ascii.number(word.substring(second + 1));
        } else {
            day = Ascii.number(word.substring(0, first));
            month(middle);
            String last = word.substring(second + 1);
            year = fullYear(last, Ascii.number(last));
        }
    }

    private void time(String word) {
        int t = word.indexOf('t');
        if (word.indexOf('-') > 0 && t > word.indexOf('-')) {
            dashed(word.substring(0, t));
        }
        String clock = word.substring(t + 1);
        int end = 0;
        while (end < clock.length() && (Ascii.isDigit(clock.charAt(end)) || clock.charAt(end) == ':')) {
            end++;
        }
        List<String> parts = List.of(clock.substring(0, end).split(":", 4));
        int hours = Ascii.number(parts.get(0));
        int minutes = parts.size() > 1 ? Ascii.number(parts.get(1)) : -1;
        int secs = parts.size() > 2 ? Ascii.number(parts.get(2)) : 0;
        // A leap second is read as the second before it.
        boolean onClock = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && secs >= 0 && secs <= 60;
        absurd |= !onClock;
        seconds = onClock ? hours * 3600 + minutes * 60 + Math.min(secs, 59) : 0;
        zoneBehind(clock.substring(end));
    }

    private void zoneBehind(String rest) {
        int sign = Math.max(rest.indexOf('+'), rest.indexOf('-'));
        if (sign >= 0) {
            zone(rest.substring(sign));
        }
    }

    private void zone(String word) {
        String digits = word.substring(1).replace(":", "");
        int value = Ascii.number(digits);
        if (value < 0 || digits.length() > 4) {
            absurd = true;
            return;
        }
        int hours = digits.length() <= 2 ? value : value / 100;
        int minutes = digits.length() <= 2 ? 0 : value % 100;
        int total = hours * 60 + minutes;
        if (total > 18 * 60 || minutes > 59) {
            absurd = true;
            return;
        }
        zone = Optional.of(ZoneOffset.ofTotalSeconds((word.charAt(0) == '-' ? -total : total) * 60));
    }

    private Optional<OffsetDateTime> build() {
        if (absurd || day < 0 || month < 0 || year < 0 || seconds < 0) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(year, month, day, 0, 0).plusSeconds(seconds);
            return Optional.of(local.atOffset(zone.orElse(ZoneOffset.UTC)));
        } catch (DateTimeException notOnTheCalendar) {
            return Optional.empty();
        }
    }
}
