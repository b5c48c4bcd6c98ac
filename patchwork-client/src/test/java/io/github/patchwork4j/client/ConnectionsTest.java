package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.PatchRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the connections of a client that was given its HTTP client. */
class ConnectionsTest extends WithServer {
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("frob").build();
    private static final String HTML = "<html>" + " ".repeat(100_000);

    private final ConnectionPool connections = new ConnectionPool(5, 1, TimeUnit.MINUTES);
    private final AtomicLong received = new AtomicLong();
    private PatchworkClient client;

    @BeforeEach
    void start() {
        OkHttpClient http = new OkHttpClient.Builder()
                .connectionPool(connections)
                .eventListener(new EventListener() {
                    @Override
                    public void responseBodyEnd(Call call, long byteCount) {
                        received.addAndGet(byteCount);
                    }
                })
                .build();
        client = builder().retries(Retries.NONE).httpClient(http).build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void anAnswerThatIsNoJsonGivesItsConnectionFree() {
        server.enqueue(answer(200, "text/html", HTML));

        assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(UnexpectedContentException.class);

        assertNothingIsInUse();
    }

    @Test
    void brokenJsonGivesItsConnectionFree() {
        server.enqueue(answer(200, "application/json", "{\"id\": }" + " ".repeat(100_000)));
        server.enqueue(answer(200, "application/json", "[{\"id\":-1}]" + " ".repeat(100_000)));

        assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> client.patches().list().toList()).isInstanceOf(DecodeException.class);

        assertNothingIsInUse();
    }

    @Test
    void everyErrorGivesItsConnectionFree() {
        for (int status : new int[] {301, 400, 401, 403, 404, 429, 500, 503}) {
            server.enqueue(answer(status, "text/html", HTML));
            server.enqueue(answer(status, "application/json", "{\"detail\":\"x\"}"));
            server.enqueue(answer(status, "text/html", HTML));

            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(ApiException.class);
            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(ApiException.class);
            assertThatThrownBy(() -> client.patches().mbox(PATCH)).isInstanceOf(ApiException.class);
        }
        assertNothingIsInUse();
    }

    @Test
    void aDownloadThatIsClosedEarlyGivesItsConnectionFree() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/elsewhere/")
                .body(HTML)
                .build());
        server.enqueue(answer(200, "text/plain", "From patchwork" + " ".repeat(1_000_000)));
        server.enqueue(answer(200, "text/html", HTML));

        try (Download mbox = client.patches().mbox(PATCH)) {
            assertThat(mbox.stream().read()).isEqualTo('F');
        }
        assertThatThrownBy(() -> client.patches().mbox(PATCH)).isInstanceOf(UnexpectedContentException.class);

        assertNothingIsInUse();
    }

    @Test
    void aGiganticErrorIsNotReadIntoMemory() {
        Buffer body = new Buffer().writeUtf8("{\"detail\":\"Too much.\",\"more\":\"");
        body.writeString("x".repeat(40_000_000), StandardCharsets.US_ASCII).writeUtf8("\"}");
        server.enqueue(new MockResponse.Builder()
                .code(500)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build());

        assertThatThrownBy(() -> client.patches().get(7))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("Too much.");

        assertThat(received.get()).isLessThan(40_000_000L);
    }

    private void assertNothingIsInUse() {
        assertThat(connections.connectionCount() - connections.idleConnectionCount())
                .as("connections in use")
                .isZero();
    }

    private static MockResponse answer(int status, String contentType, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", contentType)
                .body(body)
                .build();
    }
}
