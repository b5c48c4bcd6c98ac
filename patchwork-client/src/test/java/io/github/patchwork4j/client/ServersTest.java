package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.PatchState;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client finds out what server it talks to, and what it makes of that. */
class ServersTest extends WithServer {
    private static final String INDEX = "{\"projects\":\"x\",\"users\":\"x\",\"people\":\"x\",\"patches\":\"x\","
            + "\"covers\":\"x\",\"series\":\"x\",\"events\":\"x\",\"bundles\":\"x\"}";

    @Test
    void theIndexTellsTheServersApart() {
        server.enqueue(threeX(INDEX));
        server.enqueue(FourZero.object(FourZero.INDEX));

        try (PatchworkClient three = client().build();
                PatchworkClient four = client().build()) {
            assertThat(three.server()).hasToString("Patchwork 3.x, API 1.3");
            assertThat(three.server().has(Capability.SORTING)).isTrue();
            assertThat(three.server().capabilities())
                    .contains(Capability.COMMENT_EVENTS, Capability.CLEARING)
                    .doesNotContain(Capability.DEPENDENCIES, Capability.SERIES_WRITES);

            assertThat(four.server().dialect()).isEqualTo(ServerDialect.PATCHWORK_4);
            assertThat(four.server().capabilities())
                    .contains(Capability.SERIES_WRITES, Capability.CHECK_UPDATES)
                    .doesNotContain(Capability.SORTING, Capability.USER_SETTINGS);
        }
        assertThat(server.getRequestCount()).as("asked once each").isEqualTo(2);
    }

    @Test
    void theFirstAnswerTellsWhateverItIs() {
        assertThat(seen(FourZero.object(FourZero.patch("New")))).isEqualTo(ServerDialect.PATCHWORK_4);
        assertThat(seen(FourZero.list(""))).isEqualTo(ServerDialect.PATCHWORK_4);
        assertThat(seen(FourZero.problem(404, "Not found."))).isEqualTo(ServerDialect.PATCHWORK_4);
        assertThat(seen(threeX("[]"))).isEqualTo(ServerDialect.PATCHWORK_3);
        assertThat(seen(threeX("{\"detail\":\"Not found.\"}")
                        .newBuilder()
                        .code(404)
                        .build()))
                .isEqualTo(ServerDialect.PATCHWORK_3);
        assertThat(seen(new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .addHeader(
                                "Link",
                                "<http://inner/api/1.3/patches/?page=1>; rel=\"first\","
                                        + " <http://inner/api/1.3/patches/?page=1>; rel=\"last\"")
                        .body("[]")
                        .build()))
                .as("a proxy took Allow out")
                .isEqualTo(ServerDialect.PATCHWORK_3);
        assertThat(seen(new MockResponse.Builder()
                        .code(502)
                        .addHeader("Content-Type", "text/html")
                        .build()))
                .as("the page of a proxy tells nothing, so the server is asked")
                .isEqualTo(ServerDialect.PATCHWORK_3);
    }

    /** Has a client get an answer, and then find out: the server would say that it is 3.x if it were asked. */
    private ServerDialect seen(MockResponse first) {
        server.enqueue(first);
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(INDEX)
                .build());
        try (PatchworkClient client = client().build()) {
            try {
                client.patches().list().toList();
            } catch (PatchworkException e) {
                // errors tell, too
            }
            return client.server().dialect();
        }
    }

    @Test
    void aSiteThatMovesToTheOtherServerIsNoticed() {
        server.enqueue(threeX("[]"));
        server.enqueue(threeX(INDEX));
        server.enqueue(FourZero.list(""));

        try (PatchworkClient client = client().build()) {
            client.patches().list().toList();
            assertThat(client.server().dialect()).isEqualTo(ServerDialect.PATCHWORK_3);
            client.patches().list().toList();
            assertThat(client.server().dialect()).isEqualTo(ServerDialect.PATCHWORK_4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"projects\":\"x\",\"series\":\"x\"}", "{\"version\":1}", "[]", "{\"projects\":{}}"})
    void aForkWithAnotherApiIsRefused(String index) {
        server.enqueue(threeX(index));

        try (PatchworkClient client = client().build()) {
            assertThatThrownBy(client::server)
                    .isInstanceOf(UnsupportedServerException.class)
                    .hasMessageContaining(server.url("/").toString());
        }
    }

    @Test
    void aVersionThatTheServerDoesNotHaveIsTold() {
        server.enqueue(html404());

        try (PatchworkClient client = client().apiVersion(ApiVersion.V1_4).build()) {
            assertThatThrownBy(client::server)
                    .isInstanceOf(UnsupportedServerException.class)
                    .hasMessageContaining("does not have API version 1.4");
        }
    }

    @Test
    void aClientThatMayGoesDownToWhatTheServerHas() throws InterruptedException {
        server.enqueue(html404());
        server.enqueue(html404());
        server.enqueue(threeX(INDEX));
        server.enqueue(threeX("[]"));
        server.enqueue(threeX("[]"));

        try (PatchworkClient client =
                client().apiVersionOrOlder(ApiVersion.V1_4).build()) {
            assertThat(server.getRequestCount()).as("before it is used").isZero();
            client.patches().list().toList();
            client.covers().list().toList();
        }
        assertThat(targets(5))
                .isEqualTo("/api/1.4/ /api/1.3/ /api/1.2/ /api/1.2/patches/?page=1&per_page=100"
                        + " /api/1.2/covers/?page=1&per_page=100");
    }

    @Test
    void whatNoVersionIsFoundOfIsNoPatchwork() {
        for (int i = 0; i < 5; i++) {
            server.enqueue(html404());
        }
        try (PatchworkClient client =
                client().apiVersionOrOlder(ApiVersion.V1_4).build()) {
            assertThatThrownBy(() -> client.patches().get(7))
                    .isInstanceOf(UnsupportedServerException.class)
                    .hasMessageContaining("[1.4, 1.3, 1.2, 1.1, 1.0]");
        }
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void fourZeroIgnoresOrdersOfListsSoTheyAreRefusedAsSoonAsItShows() {
        server.enqueue(FourZero.list(""));
        PatchQuery sorted = PatchQuery.builder().addOrder(PatchQuery.Order.DATE).build();

        try (PatchworkClient client = client().build()) {
            Paged<?> patches = client.patches().list(sorted);
            assertThatThrownBy(patches::toList)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("sorting a list is nothing that Patchwork 4.0 does");
            assertThatThrownBy(() -> client.patches().list(sorted)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void filtersThatFourZeroIgnoresOrFailsOnAreRefused() {
        try (PatchworkClient client =
                client().dialect(ServerDialect.PATCHWORK_4).build()) {
            refused(
                    () -> client.patches()
                            .list(PatchQuery.builder()
                                    .addStates(PatchState.NEW, PatchState.RFC)
                                    .build()),
                    "more than one state");
            refused(
                    () -> client.checks()
                            .list(
                                    io.github.patchwork4j.core.PatchRef.builder()
                                            .id(7)
                                            .name("x")
                                            .build(),
                                    CheckQuery.builder().context("build").build()),
                    "filtering checks");
            refused(
                    () -> client.bundles()
                            .list(BundleQuery.builder().owner("eve").build()),
                    "name of the owner");
            refused(
                    () -> client.bundles()
                            .list(BundleQuery.builder().search("x").build()),
                    "searching bundles");
            client.bundles().list(BundleQuery.builder().owner("7").build());
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http://inner.example.net:8000/api/1.3/series/5/?x=1, /api/1.3/series/5/?x=1",
        "/api/1.3/series/5/, /api/1.3/series/5/",
        "http://inner.example.net/project/core/patch/a%252Fb@c/, /project/core/patch/a%252Fb@c/",
    })
    void addressesOfAnswersAreReadOnThisServer(String url, String expected) {
        try (PatchworkClient client = client().build()) {
            assertThat(client.resolve(url)).isEqualTo(server.url(expected));
        }
        String below = server.url("/patchwork/").toString();
        try (PatchworkClient client = PatchworkClient.builder(below)
                .userAgent("test/1 (test@example.org)")
                .retries(Retries.NONE)
                .build()) {
            assertThat(client.resolve(url)).isEqualTo(server.url("/patchwork" + expected));
            assertThat(client.resolve("http://x.example.net/patchwork" + expected))
                    .isEqualTo(server.url("/patchwork" + expected));
        }
    }

    @Test
    void addressesOfAnswersNeverNameAnotherHostOrCarryALogin() {
        try (PatchworkClient client = client().build()) {
            assertThat(client.resolve("https://me:secret@evil.example.net/api/1.3/patches/7/"))
                    .isEqualTo(server.url("/api/1.3/patches/7/"));
            assertThatThrownBy(() -> client.resolve("http://"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"http://\"");
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }

    private String targets(int count) throws InterruptedException {
        StringBuilder targets = new StringBuilder();
        for (int i = 0; i < count; i++) {
            targets.append(i == 0 ? "" : " ").append(server.takeRequest().getTarget());
        }
        return targets.toString();
    }

    private PatchworkClient.Builder client() {
        return builder().retries(Retries.NONE);
    }

    private static MockResponse threeX(String json) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("Allow", "GET, HEAD, OPTIONS")
                .addHeader("Vary", "Accept, Cookie")
                .body(json)
                .build();
    }

    private static MockResponse html404() {
        return new MockResponse.Builder()
                .code(404)
                .addHeader("Content-Type", "text/html")
                .body("<h1>Not Found</h1>")
                .build();
    }
}
