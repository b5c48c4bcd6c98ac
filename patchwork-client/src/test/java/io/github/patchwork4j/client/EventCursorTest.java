package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a cursor, which outlives the program that wrote it. */
class EventCursorTest {
    private static final Instant DATE = Instant.parse("2026-03-02T09:55:00.25Z");

    @Test
    void theTextIsStable() {
        EventCursor cursor = new EventCursor(
                DATE, Map.of(17L, DATE.plusSeconds(300), 16L, DATE, 4_000_000_000L, DATE.plusNanos(1999)));

        assertThat(cursor.toString()).isEqualTo("2026-03-02T09:55:00.250Z 16+0 17+300000000 4000000000+1");
        assertThat(EventCursor.beginning().toString()).isEqualTo("-");
        assertThat(EventCursor.from(DATE).toString()).isEqualTo("2026-03-02T09:55:00.250Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-", "2026-03-02T09:55:00Z", "2026-03-02T09:55:00.250Z 16+0 17+300000000", "1970-01-01T00:00:00Z"
            })
    void theTextIsReadBack(String text) {
        assertThat(EventCursor.parse(text).toString()).isEqualTo(text);
        assertThat(EventCursor.parse("  " + text + "\n")).isEqualTo(EventCursor.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "- 16+0",
                "2026-03-02",
                "2026-03-02T09:55:00Z 16",
                "2026-03-02T09:55:00Z 16+",
                "2026-03-02T09:55:00Z  16+0",
                "2026-03-02T09:55:00Z x+0",
                "2026-03-02T09:55:00Z 16+99999999999999999999",
                "2026-03-02T09:55:00Z 16+9223372036854775807 17+x",
                "+10000-01-01T00:00:00Z"
            })
    void whatIsNoCursorIsRefusedByItsText(String text) {
        assertThatThrownBy(() -> EventCursor.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }
}
