package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.CheckState;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, when, and what never is. No test waits: the clock goes on by what a wait would take. */
class RetriesTest extends WithServer {
    private static final NewCheck CHECK = NewCheck.builder(CheckState.FAIL).build();

    private final ConnectionPool connections = new ConnectionPool();
    private final TestTime time = new TestTime();

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void aReadIsSentAgainWithLongerWaitsWhileTheServerIsBusy(int status) {
        server.enqueue(status(status).build());
        server.enqueue(status(status).build());
        server.enqueue(status(status).build());
        server.enqueue(FourZero.object(FourZero.patch("New")));

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            assertThat(client.patches().get(7).id()).isEqualTo(7);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertNothingIsInUse();
    }

    @Test
    void afterTheLastAttemptTheAnswerIsTheError() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(status(503).build());
        }
        try (PatchworkClient client = client(Retries.DEFAULT)) {
            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(ServerException.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(4);
        assertNothingIsInUse();
    }

    @Test
    void theStatusOfABrokenServerIsNoReasonToTryAgain() {
        server.enqueue(status(500).build());

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(ServerException.class);
        }
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void aConnectionThatBreaksBeforeOrWithinTheAnswerIsTriedAgain() {
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(FourZero.object(FourZero.patch("New") + " ".repeat(1_000_000))
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(FourZero.object(FourZero.patch("New")));

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            assertThat(client.patches().get(7).id()).isEqualTo(7);
        }
        assertThat(time.waits()).hasSize(2);
        assertNothingIsInUse();
    }

    @ParameterizedTest
    @CsvSource({
        "7, , 7",
        "0, , 0",
        "'Tue, 24 Nov 2026 08:00:30 GMT', , 30",
        // Both clocks differ by an hour: the one of the server counts.
        "'Tue, 24 Nov 2026 09:00:20 GMT', 'Tue, 24 Nov 2026 09:00:00 GMT', 20",
        "'Tue, 24 Nov 2026 07:00:00 GMT', , 0",
        "soon, , 1",
        "-5, , 1",
    })
    void theServerIsWaitedForAsLongAsItAsks(String retryAfter, String date, long seconds) {
        MockResponse.Builder busy = status(429).addHeader("Retry-After", retryAfter);
        server.enqueue((date == null ? busy : busy.addHeader("Date", date)).build());
        server.enqueue(FourZero.object(FourZero.patch("New")));

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            client.patches().get(7);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "999999999999", "Wed, 25 Nov 2026 08:00:00 GMT"})
    void aServerThatAsksForMoreThanTheLimitIsNotAskedEarlier(String retryAfter) {
        server.enqueue(status(503).addHeader("Retry-After", retryAfter).build());

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(ServerException.class);
        }
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void howLongAServerMayAskToBeLeftAloneCanBeSet() {
        Retries retries =
                Retries.builder().longestRetryAfter(Duration.ofSeconds(20)).build();
        server.enqueue(status(503).addHeader("Retry-After", "20").build());
        server.enqueue(status(503).addHeader("Retry-After", "21").build());

        try (PatchworkClient client = client(retries)) {
            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(ServerException.class);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void whatCannotBeDoneInTimeFailsAtOnce() {
        server.enqueue(status(503).addHeader("Retry-After", "20").build());
        server.enqueue(status(503).addHeader("Retry-After", "20").build());

        try (PatchworkClient client = builder(Retries.DEFAULT)
                .timeouts(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(30)))
                .build()) {
            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(ServerException.class);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void waitsAreAsLongAsChanceHasItUpToTheLimit() {
        Retries retries = Retries.builder()
                .firstWait(Duration.ofSeconds(2))
                .longestWait(Duration.ofSeconds(10))
                .build();

        assertThat(retries.backOff(1, 0)).isZero();
        assertThat(retries.backOff(1, 0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retries.backOff(3, 1)).isEqualTo(Duration.ofSeconds(8));
        assertThat(retries.backOff(4, 1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(retries.backOff(1000, 1)).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aPostThatMayHaveBeenCarriedOutIsNeverRepeated(int status) {
        server.enqueue(status(status).addHeader("Retry-After", "0").build());
        server.enqueue(FourZero.list("")); // the client looks whether the check is there

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            assertThatThrownBy(() -> client.checks().create(7, CHECK)).isInstanceOf(ServerException.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void aPostWhoseAnswerIsLostIsNeverRepeated() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            assertThatThrownBy(() ->
                            client.bundles().create(NewBundle.builder("x", 1).build()))
                    .isInstanceOf(TransportException.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void aPostThatWasTurnedAwayIsSentAgain() {
        server.enqueue(status(429).build());
        server.enqueue(FourZero.object(201, FourZero.check(9, "fail", "default")));

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            assertThat(client.checks().create(7, CHECK).id()).isEqualTo(9);
        }
        assertThat(time.waits()).hasSize(1);
    }

    @Test
    void aPostThatFoundNoConnectionIsSentAgain() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort(); // where nobody listens in a moment
        }
        try (PatchworkClient client = PatchworkClient.builder("http://127.0.0.1:" + port)
                .userAgent("test/1 (test@example.org)")
                .waiting(time)
                .build()) {
            assertThatThrownBy(() ->
                            client.bundles().create(NewBundle.builder("x", 1).build()))
                    .isInstanceOf(TransportException.class);
        }
        assertThat(time.waits()).hasSize(3);
    }

    @Test
    void anUpdateIsSentAgainBecauseItSetsTheSameValues() {
        server.enqueue(status(502).build());
        server.enqueue(FourZero.object(FourZero.patch("New")));

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            client.patches().update(7, PatchUpdate.builder().archived(false).build());
        }
        assertThat(time.waits()).hasSize(1);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        server.enqueue(status(503).build());
        time.interrupt();

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            assertThatThrownBy(() -> client.patches().get(7))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertNothingIsInUse();
    }

    @Test
    void aPageWhereJsonWasDueIsNoReasonToTryAgainAndKeepsItsStatus() {
        server.enqueue(new MockResponse.Builder()
                .code(203)
                .addHeader("Content-Type", "text/html")
                .body("<html>log in")
                .build());

        try (PatchworkClient client = client(Retries.DEFAULT)) {
            assertThatThrownBy(() -> client.patches().get(7))
                    .isInstanceOfSatisfying(UnexpectedContentException.class, e -> {
                        assertThat(e.status()).isEqualTo(203);
                        assertThat(e.start()).isEqualTo("<html>log in");
                    });
        }
        assertThat(time.waits()).isEmpty();
        assertNothingIsInUse();
    }

    @Test
    void downloadsAreTriedAgainUntilTheyBegin() {
        server.enqueue(status(503).build());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/plain")
                .body("From patchwork")
                .build());

        try (PatchworkClient client = client(Retries.DEFAULT);
                Download mbox = client.patches()
                        .mbox(io.github.patchwork4j.core.PatchRef.builder()
                                .id(7)
                                .name("x")
                                .build())) {
            assertThat(mbox.bytes()).asString().isEqualTo("From patchwork");
        }
        assertThat(time.waits()).hasSize(1);
    }

    @Test
    void noNumberOfAttemptsOrTimeIsTaken() {
        assertThatThrownBy(() -> Retries.builder().attempts(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> Retries.builder().firstWait(Duration.ofSeconds(-1)))
                .hasMessageContaining("PT-1S");
        assertThatThrownBy(() -> new Timeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageContaining("connect");
    }

    private PatchworkClient client(Retries retries) {
        return builder(retries).build();
    }

    private PatchworkClient.Builder builder(Retries retries) {
        return builder()
                .httpClient(
                        new OkHttpClient.Builder().connectionPool(connections).build())
                .retries(retries)
                .waiting(time);
    }

    private static MockResponse.Builder status(int status) {
        return new MockResponse.Builder().code(status).addHeader("Content-Type", "text/html");
    }

    private void assertNothingIsInUse() {
        assertThat(connections.connectionCount() - connections.idleConnectionCount())
                .as("connections in use")
                .isZero();
    }
}
