package io.github.patchwork4j.client;

import io.github.patchwork4j.client.RecordedRead.Unsayable;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.MessageId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a recorded request for a list, to be taken one by one until none is left. */
final class RecordedParameters {
    private static final List<CheckState> CHECK_STATES =
            List.of(CheckState.PENDING, CheckState.SUCCESS, CheckState.WARNING, CheckState.FAIL);

    private final Map<String, List<String>> values;

    private RecordedParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    static RecordedParameters of(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] nameAndValue = parameter.split("=", 2);
            values.computeIfAbsent(decoded(nameAndValue[0]), any -> new ArrayList<>())
                    .add(nameAndValue.length == 1 ? "" : decoded(nameAndValue[1]));
        }
        return new RecordedParameters(values);
    }

    static String decoded(@Nullable String text) {
        return URLDecoder.decode(Objects.requireNonNull(text), StandardCharsets.UTF_8);
    }

    RecordedParameters copy() {
        return new RecordedParameters(new LinkedHashMap<>(values));
    }

    /**
     * Returns the parameters as a server takes them that does not mind how dates and states are written, nor whether it
     * is told its own page size and that the first page is meant.
     */
    Map<String, List<String>> meaning() {
        Map<String, List<String>> meaning = new LinkedHashMap<>(values);
        meaning.putIfAbsent("page", List.of("1"));
        meaning.putIfAbsent("per_page", List.of("30"));
        meaning.computeIfPresent("since", (name, dates) -> each(dates, date -> date.replace('T', ' ')));
        meaning.computeIfPresent("before", (name, dates) -> each(dates, date -> date.replace('T', ' ')));
        meaning.computeIfPresent(
                "state",
                (name, states) ->
                        each(states, state -> state.toLowerCase(Locale.ROOT).replace('-', ' ')));
        return meaning;
    }

    private static List<String> each(List<String> values, Function<String, String> change) {
        return values.stream().map(change).toList();
    }

    void requireNone() {
        if (!values.isEmpty()) {
            throw new Unsayable("a parameter that the client does not have");
        }
    }

    /** Refuses what has been taken already, and has no place in a list. */
    RecordedParameters none(@Nullable String... taken) {
        if (Stream.of(taken).anyMatch(Objects::nonNull)) {
            throw new Unsayable("a parameter that the client does not have");
        }
        return this;
    }

    /** Returns a call if all parameters have been taken. */
    <A, B> Function<A, B> all(Function<A, B> call) {
        requireNone();
        return call;
    }

    List<String> texts(String name) {
        List<String> taken = values.remove(name);
        return taken == null ? List.of() : taken;
    }

    /** Takes a text, also an empty one. */
    @Nullable String any(String name) {
        List<String> taken = texts(name);
        if (taken.size() > 1) {
            throw new Unsayable("a filter twice");
        }
        return taken.isEmpty() ? null : taken.get(0);
    }

    Optional<String> text(String name) {
        Optional<String> text = Optional.ofNullable(any(name));
        if (text.filter(String::isBlank).isPresent()) {
            throw new Unsayable("an empty filter");
        }
        return text;
    }

    @Nullable Integer number(String name) {
        String text = any(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?[1-9]\\d{0,8}|0")) {
            throw new Unsayable("a number that is none");
        }
        return Integer.valueOf(text);
    }

    @Nullable Long wide(String name) {
        Integer number = number(name);
        return number == null ? null : (long) number;
    }

    OptionalLong id(String name) {
        Integer number = number(name);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    Optional<Boolean> bool(String name) {
        return text(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unsayable("neither true nor false");
        });
    }

    Optional<MessageId> messageId() {
        return text("msgid").map(id -> {
            if (id.startsWith("<")) {
                throw new Unsayable("a message id in brackets");
            }
            return MessageId.of(id);
        });
    }

    Optional<Instant> date(String name) {
        return text(name).map(date -> {
            if (!date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d")) {
                throw new Unsayable("a date that is none");
            }
            return LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
        });
    }

    Optional<CheckState> checkState() {
        Integer number = number("state");
        if (number == null) {
            return Optional.empty();
        }
        if (number < 0 || number >= CHECK_STATES.size()) {
            throw new Unsayable("a number that is none");
        }
        return Optional.of(CHECK_STATES.get(number));
    }

    /** Takes an order; the client would put the id behind one that leaves open how equal rows come. */
    <E extends Enum<E>> List<E> order(Class<E> fields) {
        List<E> order = text("order").stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(field -> field.startsWith("-") ? field.substring(1) + "_DESCENDING" : field)
                .map(field -> Stream.of(fields.getEnumConstants())
                        .filter(one -> one.name().equals(field.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new Unsayable("an order that the list does not have")))
                .toList();
        if (!order.isEmpty()
                && !fields.equals(EventQuery.Order.class)
                && order.stream().noneMatch(field -> field.name().startsWith("ID"))) {
            throw new Unsayable("an order that leaves open how equal rows come");
        }
        return order;
    }

    Cursor cursor() {
        Integer page = number("page");
        Integer size = number("per_page");
        if ((page != null && page < 1) || (size != null && (size < 1 || size > Paged.MAX_PAGE_SIZE))) {
            throw new Unsayable("no page");
        }
        return new Cursor(page == null ? 1 : page, size == null ? 30 : size);
    }
}
