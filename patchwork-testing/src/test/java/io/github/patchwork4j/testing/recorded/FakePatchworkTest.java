package io.github.patchwork4j.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.testing.FakePatchwork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does with a fake. */
class FakePatchworkTest {
    private final OkHttpClient client = new OkHttpClient();

    @Test
    void answersAClient() throws IOException {
        try (FakePatchwork patchwork =
                FakePatchwork.builder().world(Recordings.world()).start()) {
            try (Response response = get(patchwork, "api/1.4/patches/?per_page=1")) {
                assertThat(response.code()).isEqualTo(200);
                assertThat(response.header("Link")).contains("rel=\"next\"");
                assertThat(response.body().string())
                        .startsWith("[{\"id\":1,\"url\":\"" + patchwork.url() + "api/1.4/patches/1/\"");
            }
        }
    }

    @Test
    void startsWithNothingButStatesAndAnIndex() throws IOException {
        try (FakePatchwork patchwork = FakePatchwork.start();
                Response index = get(patchwork, "api/");
                Response series = get(patchwork, "api/series/")) {
            assertThat(index.body().string()).contains(patchwork.url() + "api/events/");
            assertThat(series.body().string()).isEqualTo("[]");
        }
    }

    @Test
    void runsBesideAnother(@TempDir Path folder) throws IOException {
        Path world = folder.resolve("world.json");
        Files.writeString(world, "{\"projects\": [{\"id\": 5, \"name\": \"Five\", \"link_name\": \"five\"}]}");
        try (FakePatchwork one = FakePatchwork.builder().world(world).start();
                FakePatchwork other = FakePatchwork.start()) {
            assertThat(one.port()).isNotEqualTo(other.port());
            assertThat(get(one, "api/projects/five/").code()).isEqualTo(200);
            assertThat(get(other, "api/projects/five/").code()).isEqualTo(404);
        }
    }

    @Test
    void listensOnThePortThatIsAskedFor() throws IOException {
        FakePatchwork first = FakePatchwork.start();
        int port = first.port();
        assertThatThrownBy(() -> FakePatchwork.builder().port(port).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(Integer.toString(port));
        first.close();
        try (FakePatchwork second = FakePatchwork.builder().port(port).start()) {
            assertThat(get(second, "api/").code()).isEqualTo(200);
        }
    }

    @Test
    void thePortIsFreeAsSoonAsTheServerIsClosed() {
        int port = 0;
        for (int i = 0; i < 300; i++) {
            try (FakePatchwork again = FakePatchwork.builder().port(port).start()) {
                port = again.port();
            }
        }
    }

    @Test
    void keepsAConnectionAcrossHeadAndGet() throws IOException {
        try (FakePatchwork patchwork =
                FakePatchwork.builder().world(Recordings.world()).start()) {
            for (int i = 0; i < 3; i++) {
                Request head = new Request.Builder()
                        .url(patchwork.url().resolve("/api/1.4/projects/"))
                        .head()
                        .build();
                try (Response response = client.newCall(head).execute();
                        Response full = get(patchwork, "api/1.4/projects/")) {
                    assertThat(response.header("Content-Length")).isEqualTo(full.header("Content-Length"));
                    assertThat(response.body().bytes()).isEmpty();
                    assertThat(full.body().string()).startsWith("[{\"id\":1,");
                }
            }
            assertThat(client.connectionPool().connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void servesManyClientsAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try (FakePatchwork patchwork =
                FakePatchwork.builder().world(Recordings.world()).start()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(clients.submit(() -> {
                    try (Response response = get(patchwork, "api/1.4/patches/?order=-date&per_page=20")) {
                        return response.body().string();
                    }
                }));
            }
            String first = answers.get(0).get();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void tellsWhatIsWrongWithASnapshot() {
        String snapshot = "{\"patches\": [{\"id\": 1, \"date\": \"2026-01-01T00:00:00\", \"state\": \"nope\"}]}";

        assertThatThrownBy(() -> FakePatchwork.builder()
                        .world(new ByteArrayInputStream(snapshot.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patch 1 is in an unknown state: nope");
    }

    @Test
    void findsReferencesToNothingBeforeAClientDoes() {
        String snapshot = "{\"people\": [{\"id\": 1, \"email\": \"a@example.com\", \"user\": {\"id\": 7}}]}";

        assertThatThrownBy(() -> FakePatchwork.builder()
                        .world(new ByteArrayInputStream(snapshot.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the snapshot is not consistent: no row 7 in UserTable");
    }

    @Test
    void canBeClosedTwice() {
        FakePatchwork patchwork = FakePatchwork.start();
        patchwork.close();
        patchwork.close();
    }

    private Response get(FakePatchwork patchwork, String path) throws IOException {
        return client.newCall(new Request.Builder()
                        .url(patchwork.url().resolve("/" + path))
                        .build())
                .execute();
    }
}
