package io.github.patchwork4j.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.FakePatchwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    @Test
    void savesWhatItLoaded(@TempDir Path folder) throws IOException {
        Path saved = folder.resolve("saved.json");
        try (FakePatchwork patchwork =
                FakePatchwork.builder().world(Recordings.world()).start()) {
            patchwork.save(saved);
        }
        assertThat(Json.parse(Files.readString(saved))).isEqualTo(Recordings.read("world.json"));
    }

    @Test
    void completesWhatASnapshotLeavesOut(@TempDir Path folder) throws IOException {
        Path once = folder.resolve("once.json");
        Path twice = folder.resolve("twice.json");
        try (InputStream odd = SnapshotTest.class.getResourceAsStream("/worlds/odd.json");
                FakePatchwork patchwork = FakePatchwork.builder().world(odd).start()) {
            patchwork.save(once);
        }
        try (FakePatchwork patchwork = FakePatchwork.builder().world(once).start()) {
            patchwork.save(twice);
        }
        assertThat(Files.readString(twice)).isEqualTo(Files.readString(once));
        assertThat(Files.readString(once)).contains("\"name\": \"a/b\"").contains("\"last_id\"");
    }
}
