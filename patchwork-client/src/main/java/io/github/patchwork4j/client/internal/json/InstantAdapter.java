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
        String path = reader.getPath();
        String text = reader.nextString();
        if (text.isEmpty()) {
            return null; // Patchwork 4.0 leaves dates of embedded objects empty
        }
        try {
            TemporalAccessor date =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return date instanceof OffsetDateTime dateWithZone
                    ? dateWithZone.toInstant()
                    : ((LocalDateTime) date).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new JsonDataException("no date: \"" + text + "\" at " + path, e);
        }
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
