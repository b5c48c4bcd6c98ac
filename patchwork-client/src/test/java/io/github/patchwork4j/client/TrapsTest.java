package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.Maintainer;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.UserRef;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;

/** Traps of the API that no other test is about; the table of all is {@code traps.tsv} in patchwork-testing. */
class TrapsTest extends WithServer {
    private static final Set<Class<? extends Annotation>> METHODS =
            Set.of(GET.class, POST.class, PATCH.class, DELETE.class);

    /** With the cookie of a web login, 3.x wants a CSRF token for each write, whatever credentials come along. */
    @Test
    void cookiesAreNotSentBackEvenWhereTheHttpClientKeepsThem() throws Exception {
        for (int i = 0; i < 2; i++) {
            server.enqueue(json("[]")
                    .newBuilder()
                    .addHeader("Set-Cookie", "sessionid=abc; Path=/")
                    .build());
        }
        OkHttpClient http = new OkHttpClient.Builder().cookieJar(keeping()).build();
        try (PatchworkClient client = builder().httpClient(http).build()) {
            client.people().list().toList();
            client.people().list().toList();
        }
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static CookieJar keeping() {
        return new CookieJar() {
            private final List<Cookie> kept = new ArrayList<>();

            @Override
            public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
                kept.addAll(cookies);
            }

            @Override
            public List<Cookie> loadForRequest(HttpUrl url) {
                return List.copyOf(kept);
            }
        };
    }

    /** A redirected PATCH would arrive as a GET, and look like a success. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aWriteIsNotSentAlongARedirect(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", server.url("/patchwork/7").toString())
                .build());
        server.enqueue(json(FourZero.patch("New")));

        try (PatchworkClient client = builder().build()) {
            assertThatThrownBy(() -> client.patches()
                            .update(7, PatchUpdate.builder().archived(true).build()))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("redirects to");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** PUT takes a patch out of its relation and fails on comments; HEAD is nothing that 4.0 has; it refuses forms. */
    @Test
    void nothingIsPutAndWritesAreJsonOfNamedFields() {
        assertThat(PatchworkApi.class.getDeclaredMethods())
                .hasSizeGreaterThan(30)
                .allSatisfy(method -> {
                    assertThat(method.getAnnotations())
                            .filteredOn(annotation ->
                                    annotation.annotationType().getName().startsWith("retrofit2.http"))
                            .singleElement()
                            .satisfies(verb -> assertThat(METHODS).contains(verb.annotationType()));
                    for (Class<?> body : bodies(method)) {
                        assertThat(body).isAssignableTo(Changes.class);
                    }
                });
    }

    private static List<Class<?>> bodies(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Body.class))
                .<Class<?>>map(Parameter::getType)
                .toList();
    }

    /** What maintainers of a project have for an id is that of a profile, which may be the id of another user. */
    @Test
    void aMaintainerIsNoUserAndHasNoIdThatCouldBeMistakenForOne() {
        assertThat(UserRef.class.isAssignableFrom(Maintainer.class)).isFalse();
        assertThat(Maintainer.class.getMethods()).extracting(Method::getName).doesNotContain("id");
    }

    @Test
    void idsMayBeLongerThanThirtyTwoBits() throws Exception {
        server.enqueue(json("{\"id\":4294967297,\"url\":\"\",\"name\":null,\"email\":\"\",\"user\":null}"));

        try (PatchworkClient client = builder().build()) {
            Person person = client.people().get(4_294_967_297L);
            assertThat(person.id()).isEqualTo(4_294_967_297L);
        }
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/1.3/people/4294967297/");
    }

    /** 3.x sends six digits, or none when they are zero; 4.0 cuts zeros off, and sends nine after a check was posted. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:01:00, 2026-03-02T08:01:00Z",
        "2026-03-02T08:01:00.000001, 2026-03-02T08:01:00.000001Z",
        "2026-03-02T08:01:00.100000, 2026-03-02T08:01:00.1Z",
        "2026-03-02T09:01:00.23665+01:00, 2026-03-02T08:01:00.23665Z",
        "2026-03-02T08:01:00Z, 2026-03-02T08:01:00Z",
        "2026-03-02T08:01:00.123456789Z, 2026-03-02T08:01:00.123456789Z",
    })
    void fractionsOfSecondsHaveAnyNumberOfDigits(String sent, Instant meant) {
        String check = FourZero.check(9, "fail", "build").replace("2026-11-24T06:00:00.123456789Z", sent);

        assertThat(PatchworkJson.create().read(Check.class, check).date()).isEqualTo(meant);
    }

    /** 4.0 puts message ids into addresses as they are, and leaves addresses of projects empty. */
    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/home page/patch/<a b@example.org>/", "", "no address", "http://[::"})
    void addressesInAnswersAreAnyText(String address) {
        String json = FourZero.patch("New")
                .replace(
                        "\"mbox\":\"https://patchwork.example.org/api/1.3/patches/7/mbox/\"",
                        "\"web_url\":\"" + address + "\",\"mbox\":\"" + address + "\"");
        Patch patch = PatchworkJson.create().read(Patch.class, json);

        assertThat(patch.webUrl()).hasValue(address);
        assertThat(patch.mboxUrl()).isEqualTo(address);
    }

    /** A list leaves the dependencies of series out behind one of a project that hides its own: that is not none. */
    @Test
    void dependenciesThatAListLeavesOutAreNotNoDependencies() {
        String series = """
                {"id":5,"url":"","project":{"id":1,"url":"","name":"Core","link_name":"core","list_id":"","list_email":"",
                "web_url":"","scm_url":"","webscm_url":""},"name":null,"date":"2026-01-02T10:00:02","submitter":{"id":1,
                "url":"","name":null,"email":""},"version":1,"total":1,"received_total":3,"received_all":true,"mbox":"",
                "cover_letter":null,"patches":[]%s}""";
        PatchworkJson json = PatchworkJson.create();

        assertThat(json.read(Series.class, series.formatted("")).dependencies()).isEmpty();
        assertThat(json.read(Series.class, series.formatted(",\"dependencies\":[]"))
                        .dependencies())
                .hasValue(List.of());
        assertThat(json.read(Series.class, series.formatted("")).receivedTotal())
                .isEqualTo(3);
    }

    /** 4.0 sends mails while a patch is written, and lists have been seen to take more than a minute. */
    @Test
    void aSlowServerIsWaitedFor() {
        assertThat(Timeouts.DEFAULT.read()).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
        assertThat(Timeouts.DEFAULT.total()).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }

    /** Rows that are equal in all that is sorted by may change places between two pages. */
    @Test
    void whatIsSortedByFieldsThatRowsShareIsSortedByTheIdAtLast() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(json("[]"));
        }
        try (PatchworkClient client = builder().build()) {
            client.patches()
                    .list(PatchQuery.builder()
                            .addOrder(PatchQuery.Order.DATE_DESCENDING)
                            .build())
                    .toList();
            client.patches()
                    .list(PatchQuery.builder()
                            .addOrder(PatchQuery.Order.STATE, PatchQuery.Order.ID_DESCENDING)
                            .build())
                    .toList();
            client.events()
                    .list(EventQuery.builder().addOrder(EventQuery.Order.DATE).build())
                    .toList();
        }
        assertThat(server.takeRequest().getUrl().queryParameter("order")).isEqualTo("-date,id");
        assertThat(server.takeRequest().getUrl().queryParameter("order")).isEqualTo("state,-id");
        assertThat(server.takeRequest().getUrl().queryParameter("order")).isEqualTo("date");
    }

    /** Sorted by its checks, 3.x lists a patch once for each of them. */
    @Test
    void patchesAreNotSortedByTheirChecks() {
        assertThat(PatchQuery.Order.values()).extracting(Enum::name).noneMatch(name -> name.contains("CHECK"));
    }

    /** 3.x sends the word None for the diff of a patch without one. */
    @Test
    void theDiffOfAPatchWithoutOneIsEmptyAndNotTheWordNone() throws Exception {
        for (String body : List.of("None", "Nine", "Nonesuch")) {
            server.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Type", "text/x-patch")
                    .body(body)
                    .build());
        }
        PatchRef patch = PatchRef.builder().id(7).name("").build();
        try (PatchworkClient client = builder().build()) {
            assertThat(client.patches().diff(patch).bytes()).isEmpty();
            assertThat(client.patches().diff(patch).bytes()).asString().isEqualTo("Nine");
            assertThat(client.patches().diff(patch).bytes()).asString().isEqualTo("Nonesuch");
        }
    }

    /** 4.0 does not look at the names of events when a webhook is changed. */
    @Test
    void aWebhookIsNotSilencedByATypo() {
        assertThatThrownBy(() ->
                        WebhookUpdate.builder().events(EventCategory.PATCH_CREATED, EventCategory.of("check-craeted")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("check-craeted");
    }

    /** 4.0 takes a percent sign and an underscore for wildcards. */
    @Test
    void whatFourZeroFindsByWildcardsIsToldToWhoHoldsRowsAgainstFilters() {
        for (int i = 0; i < 2; i++) {
            server.enqueue(FourZero.list("{\"id\":1,\"url\":\"\",\"name\":\"a-b\",\"email\":\"x@example.org\"}"));
        }
        PersonQuery wild = PersonQuery.builder().search("a_b").build();
        try (PatchworkClient client = builder().filterChecks(FilterChecks.ROWS).build()) {
            assertThatThrownBy(() -> client.people().list(wild).toList())
                    .isInstanceOf(IgnoredFilterException.class)
                    .hasMessageContaining("a_b");
            assertThat(client.people().list(PersonQuery.builder().search("A-B").build()))
                    .hasSize(1);
        }
    }

    /** A server of 4.0 refuses pages beyond its limit, where 3.x makes them smaller. */
    @Test
    void aPageThatIsTooLargeForFourZeroIsPutTogetherFromSmallerOnes() {
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request.getUrl().encodedQuery());
                int page = Integer.parseInt(request.getUrl().queryParameter("page"));
                int size = Integer.parseInt(request.getUrl().queryParameter("per_page"));
                return size > 30 ? tooLarge() : people(page, size, 117);
            }
        });

        try (PatchworkClient client =
                builder().dialect(ServerDialect.PATCHWORK_4).build()) {
            assertThat(client.people().list().pageSize(100))
                    .extracting(Person::id)
                    .isEqualTo(LongStream.rangeClosed(1, 117).boxed().toList());
            assertThat(requests).startsWith("page=1&per_page=100", "page=1&per_page=50", "page=1&per_page=25");
            assertThat(client.people()
                            .list()
                            .pageSize(100)
                            .from(new Cursor(2, 100))
                            .limit(3))
                    .extracting(Person::id)
                    .containsExactly(101L, 102L, 103L);
            assertThat(client.withTimeouts(Timeouts.DEFAULT).people().list().prefetch(2))
                    .hasSize(117);
            assertThat(requests.stream().filter(request -> !request.endsWith("&per_page=25")))
                    .as("a refused size is not asked for again")
                    .containsExactly("page=1&per_page=100", "page=1&per_page=50");
        }
    }

    private static MockResponse tooLarge() {
        return new MockResponse.Builder()
                .code(422)
                .addHeader("Content-Type", "application/problem+json")
                .body(
                        "{\"status\":422,\"detail\":\"validation failed\",\"errors\":[{\"location\":\"query.per_page\"}]}")
                .build();
    }

    private static MockResponse people(int page, int size, int count) {
        String rows = IntStream.rangeClosed((page - 1) * size + 1, Math.min(count, page * size))
                .mapToObj("{\"id\":%d,\"url\":\"\",\"name\":\"\",\"email\":\"\"}"::formatted)
                .collect(Collectors.joining(","));
        String next = page * size < count ? ", </?page=" + (page + 1) + ">; rel=\"next\"" : "";
        return json("[" + rows + "]")
                .newBuilder()
                .addHeader("Link", "</?page=1>; rel=\"first\", </?page=9>; rel=\"last\"" + next)
                .build();
    }

    @Override
    PatchworkClient.Builder builder() {
        return super.builder()
                .dialect(ServerDialect.PATCHWORK_3)
                .filterChecks(FilterChecks.NONE)
                .retries(Retries.NONE);
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
