package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.PatchRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads into files that are whole or not there, that tell how far they are, and that have an upper limit. */
@Timeout(60)
class DownloadToFileTest extends WithServer {
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("frob").build();
    private static final String OLD = "what was there before";
    private static final String MAIL =
            "From patchwork Mon Mar  2 08:01:00 2026\nSubject: frob\n\n" + "+x\n".repeat(50_000);

    private final AtomicLong received = new AtomicLong();
    private PatchworkClient client;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void start() {
        file = folder.resolve("fix.mbox");
        OkHttpClient http = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void responseBodyEnd(Call call, long byteCount) {
                        received.addAndGet(byteCount);
                    }
                })
                .build();
        client = builder().httpClient(http).retries(Retries.NONE).build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    private static MockResponse.Builder mail() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/plain; charset=utf-8")
                .body(MAIL);
    }

    @Test
    void theFileHasEveryByteAndIsAlone() throws IOException {
        server.enqueue(mail().build());

        assertThat(client.patches().mbox(PATCH).saveTo(file)).isEqualTo(file);

        assertThat(file).hasContent(MAIL);
        assertThat(names()).containsExactly("fix.mbox");
    }

    @Test
    void whileItArrivesTheOldFileIsWhatItWas() throws IOException {
        Files.writeString(file, OLD);
        server.enqueue(mail().build());
        List<String> seen = new ArrayList<>();

        client.patches()
                .mbox(PATCH)
                .onProgress((soFar, total) -> seen.add(read(file) + " " + names().size()))
                .saveTo(file);

        assertThat(seen).isNotEmpty().containsOnly(OLD + " 2");
        assertThat(file).hasContent(MAIL);
        assertThat(names()).containsExactly("fix.mbox");
    }

    @Test
    void aConnectionThatBreaksLeavesTheOldFile() throws IOException {
        server.enqueue(mail().onResponseBody(new SocketEffect.CloseSocket()).build());

        assertFails(client.patches().mbox(PATCH), TransportException.class, "/patch/7/mbox/");
    }

    @Test
    void anInterruptLeavesTheOldFileAndStaysSet() throws IOException {
        server.enqueue(mail().build());
        Download mbox = client.patches()
                .mbox(PATCH)
                .onProgress((soFar, total) -> Thread.currentThread().interrupt());

        assertFails(mbox, TransportException.class, "interrupted");

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatTheProgressThrowsEndsTheDownload() throws IOException {
        server.enqueue(mail().build());
        Download mbox = client.patches().mbox(PATCH).onProgress((soFar, total) -> {
            throw new IllegalStateException("enough");
        });

        assertFails(mbox, IllegalStateException.class, "enough");
    }

    @Test
    void aMailAboveTheLimitIsRefusedBeforeItsFirstByteWhenTheServerTellsItsSize() throws IOException {
        server.enqueue(mail().build());
        List<Long> progress = new ArrayList<>();
        Download mbox = client.patches().mbox(PATCH).atMost(1000).onProgress((soFar, total) -> progress.add(soFar));

        assertFails(
                mbox,
                DownloadTooLargeException.class,
                "the server announces " + MAIL.length() + " bytes, and no more than 1000 bytes are wanted");

        assertThat(progress).isEmpty();
    }

    @Test
    void aMailThatGrowsAboveTheLimitIsCutOffAndTheRestIsNotRead() throws IOException {
        server.enqueue(mail().chunkedBody(new Buffer().writeUtf8(MAIL.repeat(200)), 10_000)
                .build());

        assertFails(
                client.patches().mbox(PATCH).atMost(1000),
                DownloadTooLargeException.class,
                "there are more bytes, and no more than 1000 bytes are wanted");

        assertThat(received.get()).isLessThan(MAIL.length());
    }

    private void assertFails(Download download, Class<? extends Exception> type, String message) throws IOException {
        Files.writeString(file, OLD);
        assertThatThrownBy(() -> download.saveTo(file)).isInstanceOf(type).hasMessageContaining(message);
        assertThat(file).hasContent(OLD);
        assertThat(names()).containsExactly("fix.mbox");
        assertThatThrownBy(download::bytes)
                .as("it is closed")
                .isInstanceOfAny(IllegalStateException.class, TransportException.class);
    }

    @Test
    void theLimitItselfIsNotTooMuch() {
        server.enqueue(mail().build());
        server.enqueue(mail().chunkedBody(MAIL, 10_000).build());
        server.enqueue(mail().build());

        assertThat(client.patches().mbox(PATCH).atMost(MAIL.length()).bytes()).hasSize(MAIL.length());
        assertThat(client.patches().mbox(PATCH).atMost(MAIL.length()).bytes()).hasSize(MAIL.length());
        assertThatThrownBy(() -> client.patches().mbox(PATCH).atMost(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void bytesAndStreamsHaveTheLimitToo() throws IOException {
        server.enqueue(mail().build());
        server.enqueue(mail().chunkedBody(MAIL, 10_000).build());

        assertThatThrownBy(() -> client.patches().mbox(PATCH).atMost(10).bytes())
                .isInstanceOfSatisfying(
                        DownloadTooLargeException.class,
                        e -> assertThat(e.limit()).isEqualTo(10));
        try (Download mbox = client.patches().mbox(PATCH).atMost(10)) {
            assertThatThrownBy(() -> mbox.stream().readAllBytes()).isInstanceOf(DownloadTooLargeException.class);
        }
    }

    @Test
    void theProgressGrowsToTheWholeSizeWhichOnlySomeServersTell() {
        server.enqueue(mail().build());
        server.enqueue(mail().chunkedBody(MAIL, 10_000).build());
        List<Long> told = new ArrayList<>();
        List<Long> untold = new ArrayList<>();

        client.patches()
                .mbox(PATCH)
                .onProgress((soFar, total) -> {
                    assertThat(total).isEqualTo(OptionalLong.of(MAIL.length()));
                    told.add(soFar);
                })
                .bytes();
        client.patches()
                .mbox(PATCH)
                .onProgress((soFar, total) -> {
                    assertThat(total).isEmpty();
                    untold.add(soFar);
                })
                .saveTo(file);

        assertThat(told).isSorted().doesNotHaveDuplicates().endsWith((long) MAIL.length());
        assertThat(untold).isSorted().doesNotHaveDuplicates().endsWith((long) MAIL.length());
    }

    @Test
    void aPlaceWhereNoFileCanBeIsNamed() throws IOException {
        server.enqueue(mail().build());
        server.enqueue(mail().build());

        assertThatThrownBy(() -> client.patches().mbox(PATCH).saveTo(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder + ": is a folder");
        Path nowhere = folder.resolve("missing");
        assertThatThrownBy(() -> client.patches().mbox(PATCH).saveTo(nowhere.resolve("fix.mbox")))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(nowhere + ": there is no such folder");
        assertThat(names()).isEmpty();
    }

    @Test
    void aFutureWritesTheFileOnTheThreadThatReceivesIt() {
        server.enqueue(mail().build());

        CompletableFuture<Path> saved = client.async().patches().mbox(PATCH, download -> download.saveTo(file));

        assertThat(saved.join()).isEqualTo(file);
        assertThat(file).hasContent(MAIL);
    }

    @Test
    void aFutureThatIsCanceledHalfWayLeavesTheOldFile() throws Exception {
        Files.writeString(file, OLD);
        server.enqueue(
                mail().throttleBody(MAIL.length() / 2L, 1, TimeUnit.HOURS).build());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<Path> saved = client.async().patches().mbox(PATCH, download -> {
            try {
                return download.onProgress((soFar, total) -> begun.countDown()).saveTo(file);
            } finally {
                ended.countDown();
            }
        });
        begun.await();
        assertThat(names()).hasSize(2);

        saved.cancel(true);

        ended.await();
        assertThat(file).hasContent(OLD);
        assertThat(names()).containsExactly("fix.mbox");
    }

    @Test
    void aFutureThatIsCanceledWhenEverythingIsThereWritesNoFileAnyMore() throws Exception {
        Files.writeString(file, OLD);
        server.enqueue(mail().body("From patchwork").build());
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch canceled = new CountDownLatch(1);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        CompletableFuture<Path> saved = client.async().patches().mbox(PATCH, download -> {
            try {
                return download.onProgress((soFar, total) -> {
                            arrived.countDown();
                            await(canceled);
                        })
                        .saveTo(file);
            } catch (RuntimeException e) {
                outcome.complete(e);
                throw e;
            }
        });
        arrived.await();
        saved.cancel(true);
        canceled.countDown();

        assertThat(outcome.join()).isInstanceOf(TransportException.class).hasMessageContaining("Canceled");
        assertThat(file).hasContent(OLD);
        assertThat(names()).containsExactly("fix.mbox");
    }

    @Test
    void aFutureFailsWithWhatItsReadingThrows() {
        server.enqueue(mail().build());

        CompletableFuture<byte[]> bytes = client.async()
                .patches()
                .diff(PATCH, download -> download.atMost(5).bytes());

        assertThatThrownBy(bytes::join).hasCauseInstanceOf(DownloadTooLargeException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
