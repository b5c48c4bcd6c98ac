package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchSummary;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** What listeners hear, and that they hear no secret. */
class ClientListenerTest extends WithServer {
    private static final String TOKEN = "7f00ccd08c8e886d615b824406551b3ba44b8b9f";

    private final TestTime time = new TestTime();
    private final Heard heard = new Heard();

    /** Writes down all that there is to hear. */
    private static final class Heard implements ClientListener {
        private final List<String> news = new ArrayList<>();
        private final List<String> headers = new ArrayList<>();

        @Override
        public void sent(ClientRequest request, Headers sent) {
            news.add("sent " + request.attempt());
            headers.add(sent.toString());
        }

        @Override
        public void answered(ClientRequest request, int status, Headers received, Duration took) {
            news.add("answered " + request.attempt() + " " + status);
            headers.add(received.toString());
        }

        @Override
        public void canceled(ClientRequest request) {
            news.add("canceled " + request.attempt());
        }

        @Override
        public void failed(ClientRequest request, IOException failure) {
            news.add("failed " + request.attempt());
        }

        @Override
        public void retrying(ClientRequest request, Duration wait) {
            news.add("retrying " + request.attempt() + " " + wait);
        }

        @Override
        public void throttled(ClientRequest request, Duration wait, Throttle by) {
            news.add("throttled " + request.attempt() + " " + wait + " " + by);
        }

        @Override
        public void undecodable(ClientRequest request, PatchworkException problem) {
            news.add("undecodable " + request.method() + " " + request.url().encodedPath() + " "
                    + problem.getClass().getSimpleName());
        }
    }

    @Test
    void everyAttemptAndEveryWaitIsTold() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse(429, Headers.of("Retry-After", "9"), ""));
        server.enqueue(new MockResponse(200, Headers.of("Content-Type", "application/json"), "{\"id\": }"));

        try (PatchworkClient client = client(Pace.of(1, 1, 1))) {
            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(PatchworkException.class);
        }
        assertThat(heard.news)
                .containsExactly(
                        "sent 1",
                        "failed 1",
                        "retrying 1 PT1S",
                        "sent 2",
                        "answered 2 429",
                        "throttled 2 PT9S SERVER",
                        "retrying 2 PT9S",
                        "sent 3",
                        "answered 3 200",
                        "undecodable GET /api/1.3/patches/7/ DecodeException");
    }

    @Test
    void thePaceAndAPageWhereJsonWasDueAreTold() {
        server.enqueue(FourZero.object(FourZero.patch("New")));
        server.enqueue(new MockResponse(200, Headers.of("Content-Type", "text/html"), "<html>"));

        try (PatchworkClient client = client(Pace.of(0.1, 1, 1))) {
            client.patches().get(7);
            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(UnexpectedContentException.class);
        }
        assertThat(heard.news)
                .containsExactly(
                        "sent 1",
                        "answered 1 200",
                        "throttled 1 PT10S RATE",
                        "sent 1",
                        "answered 1 200",
                        "undecodable GET /api/1.3/patches/7/ UnexpectedContentException");
    }

    @Test
    void aRequestThatIsGivenUpHasNotFailed() throws InterruptedException {
        server.enqueue(FourZero.object(FourZero.patch("New"))
                .newBuilder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        try (PatchworkClient client = client(Pace.unlimited())) {
            retrofit2.Call<Patch> call = client.api().patch(7);
            CompletableFuture<?> answer = Calls.future(call);
            server.takeRequest();
            call.cancel();
            assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        }
        assertThat(heard.news).containsExactly("sent 1", "canceled 1");
    }

    @Test
    void noSecretIsHeard() {
        server.enqueue(FourZero.object(FourZero.patch("New"))
                .newBuilder()
                .addHeader("Set-Cookie", "sessionid=secret")
                .addHeader("X-Api-Key", "secret")
                .addHeader("Server", "nginx")
                .build());

        try (PatchworkClient client = client(Pace.unlimited())) {
            client.patches().get(7);
        }
        assertThat(String.join("", heard.headers))
                .contains("User-Agent: test/1", "Server: nginx", "application/json")
                .doesNotContain(TOKEN, "secret", "Authorization");
    }

    @Test
    void aListenerThatThrowsDisturbsNothing() {
        server.enqueue(FourZero.list(""));
        ClientListener angry = new ClientListener() {
            @Override
            public void sent(ClientRequest request, Headers headers) {
                throw new IllegalStateException("no");
            }
        };
        try (PatchworkClient client = builder().listener(angry).build()) {
            List<PatchSummary> patches = client.patches().list().toList();
            assertThat(patches).isEmpty();
        }
    }

    private PatchworkClient client(Pace pace) {
        return builder().pace(pace).listener(heard).build();
    }

    @Override
    PatchworkClient.Builder builder() {
        return super.builder().credentials(Credentials.token(TOKEN)).waiting(time);
    }
}
