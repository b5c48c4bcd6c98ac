package io.github.patchwork4j.client;

import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.MessageId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the values of queries the way that both servers understand. */
final class FilterValues {
    /** Neither a {@code T}, which 4.0 on SQLite misreads, nor a zone, which 3.x fails on. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    /** The check filter takes numbers only; their words find nothing. */
    private static final List<CheckState> CHECK_STATES =
            List.of(CheckState.PENDING, CheckState.SUCCESS, CheckState.WARNING, CheckState.FAIL);

    /** Years from 1 to 9999, in whatever zone; servers answer all others with an empty list. */
    private static final Instant FIRST_DATE = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LAST_DATE = Instant.parse("9999-12-30T00:00:00Z");

    private static final String ID = "id";

    private FilterValues() {}

    /** Writes a date in microseconds, as servers count, rounded up: all later rows are later than that, too. */
    static @Nullable String date(Optional<Instant> date, ZoneId zone) {
        return date.map(instant -> instant.plusNanos(999).truncatedTo(ChronoUnit.MICROS))
                .map(instant -> DATE.format(LocalDateTime.ofInstant(instant, zone)))
                .orElse(null);
    }

    static @Nullable Long id(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }

    /** Tells an id from a name. */
    static boolean isId(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static @Nullable Integer number(Optional<CheckState> state) {
        if (state.isEmpty()) {
            return null;
        }
        int number = CHECK_STATES.indexOf(state.get());
        if (number < 0) {
            throw new IllegalArgumentException("checks cannot be filtered by the state " + state.get());
        }
        return number;
    }

    /**
     * Writes an order as the server reads it: constants of an enum, whose names end in _DESCENDING or do not. Where rows
     * have ids, these come last, for what is equal in all else may change places between two pages.
     */
    static @Nullable String order(List<? extends Enum<?>> order) {
        if (order.isEmpty()) {
            return null;
        }
        String fields = order.stream().map(FilterValues::order).collect(Collectors.joining(","));
        boolean ids = Arrays.stream(order.get(0).getDeclaringClass().getEnumConstants())
                .anyMatch(field -> order(field).equals(ID));
        boolean unique = order.stream().map(FilterValues::order).anyMatch(field -> field.endsWith(ID));
        return ids && !unique ? fields + "," + ID : fields;
    }

    private static String order(Enum<?> field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        String descending = "_descending";
        return name.endsWith(descending) ? "-" + name.substring(0, name.length() - descending.length()) : name;
    }

    /** Refuses a text that the server would take for an absent filter, or answer with an empty list. */
    static void refuseBlank(String name, Optional<String> value) {
        if (value.isPresent() && value.get().isBlank()) {
            throw new IllegalArgumentException(name + " is blank: \"" + value.get() + "\"");
        }
    }

    /** Refuses a search without any word, which finds everything, and one that no server understands. */
    static void refuseWordless(String name, Optional<String> value) {
        boolean blank = value.isPresent() && value.get().chars().allMatch(FilterValues::isBetweenWords);
        if (blank || value.orElse("").indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " has no words to search for: \"" + value.orElse("") + "\"");
        }
    }

    private static boolean isBetweenWords(int c) {
        return c == ',' || c == '\u0085' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Refuses an id that no object has: Patchwork 4.0 takes 0 for an absent filter. */
    static void refuseNoId(String name, OptionalLong id) {
        if (id.isPresent() && id.getAsLong() < 1) {
            throw new IllegalArgumentException(name + " is no id: " + id.getAsLong());
        }
    }

    /** Refuses a message id that stands for none: servers would not filter at all. */
    static void refuseNone(String name, Optional<MessageId> value) {
        if (value.isPresent() && value.get().equals(MessageId.NONE)) {
            throw new IllegalArgumentException(name + " is MessageId.NONE: the server left the id out");
        }
    }

    /** Refuses a date in a year that servers cannot read. */
    static void refuseOutOfRange(String name, Optional<Instant> date) {
        if (date.isPresent() && (date.get().isBefore(FIRST_DATE) || date.get().isAfter(LAST_DATE))) {
            throw new IllegalArgumentException(name + " is not within the years 1 to 9999: " + date.get());
        }
    }
}
