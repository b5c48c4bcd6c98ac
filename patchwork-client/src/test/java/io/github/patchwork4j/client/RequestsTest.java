package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire for each call. */
class RequestsTest extends WithServer {
    private static final Instant MARCH = Instant.parse("2026-03-02T08:01:00Z");
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("frob").build();
    private static final CoverRef COVER = CoverRef.builder().id(3).name("frob").build();

    @BeforeEach
    void start() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body("[]")
                        .build();
            }
        });
    }

    @Test
    void patchesAreFilteredTheWayThatBothServersUnderstand() throws InterruptedException {
        PatchQuery query = PatchQuery.builder()
                .project("core")
                .series(5)
                .submitter("a+b@example.com")
                .delegate("maint")
                .addStates(PatchState.UNDER_REVIEW, PatchState.of("Needs ACK"))
                .archived(false)
                .hash("85c9f8fcfbc4823584f9629b62baabde20a3016a")
                .messageId(MessageId.of("<a/b+c=d%e@odd.example.com>"))
                .since(MARCH)
                .before(Instant.parse("2026-03-02T08:01:00.123456789Z"))
                .search("rename things")
                .addOrder(PatchQuery.Order.DATE_DESCENDING, PatchQuery.Order.ID)
                .build();

        assertThat(requestOf(client -> client.patches().list(query).toList()))
                .isEqualTo("/api/1.3/patches/?project=core&series=5&submitter=a%2Bb%40example.com&delegate=maint"
                        + "&state=under%20review&state=needs%20ack&archived=false"
                        + "&hash=85c9f8fcfbc4823584f9629b62baabde20a3016a&msgid=a%2Fb%2Bc%3Dd%25e%40odd.example.com"
                        + "&since=2026-03-02%2008%3A01%3A00&before=2026-03-02%2008%3A01%3A00.123457"
                        + "&q=rename%20things&order=-date%2Cid&page=1&per_page=100");
    }

    @Test
    void eventAndCheckDatesAreSentInTheZoneOfTheServer() throws InterruptedException {
        EventQuery events = EventQuery.builder()
                .project("core")
                .category(EventCategory.CHECK_CREATED)
                .patch(7)
                .since(MARCH)
                .addOrder(EventQuery.Order.DATE)
                .build();
        CheckQuery checks = CheckQuery.builder()
                .user("ci-bot")
                .state(CheckState.WARNING)
                .context("build")
                .before(MARCH)
                .build();

        assertThat(requestOf(client -> client.events().list(events).toList()))
                .isEqualTo("/api/1.3/events/?project=core&category=check-created&patch=7"
                        + "&since=2026-03-02%2019%3A01%3A00&order=date&page=1&per_page=100");
        assertThat(requestOf(client -> client.checks().list(PATCH, checks).toList()))
                .isEqualTo("/api/1.3/patches/7/checks/?user=ci-bot&state=2&context=build"
                        + "&before=2026-03-02%2019%3A01%3A00&page=1&per_page=100");
    }

    @Test
    void patchwork4IsSentInstants() throws InterruptedException {
        EventQuery events = EventQuery.builder().since(MARCH).build();
        SeriesQuery series = SeriesQuery.builder().before(MARCH).build();

        assertThat(requestOf(
                        ServerDialect.PATCHWORK_4,
                        client -> client.events().list(events).toList()))
                .isEqualTo("/api/1.3/events/?since=2026-03-02%2008%3A01%3A00%2B00%3A00&page=1&per_page=100");
        assertThat(requestOf(
                        ServerDialect.PATCHWORK_4,
                        client -> client.series().list(series).toList()))
                .isEqualTo("/api/1.3/series/?before=2026-03-02%2008%3A01%3A00%2B00%3A00&page=1&per_page=100");
    }

    @Test
    void everyOtherListHasItsAddress() throws InterruptedException {
        String page = "page=1&per_page=100";
        assertThat(requestOf(client -> client.covers()
                        .list(CoverQuery.builder()
                                .messageId(MessageId.of("c@example.com"))
                                .build())
                        .toList()))
                .isEqualTo("/api/1.3/covers/?msgid=c%40example.com&" + page);
        assertThat(requestOf(client -> client.series()
                        .list(SeriesQuery.builder().since(MARCH).build())
                        .toList()))
                .isEqualTo("/api/1.3/series/?since=2026-03-02%2008%3A01%3A00&" + page);
        assertThat(requestOf(client -> client.bundles()
                        .list(BundleQuery.builder().owner("eve").isPublic(true).build())
                        .toList()))
                .isEqualTo("/api/1.3/bundles/?owner=eve&public=true&" + page);
        assertThat(requestOf(client -> client.projects().list().toList())).isEqualTo("/api/1.3/projects/?" + page);
        assertThat(requestOf(client -> client.users()
                        .list(UserQuery.builder().search("ci").build())
                        .toList()))
                .isEqualTo("/api/1.3/users/?q=ci&" + page);
        assertThat(requestOf(client -> client.comments().list(PATCH).toList()))
                .isEqualTo("/api/1.3/patches/7/comments/?" + page);
        assertThat(requestOf(client -> client.comments().list(COVER).toList()))
                .isEqualTo("/api/1.3/covers/3/comments/?" + page);
    }

    @Test
    void everyObjectHasItsAddress() throws InterruptedException {
        assertThat(failingRequestOf(client -> client.projects().get("größe/x")))
                .isEqualTo("/api/1.3/projects/gr%C3%B6%C3%9Fe%2Fx/");
        assertThat(failingRequestOf(client -> client.projects().get(3))).isEqualTo("/api/1.3/projects/3/");
        assertThat(failingRequestOf(client -> client.patches().get(PATCH))).isEqualTo("/api/1.3/patches/7/");
        assertThat(failingRequestOf(client -> client.covers().get(COVER))).isEqualTo("/api/1.3/covers/3/");
        assertThat(failingRequestOf(client -> client.series().get(5))).isEqualTo("/api/1.3/series/5/");
        assertThat(failingRequestOf(client -> client.people().get(5))).isEqualTo("/api/1.3/people/5/");
        assertThat(failingRequestOf(client -> client.users().get(5))).isEqualTo("/api/1.3/users/5/");
        assertThat(failingRequestOf(client -> client.bundles().get(5))).isEqualTo("/api/1.3/bundles/5/");
        assertThat(failingRequestOf(client -> client.checks().get(PATCH, 5))).isEqualTo("/api/1.3/patches/7/checks/5/");
        assertThat(failingRequestOf(client -> client.comments().get(PATCH, 5)))
                .isEqualTo("/api/1.3/patches/7/comments/5/");
        assertThat(failingRequestOf(client -> client.comments().get(COVER, 5)))
                .isEqualTo("/api/1.3/covers/3/comments/5/");
    }

    @Test
    void everyRequestTellsWhoIsAskingAndForWhat() throws InterruptedException {
        try (PatchworkClient client = builder()
                .credentials(Credentials.token(" 7f00ccd08c8e886d615b824406551b3ba44b8b9f\n"))
                .build()) {
            client.patches().list().toList();
        }

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("test/1 (test@example.org)");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Authorization"))
                .isEqualTo("Token 7f00ccd08c8e886d615b824406551b3ba44b8b9f");
    }

    @Test
    void nameAndPasswordGoIntoOneHeader() {
        assertThat(Credentials.basic("maint", "sécret").authorization()).hasValue("Basic bWFpbnQ6c8OpY3JldA==");
        assertThat(Credentials.basic("maint", "sécret")).hasToString("Credentials(basic)");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /api/1.3/people/1/",
        "/, /api/1.3/people/1/",
        "/api, /api/1.3/people/1/",
        "/api/1.2/, /api/1.3/people/1/",
        "/api/1.2/patches/?page=3#x, /api/1.3/people/1/",
        "/patchwork, /patchwork/api/1.3/people/1/",
        "/patchwork//api/, /patchwork/api/1.3/people/1/",
    })
    void theAddressOfTheServerIsTakenInAnyForm(String path, String expected) throws InterruptedException {
        String root = "http://" + server.getHostName() + ":" + server.getPort();
        try (PatchworkClient client = PatchworkClient.builder(root + path)
                .userAgent("test/1 (test@example.org)")
                .build()) {
            assertThatThrownBy(() -> client.people().get(1)).isInstanceOf(DecodeException.class);
        }
        assertThat(server.takeRequest().getTarget()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "patchwork.example.org", "ftp://patchwork.example.org", "http://"})
    void whatIsNoAddressIsRefused(String url) {
        assertThatThrownBy(() -> PatchworkClient.builder(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + url + "\"");
    }

    @Test
    void aPasswordInTheAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> PatchworkClient.builder("https://me:secret@patchwork.example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://me:secret@", "https://me:secret@host:99999", "ftp://me:secret@host", "me:secret@host"})
    void aPasswordInWhatIsNoAddressIsNotRepeatedEither(String url) {
        assertThatThrownBy(() -> PatchworkClient.builder(url))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("secret"));
    }

    @Test
    void aClientWithoutAUserAgentIsNotMade() {
        assertThatThrownBy(() ->
                        PatchworkClient.builder("https://patchwork.example.org").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("userAgent");
        assertThatThrownBy(() -> builder().userAgent("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFilterThatTheVersionIgnoresIsRefusedBeforeItIsSent() {
        try (PatchworkClient client = builder().apiVersion(ApiVersion.V1_1).build()) {
            assertThatThrownBy(() -> client.patches()
                            .list(PatchQuery.builder()
                                    .messageId(MessageId.of("a@b"))
                                    .build()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("message id")
                    .hasMessageContaining("1.2")
                    .hasMessageContaining("1.1");
            assertThatThrownBy(() ->
                            client.events().list(EventQuery.builder().actor(1).build()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> client.comments().get(PATCH, 1)).isInstanceOf(IllegalArgumentException.class);
        }
        try (PatchworkClient client = builder().apiVersion(ApiVersion.V1_0).build()) {
            assertThatThrownBy(() -> client.comments().list(PATCH)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void blankFiltersAreRefusedBecauseServersTakeThemForSomethingElse() {
        assertThatThrownBy(() -> PatchQuery.builder().project(" ").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("project is blank: \" \"");
        assertThatThrownBy(() -> CheckQuery.builder().context("").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FilterValues.number(Optional.of(CheckState.of("skipped"))))
                .hasMessageContaining("skipped");
    }

    @Override
    PatchworkClient.Builder builder() {
        return super.builder().filterChecks(FilterChecks.NONE).serverZone(ZoneId.of("Australia/Canberra"));
    }

    private String requestOf(Consumer<PatchworkClient> call) throws InterruptedException {
        return requestOf(ServerDialect.PATCHWORK_3, call);
    }

    private String requestOf(ServerDialect dialect, Consumer<PatchworkClient> call) throws InterruptedException {
        try (PatchworkClient client = builder().dialect(dialect).build()) {
            call.accept(client);
        }
        return server.takeRequest().getTarget();
    }

    /** The request of a call for an object, which fails on the empty list that this server answers everything with. */
    private String failingRequestOf(Consumer<PatchworkClient> call) throws InterruptedException {
        return requestOf(client -> assertThatThrownBy(() -> call.accept(client)).isInstanceOf(DecodeException.class));
    }
}
