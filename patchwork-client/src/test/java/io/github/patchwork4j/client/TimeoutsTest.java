package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.PatchRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Times that are set for some requests only. The client itself would wait longer than a test here may take. */
@Timeout(60)
class TimeoutsTest extends WithServer {
    private static final Timeouts SHORT_READ =
            new Timeouts(Duration.ofSeconds(10), Duration.ofMillis(50), Duration.ofMinutes(10));
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("frob").build();

    private final TestTime time = new TestTime();
    private PatchworkClient client;

    @BeforeEach
    void start() {
        client = builder().build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Override
    PatchworkClient.Builder builder() {
        return super.builder().waiting(time);
    }

    private static MockResponse stalled() {
        return FourZero.object(FourZero.patch("New"))
                .newBuilder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }

    @Test
    void aServerThatStallsIsGivenUpAfterTheTimeToReadAndAskedAgain() {
        server.enqueue(stalled());
        server.enqueue(FourZero.object(FourZero.patch("New")));

        assertThat(client.withTimeouts(SHORT_READ).patches().get(7).id()).isEqualTo(7);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aServerThatStallsForGoodIsATransportExceptionWithAndWithoutFutures() {
        for (int i = 0; i < 2 * Retries.DEFAULT.attempts(); i++) {
            server.enqueue(stalled());
        }
        PatchworkClient hasty = client.withTimeouts(SHORT_READ);

        assertThatThrownBy(() -> hasty.patches().get(7))
                .isInstanceOf(TransportException.class)
                .hasCauseInstanceOf(SocketTimeoutException.class);
        CompletableFuture<?> patch = hasty.async().patches().get(7);
        assertThatThrownBy(patch::join)
                .cause()
                .isInstanceOf(TransportException.class)
                .hasCauseInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aDownloadThatStallsOnItsWayIsGivenUp() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/plain")
                .body("From patchwork")
                .throttleBody(4, 1, TimeUnit.HOURS)
                .build());

        Download mbox = client.withTimeouts(SHORT_READ).patches().mbox(PATCH);

        assertThatThrownBy(mbox::bytes)
                .isInstanceOf(TransportException.class)
                .hasCauseInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void theTotalEndsAnAttemptThatIsUnderWay() {
        server.enqueue(stalled());
        PatchworkClient hasty = client.withTimeouts(Timeouts.DEFAULT.withTotal(Duration.ofMillis(50)));

        assertThatThrownBy(() -> hasty.patches().get(7))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("timeout");
        assertThat(server.getRequestCount()).as("nothing is sent again").isLessThan(2);
    }

    @Test
    void theTimeToConnectIsThatOfTheViewAndTheClientKeepsItsOwn() {
        Unreachable unreachable = new Unreachable();
        OkHttpClient http =
                new OkHttpClient.Builder().socketFactory(unreachable).build();
        try (PatchworkClient lonely = builder()
                .httpClient(http)
                .retries(Retries.NONE)
                .timeouts(Timeouts.DEFAULT)
                .build()) {
            Timeouts shortConnect = new Timeouts(Duration.ofMillis(70), Duration.ofMinutes(1), Duration.ofMinutes(10));

            assertThatThrownBy(() -> lonely.withTimeouts(shortConnect).patches().get(7))
                    .isInstanceOf(TransportException.class)
                    .hasCauseInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> lonely.patches().get(7)).isInstanceOf(TransportException.class);
        }
        assertThat(unreachable.asked).containsExactly(70, 10_000);
    }

    /** Sockets to nowhere, which tell how long they were to wait. */
    private static final class Unreachable extends SocketFactory {
        private final List<Integer> asked = new ArrayList<>();

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress to, int millis) throws IOException {
                    asked.add(millis);
                    throw new SocketTimeoutException("nobody there");
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }
    }
}
