package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.Patch;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;
import retrofit2.Response;

/** Calls that nobody waits for are sent again by the same rules as those that somebody waits for. */
@Timeout(60)
class EnqueuedCallsTest extends WithServer {
    private final TestTime time = new TestTime();
    private PatchworkClient client;

    @BeforeEach
    void start() {
        client = builder().waiting(time).build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void aReadIsSentAgainAfterAStatusAndAfterABrokenConnection() {
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(FourZero.object(FourZero.patch("New") + " ".repeat(1_000_000))
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(FourZero.object(FourZero.patch("New")));

        Response<Patch> patch = Calls.future(client.api().patch(7)).join();

        assertThat(patch.body().id()).isEqualTo(7);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void theLastAnswerIsTheAnswer() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder().code(429).build());
        }
        assertThat(Calls.future(client.api().patch(7)).join().code()).isEqualTo(429);
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void whatMayHaveBeenCarriedOutIsSentOnce() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        CompletableFuture<?> bundle =
                Calls.future(client.api().createBundle(NewBundle.builder("x", 1).build()));

        assertThatThrownBy(bundle::join).hasCauseInstanceOf(IOException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void cancelingEndsTheWaitAtOnceAndNothingIsLeftToRun() {
        time.hold();
        server.enqueue(new MockResponse.Builder().code(503).build());
        Call<Patch> call = client.api().patch(7);
        CompletableFuture<?> patch = Calls.future(call);
        Calls.until(() -> time.held() == 1);

        call.cancel();

        assertThat(patch).isCompletedExceptionally();
        assertThat(time.held()).isZero();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void closingTheClientEndsCallsThatWait() {
        time.hold();
        server.enqueue(new MockResponse.Builder().code(503).build());
        CompletableFuture<?> patch = Calls.future(client.api().patch(7));
        Calls.until(() -> time.held() == 1);

        client.close();

        assertThat(patch).isCompletedExceptionally();
    }
}
