package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.PatchRef;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Credentials that are asked for when a request is sent. */
@Timeout(60)
class CredentialsProviderTest extends WithServer {
    private static final String FIRST = "1".repeat(40);
    private static final String SECOND = "2".repeat(40);

    private final TestTime time = new TestTime();

    @Test
    void eachAttemptCarriesTheTokenOfItsTime() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(FourZero.object(FourZero.patch("New")));

        try (PatchworkClient client = client(inTurn(FIRST, SECOND))) {
            client.patches().get(7);
        }
        assertThat(sent(2)).containsExactly("Token " + FIRST, "Token " + SECOND);
    }

    @Test
    void aDownloadAsksAgainBehindItsRedirectAndFuturesAskAsWell() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/project/core/patch/x/mbox/")
                .build());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/plain")
                .body("From patchwork")
                .build());

        try (PatchworkClient client = client(inTurn(FIRST, SECOND))) {
            client.async()
                    .patches()
                    .mbox(PatchRef.builder().id(7).name("frob").build())
                    .join()
                    .close();
        }
        assertThat(sent(2)).containsExactly("Token " + FIRST, "Token " + SECOND);
    }

    @Test
    void aProviderThatFailsFailsTheRequestAtOnceAndNothingIsSent() {
        IllegalStateException locked = new IllegalStateException("the vault is locked");
        try (PatchworkClient client = client(() -> {
            throw locked;
        })) {
            assertThatThrownBy(() -> client.patches().get(7))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("GET " + server.url("/api/1.3/patches/7/"))
                    .hasMessageContaining("the vault is locked")
                    .hasRootCause(locked);
            CompletableFuture<?> patch = client.async().patches().get(7);
            assertThatThrownBy(patch::join)
                    .hasCauseInstanceOf(TransportException.class)
                    .hasRootCause(locked);
        }
        assertThat(time.waits()).isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    private List<String> sent(int requests) throws InterruptedException {
        String[] sent = new String[requests];
        for (int i = 0; i < requests; i++) {
            sent[i] = server.takeRequest().getHeaders().get("Authorization");
        }
        return Arrays.asList(sent);
    }

    private static Supplier<Credentials> inTurn(String... tokens) {
        Iterator<String> rest = List.of(tokens).iterator();
        return () -> Credentials.token(rest.next());
    }

    private PatchworkClient client(Supplier<Credentials> credentials) {
        return builder().credentials(credentials).waiting(time).build();
    }
}
