package io.github.patchwork4j.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads how long a server asks to be left alone (RFC 9110, section 10.2.3): by seconds, or by a date. */
final class RetryAfter {
    static final String NAME = "Retry-After";

    private static final int MAX_DIGITS = 12;

    private RetryAfter() {}

    /**
     * Reads it off an answer.
     *
     * @param now the time here, for servers that do not send theirs: a date is by the clock of the server
     */
    static Optional<Duration> of(Response response, Instant now) {
        String value = response.header(NAME, "").strip();
        if (!value.isEmpty() && value.length() <= MAX_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return date(value).map(until -> {
            Duration wait = Duration.between(date(response.header("Date")).orElse(now), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        });
    }

    private static Optional<Instant> date(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
