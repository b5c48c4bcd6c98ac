package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.SeriesRef;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts the bodies of answers: each that a connection gives is closed, whatever becomes of the answer. */
@Timeout(60)
class UnclosedBodiesTest extends WithServer {
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("frob").build();
    private static final String MAIL = "From patchwork\n" + "x\n".repeat(50_000);

    private final TestTime time = new TestTime();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    /** What is done when the head of an answer is there. */
    private final AtomicReference<Runnable> arrival = new AtomicReference<>(() -> {});

    private PatchworkClient client;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        OkHttpClient http = new OkHttpClient.Builder()
                .addNetworkInterceptor(chain -> {
                    okhttp3.Response response = chain.proceed(chain.request());
                    return response.newBuilder()
                            .body(new CountedBody(response.body()))
                            .build();
                })
                .build();
        client = builder()
                .httpClient(http)
                .waiting(time)
                .listener(new ClientListener() {
                    @Override
                    public void answered(ClientRequest request, int status, Headers headers, Duration took) {
                        arrival.get().run();
                    }
                })
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    /** A body that tells when it is closed for the first time. */
    private final class CountedBody extends ResponseBody {
        private final ResponseBody body;
        private final BufferedSource source;

        CountedBody(ResponseBody body) {
            this.body = body;
            this.source = Okio.buffer(new ForwardingSource(body.source()) {
                @Override
                public void close() throws IOException {
                    closed.incrementAndGet();
                    super.close();
                }
            });
            opened.incrementAndGet();
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public BufferedSource source() {
            return source;
        }
    }

    /** Waits until all are closed, on whatever thread that is, or until the test has taken too long. */
    private void assertClosed(int bodies) {
        Calls.until(() -> opened.get() == bodies && closed.get() == bodies);
    }

    private static MockResponse patch() {
        return FourZero.object(FourZero.patch("New"));
    }

    private static MockResponse answer(int status, String type, String body) {
        return new MockResponse(status, Headers.of("Content-Type", type), body);
    }

    private static MockResponse mail() {
        return answer(200, "text/plain", MAIL);
    }

    private static MockResponse redirect(String location) {
        return new MockResponse(302, Headers.of("Location", location), "<html>moved");
    }

    @Test
    void answersThatAreReadAreClosed() {
        server.enqueue(patch());
        server.enqueue(patch());
        server.enqueue(FourZero.list(FourZero.patch("New")));
        server.enqueue(new MockResponse.Builder().code(204).build());

        client.patches().get(7);
        client.async().patches().get(7).join();
        client.patches().list().toList();
        assertThat(Calls.future(client.api().deleteBundle(3)).join().code()).isEqualTo(204);

        assertClosed(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 409, 429, 500, 502})
    void errorsAreClosed(int status) {
        for (int i = 0; i < 3; i++) {
            MockResponse error = i == 0 ? answer(status, "application/json", "{\"detail\":\"no\"}") : html(status);
            always(error);
            int way = i;
            assertThatThrownBy(() -> ask(way)).hasMessageContaining("http");
        }
        assertClosed(server.getRequestCount());
    }

    private static MockResponse html(int status) {
        return answer(status, "text/html", "<html>" + " ".repeat(100_000));
    }

    private void ask(int way) {
        switch (way) {
            case 0 -> client.patches().get(7);
            case 1 -> client.async().patches().get(7).join();
            default -> client.patches().mbox(PATCH);
        }
    }

    @Test
    void whatCannotBeReadIsClosed() {
        for (String json : new String[] {"{\"id\": }", "null", "", "{\"id\":7"}) {
            server.enqueue(FourZero.object(json + " ".repeat(100_000)));
            server.enqueue(FourZero.object(json));
            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(PatchworkException.class);
            assertThatThrownBy(() -> client.async().patches().get(7).join())
                    .hasCauseInstanceOf(PatchworkException.class);
        }
        assertClosed(8);
    }

    @Test
    void pagesWhereSomethingElseWasDueAreClosed() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(html(200));
            int way = i;
            assertThatThrownBy(() -> ask(way)).hasMessageContaining("text/html");
        }
        assertClosed(3);
    }

    @Test
    void anAnswerThatBreaksOffIsClosedAndSoIsTheNext() {
        server.enqueue(FourZero.object(FourZero.patch("New") + " ".repeat(100_000))
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(patch());

        client.patches().get(7);

        assertClosed(2);
    }

    @Test
    void redirectsAreClosedWhereverTheyLead() {
        server.enqueue(redirect("/project/core/patch/x/mbox/"));
        server.enqueue(mail());
        server.enqueue(redirect("http://elsewhere.example.net/"));
        for (int i = 0; i < 5; i++) {
            server.enqueue(redirect("/patch/7/mbox/"));
        }

        assertThat(client.patches().mbox(PATCH).bytes()).hasSize(MAIL.length());
        assertThatThrownBy(() -> client.patches().mbox(PATCH)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> client.async().patches().mbox(PATCH).join()).hasCauseInstanceOf(ApiException.class);

        assertClosed(8);
    }

    @Test
    void answersThatAreAskedForAgainAreClosed() {
        server.enqueue(html(503));
        server.enqueue(answer(429, "application/json", "{}"));
        server.enqueue(patch());
        server.enqueue(html(503));
        server.enqueue(mail());

        client.patches().get(7);
        client.async().patches().mbox(PATCH, Download::bytes).join();

        assertClosed(5);
    }

    @Test
    void downloadsAreClosedHoweverTheyEnd() {
        for (int i = 0; i < 7; i++) {
            server.enqueue(mail());
        }
        client.patches().mbox(PATCH).bytes();
        client.patches().mbox(PATCH).saveTo(folder.resolve("fix.mbox"));
        assertThatThrownBy(() -> client.patches().mbox(PATCH).saveTo(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> client.patches().mbox(PATCH).atMost(10).bytes())
                .hasMessageContaining("10 bytes");
        try (Download mbox = client.patches().mbox(PATCH)) {
            assertThat(mbox.stream().read()).isEqualTo('F');
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        client.patches().mbox(PATCH).close();
        CompletableFuture<String> thrown = client.async().patches().mbox(PATCH, download -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(thrown::join).hasMessageContaining("no");

        assertClosed(7);
    }

    @Test
    void mailsThatAreNotTheSeriesAreClosed() {
        server.enqueue(answer(404, "application/json", "{\"detail\":\"no\"}"));

        assertThatThrownBy(() ->
                        client.series().verifiedMbox(SeriesRef.builder().id(5).build()))
                .isInstanceOf(NotFoundException.class);

        assertClosed(1);
    }

    @Test
    void anAnswerToAFutureThatIsCanceledAsItArrivesIsClosed() throws Exception {
        for (MockResponse answer : new MockResponse[] {patch(), html(200), html(404), html(503)}) {
            canceledOnArrival(answer, () -> client.async().patches().get(7));
        }
        for (MockResponse answer : new MockResponse[] {mail(), html(200), html(404), html(503), redirect("/x/")}) {
            canceledOnArrival(answer, () -> client.async().patches().mbox(PATCH));
            canceledOnArrival(answer, () -> client.async().patches().mbox(PATCH, Download::bytes));
        }
        assertClosed(14);
    }

    private void canceledOnArrival(MockResponse answer, Supplier<CompletableFuture<?>> ask)
            throws InterruptedException {
        CompletableFuture<CompletableFuture<?>> asked = new CompletableFuture<>();
        CountDownLatch arrived = new CountDownLatch(1);
        arrival.set(() -> {
            asked.join().cancel(true);
            arrived.countDown();
        });
        server.enqueue(answer);
        asked.complete(ask.get());
        arrived.await();
        arrival.set(() -> {});
    }

    @Test
    void aDownloadThatBeginsAfterItsFutureWasCanceledIsClosed() throws Exception {
        CompletableFuture<CompletableFuture<Download>> asked = new CompletableFuture<>();
        server.enqueue(mail());
        arrival.set(() -> {
            CompletableFuture<Download> future = asked.join();
            assertThat(future.completeExceptionally(new IllegalStateException("not wanted")))
                    .isTrue();
        });

        asked.complete(client.async().patches().mbox(PATCH));

        assertClosed(1);
    }

    @Test
    void aDownloadThatIsCanceledHalfWayIsClosed() throws Exception {
        server.enqueue(
                mail().newBuilder().throttleBody(10_000, 1, TimeUnit.HOURS).build());
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<byte[]> bytes = client.async()
                .patches()
                .mbox(
                        PATCH,
                        download -> download.onProgress((soFar, total) -> begun.countDown())
                                .bytes());
        begun.await();

        bytes.cancel(true);

        assertClosed(1);
    }

    @Test
    void walksThatEndEarlyCloseWhatTheyAskedFor() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                int page = Integer.parseInt(request.getUrl().queryParameter("page"));
                return FourZero.list(FourZero.patch("New").replace("\"id\":7", "\"id\":" + page))
                        .newBuilder()
                        .setHeader("Link", "</?page=" + (page + 1) + ">; rel=\"next\", </?page=99>; rel=\"last\"")
                        .build();
            }
        });

        Iterator<PatchSummary> rows = client.patches().list().pageSize(1).iterator();
        rows.next();
        rows.next();
        Calls.until(() -> closed.get() == 2 && opened.get() == 2);
        try (Stream<PatchSummary> ahead = client.patches().list().pageSize(1).prefetch(4).stream()) {
            assertThat(ahead.limit(3)).hasSize(3);
        }
        client.async().patches().list().pageSize(1).forEachPage(page -> false).join();

        Calls.until(() -> closed.get() >= 6 && opened.get() == closed.get());
    }

    private void always(MockResponse answer) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer;
            }
        });
    }
}
