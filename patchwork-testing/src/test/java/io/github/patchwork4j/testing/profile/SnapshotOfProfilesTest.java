package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.testing.AddedSeries;
import io.github.patchwork4j.testing.EventTrouble;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.recorded.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotOfProfilesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsSavedLoadedAndSavedAgainIsTheSame(Profile profile) throws IOException {
        Path once = folder.resolve("once.json");
        Path twice = folder.resolve("twice.json");
        try (Served served = Served.as(
                profile,
                builder -> builder.clock(NOON)
                        .serverZone(ZoneId.of("Asia/Kathmandu"))
                        .eventTroubles(EventTrouble.LATE, EventTrouble.COMPLETED_TWICE))) {
            fill(served, profile);
            served.fake().save(once);
        }
        try (FakePatchwork loaded =
                FakePatchwork.builder().world(once).profile(profile).start()) {
            loaded.reset();
            loaded.save(twice);
        }
        assertThat(Files.readString(twice)).isEqualTo(Files.readString(once));
        assertThat(Files.readString(once))
                .contains("\"event_troubles\"", "\"late_events\"", "\"completed_twice\"", "\"Asia/Kathmandu\"");
    }

    private static void fill(Served served, Profile profile) {
        AddedSeries series = served.fake().edit().series("net: foo").patches(3).create();
        long first = series.patches().get(0);
        served.fake().edit().check(first, "maint", "build", CheckState.FAIL);
        served.fake().edit().check(first, "maint", "build", CheckState.SUCCESS);
        served.fake().edit().commentOnPatch(first, "ines@example.org", "Reviewed-by: Ines Okafor <ines@example.org>");
        served.fake().edit().bundle("maint", "late", first);
        served.fake().edit().deleteUser("ci-bot");
        served.write("PATCH", "/api/1.3/patches/1/", Served.MAINT, "{\"state\": \"accepted\"}");
        if (profile == Profile.PATCHWORK_4_0) {
            served.fake().edit().webhook("core", "http://127.0.0.1:9/hook", "secret");
        }
    }

    @Test
    void seriesKeepTheirMetadataAndProjectsTheirWebhooks() throws IOException {
        Path file = folder.resolve("four.json");
        try (Served served = Served.as(Profile.PATCHWORK_4_0)) {
            served.fake().edit().webhook("core", "http://127.0.0.1:9/hook", "secret");
            assertThat(served.write("PATCH", "/api/1.4/series/1/", Served.MAINT, "{\"metadata\": {\"ci\": \"done\"}}")
                            .status())
                    .isEqualTo(200);
            served.fake().save(file);
        }
        try (Served served = Served.of(FakePatchwork.builder()
                .world(file)
                .profile(Profile.PATCHWORK_4_0)
                .lenient()
                .start())) {
            served.fake().reset();
            assertThat(Served.object(served.get("/api/1.4/series/1/"))
                            .get("metadata")
                            .toString())
                    .isEqualTo("{ci=done}");
            assertThat(served.get("/api/1.4/projects/1/webhooks/", Served.MAINT).text())
                    .contains("http://127.0.0.1:9/hook");
        }
    }

    @Test
    void eventsThatAreLateStayLate() throws IOException {
        Path file = folder.resolve("late.json");
        try (FakePatchwork fake = FakePatchwork.builder()
                .clock(NOON)
                .eventTroubles(EventTrouble.LATE)
                .start()) {
            fake.edit().patch("net: foo");
            fake.save(file);
        }
        try (FakePatchwork fake =
                FakePatchwork.builder().clock(NOON).world(file).lenient().start()) {
            Served served = Served.of(fake);
            assertThat(ids(served, "/api/1.3/events/")).containsExactly(3L, 1L);
            fake.advance(Duration.ofSeconds(10));
            assertThat(ids(served, "/api/1.3/events/")).containsExactly(4L, 3L, 2L, 1L);
            fake.edit().patch("net: bar");
            assertThat(ids(served, "/api/1.3/events/?order=date")).containsExactly(1L, 2L, 3L, 4L, 5L, 7L);
        }
    }

    private static List<Long> ids(Served served, String target) {
        return Json.ids(Json.parse(served.get(target).text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hidden\": {\"event_troubles\": [\"gone\"]}}",
                "{\"hidden\": {\"late_events\": [[1]]}}",
                "{\"hidden\": {\"late_events\": [[1, \"noon\"]]}}",
                "{\"hidden\": {\"late_events\": [[1, 2]]}}",
                "{\"hidden\": {\"webhooks\": [{\"id\": 1, \"created\": \"\"}]}}",
                "{\"hidden\": {\"series_references\": [[1, 2, 3]]}}",
            })
    void whatDoesNotHoldTogetherIsRefused(String snapshot) throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, snapshot, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> FakePatchwork.builder().world(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the snapshot is not consistent");
    }
}
