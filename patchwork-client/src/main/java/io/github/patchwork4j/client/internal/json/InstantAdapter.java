package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates with a zone, as Patchwork 4.0 sends them, and without, as 3.x does; writes what 3.x sends: six digits of
 * a second's fraction, or none when it is zero.
 */
final class InstantAdapter extends JsonAdapter<Instant> {
    private static final DateTimeFormatter WHOLE_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MICROSECONDS = new DateTimeFormatterBuilder()
            .append(WHOLE_SECONDS)
            .appendFraction(ChronoField.MICRO_OF_SECOND, 6, 6, true)
            .toFormatter();

    /** What servers send, with a 0 for each digit. */
    private static final String FORM = "0000-00-00T00:00:00.000000";

    private static final int SECONDS = FORM.indexOf('.');

    private final ZoneId zone;
    private final boolean zoned;

    /**
     * Makes an adapter.
     *
     * @param zone the zone of dates that do not tell theirs
     * @param zoned whether to write dates with a {@code Z}
     */
    InstantAdapter(ZoneId zone, boolean zoned) {
        this.zone = zone;
        this.zoned = zoned;
    }

    @Override
    public @Nullable Instant fromJson(JsonReader reader) throws IOException {
        String text = reader.nextString();
        if (text.isEmpty()) {
            return null; // Patchwork 4.0 leaves dates of embedded objects empty
        }
        try {
            return hasUsualForm(text) ? usual(text) : other(text);
        } catch (DateTimeException e) {
            throw new JsonDataException("no date: \"" + text + "\" at " + reader.getPath(), e);
        }
    }

    /** Tells whether a text is like {@link #FORM}, with a fraction of six digits or without, and a Z or not. */
    private static boolean hasUsualForm(String text) {
        int length = text.length() - (text.endsWith("Z") ? 1 : 0);
        if (length != SECONDS && length != FORM.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == '0' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Reads what nearly all dates are like; the formatter takes longer for a date than all else for a patch. */
    private Instant usual(String text) {
        LocalDateTime local = LocalDateTime.of(
                digits(text, 0, 4),
                digits(text, 5, 7),
                digits(text, 8, 10),
                digits(text, 11, 13),
                digits(text, 14, 16),
                digits(text, 17, SECONDS),
                text.length() >= FORM.length() ? 1_000 * digits(text, SECONDS + 1, FORM.length()) : 0);
        return local.toInstant(
                text.endsWith("Z") ? ZoneOffset.UTC : zone.getRules().getOffset(local));
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private Instant other(String text) {
        TemporalAccessor date =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return date instanceof OffsetDateTime dateWithZone
                ? dateWithZone.toInstant()
                : ((LocalDateTime) date).atZone(zone).toInstant();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Instant value) throws IOException {
        if (value == null) {
            writer.nullValue();
        } else {
            writer.value(zoned ? value.toString() : format(value, zone));
        }
    }

    /** Writes a date in a zone without telling which, as Patchwork 3.x does. */
    static String format(Instant value, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(value, zone);
        return (local.get(ChronoField.MICRO_OF_SECOND) == 0 ? WHOLE_SECONDS : MICROSECONDS).format(local);
    }
}
