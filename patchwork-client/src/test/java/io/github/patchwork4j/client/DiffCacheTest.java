package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.PatchRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Diffs that are kept on disk, and nothing else. */
@Timeout(60)
class DiffCacheTest extends WithServer {
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("frob").build();
    private static final String TOKEN = "7f00ccd08c8e886d615b824406551b3ba44b8b9f";
    private static final String DIFF = "diff --git a/frob.c b/frob.c\n" + "+frob();\n".repeat(5_000);

    private final TestTime time = new TestTime();

    @TempDir
    Path folder;

    @Override
    PatchworkClient.Builder builder() {
        return super.builder()
                .credentials(Credentials.token(TOKEN))
                .retries(Retries.NONE)
                .pace(Pace.of(1, 1, 1))
                .waiting(time)
                .diffCache(folder.resolve("cache"), 10_000_000);
    }

    private String diff() {
        try (PatchworkClient client = builder().build()) {
            return new String(client.patches().diff(PATCH).bytes(), StandardCharsets.UTF_8);
        }
    }

    private static MockResponse.Builder sent() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/x-patch; charset=utf-8")
                .body(DIFF);
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .addHeader("Location", location)
                .addHeader("Cache-Control", "public, max-age=86400")
                .build();
    }

    /** What follows is asked for, and what is sent now is what comes. */
    private void assertNotKept() {
        int before = server.getRequestCount();
        server.enqueue(sent().build());
        assertThat(diff()).isEqualTo(DIFF);
        assertThat(server.getRequestCount()).isEqualTo(before + 1);
    }

    @Test
    void anotherClientAsksForNothing() {
        server.enqueue(redirect("/project/core/patch/x@example.org/raw/"));
        server.enqueue(sent().build());

        assertThat(diff()).isEqualTo(DIFF);
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(diff()).isEqualTo(DIFF);
        try (PatchworkClient client = builder().build()) {
            assertThat(client.async().patches().diff(PATCH, Download::bytes).join())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(DIFF);
            assertThat(client.withTimeouts(Timeouts.DEFAULT)
                            .patches()
                            .diff(PATCH)
                            .bytes())
                    .hasSize(DIFF.length());
            assertThat(client.patches().diff(PATCH).saveTo(folder.resolve("fix.diff")))
                    .hasContent(DIFF);
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void whatIsKeptNeedsNoTurn() {
        server.enqueue(sent().build());
        diff();
        try (PatchworkClient client = builder().build()) {
            for (int i = 0; i < 5; i++) {
                client.patches().diff(PATCH).close();
            }
        }
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void aCompressedDiffIsKeptToo() throws IOException {
        server.enqueue(sent().addHeader("Content-Encoding", "gzip")
                .addHeader("Vary", "Accept-Encoding")
                .chunkedBody(compressed(), 100)
                .build());

        assertThat(diff()).isEqualTo(DIFF);
        assertThat(diff()).isEqualTo(DIFF);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static Buffer compressed() throws IOException {
        Buffer compressed = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(compressed))) {
            sink.writeUtf8(DIFF);
        }
        return compressed;
    }

    @Test
    void everythingElseIsAskedForAgainWhateverItSaysOfItself() {
        for (int i = 0; i < 2; i++) {
            server.enqueue(sent().setHeader("Content-Type", "text/plain")
                    .addHeader("Cache-Control", "public, max-age=86400")
                    .build());
            server.enqueue(FourZero.object(FourZero.patch("New"))
                    .newBuilder()
                    .addHeader("Cache-Control", "public, max-age=86400")
                    .build());
        }
        for (int i = 0; i < 2; i++) {
            try (PatchworkClient client = builder().build()) {
                client.patches().mbox(PATCH).bytes();
                client.patches().get(7);
            }
        }
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void errorsPagesAndTheRedirectsToThemAreNotKept() {
        List<MockResponse> bad = List.of(
                new MockResponse.Builder().code(404).build(),
                new MockResponse.Builder().code(410).build(),
                new MockResponse.Builder().code(503).build(),
                new MockResponse.Builder()
                        .addHeader("Content-Type", "text/html")
                        .body("<html>log in")
                        .build(),
                new MockResponse.Builder()
                        .addHeader("Content-Type", "text/plain")
                        .body("Please wait")
                        .build());
        for (MockResponse answer : bad) {
            server.enqueue(redirect("/login/"));
            server.enqueue(answer.newBuilder()
                    .addHeader("Cache-Control", "public, max-age=86400")
                    .build());
            try {
                assertThat(diff()).isEqualTo("Please wait");
            } catch (ApiException e) {
                assertThat(e).isNotNull(); // all but the text
            }
        }
        assertNotKept();
    }

    @Test
    void whatIsNotWholeIsNotKept() throws IOException {
        server.enqueue(sent().onResponseBody(new SocketEffect.CloseSocket()).build());
        server.enqueue(sent().removeHeader("Content-Length")
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        server.enqueue(sent().chunkedBody(DIFF.repeat(100), 1000).build());

        assertThatThrownBy(this::diff).isInstanceOf(TransportException.class);
        assertThat(diff()).isEqualTo(DIFF);
        try (PatchworkClient client = builder().build()) {
            assertThatThrownBy(() -> client.patches().diff(PATCH).atMost(10).bytes())
                    .isInstanceOf(DownloadTooLargeException.class);
        }
        assertNotKept();
    }

    @Test
    void aFileThatWasDamagedIsFetchedAgain() throws IOException {
        server.enqueue(sent().build());
        diff();
        for (Path path : files()) {
            if (Files.size(path) == DIFF.length()) {
                Files.writeString(path, DIFF.substring(100));
            }
        }
        assertIsFetchedAgain();
    }

    @Test
    void aCompressedFileThatWasDamagedIsFetchedAgain() throws IOException {
        Buffer compressed = compressed();
        long size = compressed.size();
        server.enqueue(sent().addHeader("Content-Encoding", "gzip")
                .chunkedBody(compressed, 100)
                .build());
        diff();
        for (Path path : files()) {
            if (Files.size(path) == size) {
                Files.write(path, Arrays.copyOf(Files.readAllBytes(path), (int) size / 2));
            }
        }
        assertIsFetchedAgain();
    }

    private void assertIsFetchedAgain() {
        assertNotKept();
        assertThat(diff()).isEqualTo(DIFF);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void nothingSecretIsWritten() throws IOException {
        server.enqueue(sent().addHeader("Set-Cookie", "sessionid=a-secret")
                .addHeader("Vary", "Authorization, Cookie")
                .build());

        diff();

        assertThat(diff()).isEqualTo(DIFF);
        StringBuilder all = new StringBuilder();
        for (Path path : files()) {
            all.append(Files.readString(path, StandardCharsets.ISO_8859_1));
        }
        assertThat(all.toString()).contains("+frob();").doesNotContain(TOKEN, "Authorization", "a-secret");
    }

    @Test
    void serversAndPatchesAreKeptApart() {
        server.enqueue(sent().build());
        server.enqueue(sent().body("another").build());
        diff();
        try (PatchworkClient client = builder().build()) {
            PatchRef other = PatchRef.builder().id(8).name("other").build();
            assertThat(client.patches().diff(other).bytes()).asString().isEqualTo("another");
        }
    }

    @Test
    void onlyOneClientAtATimeHasTheFolder() {
        try (PatchworkClient first = builder().build()) {
            assertThatThrownBy(() -> builder().build())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(folder.resolve("cache").toString());
            assertThat(first).isNotNull();
        }
        builder().build().close();
    }

    @Test
    void aClientThatIsClosedKeepsNothingButStillAsks() {
        PatchworkClient client = builder().build();
        client.close();
        server.enqueue(sent().build());
        assertThat(client.patches().diff(PATCH).bytes()).hasSize(DIFF.length());
        assertNotKept();
    }

    @Test
    void aFolderThatCannotBeOneAndASizeOfNothingAreRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> builder().diffCache(file, 100).build())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> builder().diffCache(folder, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
