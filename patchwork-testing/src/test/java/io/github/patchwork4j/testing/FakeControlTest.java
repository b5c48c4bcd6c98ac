package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.PatchworkException;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test can do with a fake besides asking it. */
class FakeControlTest {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String MAINT = "Token 7f00ccd08c8e886d615b824406551b3ba44b8b9f";

    @TempDir
    private Path folder;

    private final OkHttpClient http = new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api/1.4/patches/?projekt=core | does not have the parameter \"projekt\"",
                "api/1.1/patches/?msgid=a@example.org | this version ignores the filter \"msgid\"",
                "api/1.4/patches/?state=in_review | state=in_review means nothing here",
                "api/1.4/patches/?project= | project= means nothing here",
                "api/1.4/patches/?archived=no | the filter is ignored",
                "api/1.4/patches/?msgid=%3Ca@example.org%3E | has angle brackets",
                "api/1.4/patches/?since=yesterday | means nothing here",
                "api/1.4/patches/?since=2026-03-02T08:01:00Z | would fail with status 500",
                "api/1.4/patches/?order=submitter,nonsense | cannot be ordered by \"nonsense\"",
                "api/1.4/patches/?per_page=1000 | per_page=1000 is not between 1 and 250",
                "api/1.4/patches/5/checks/?state=success | state=success means nothing here",
                "api/1.4/events/?q=frob | cannot be searched",
                "api/1.4/patches | has no slash at its end",
                "api/1.4/patches/5/?project=core | no detail takes the parameter",
                "api/1.4/series/?order=received_all | would fail with status 500",
            })
    void refusesWhatARealServerWouldMisread(String path, String reason) throws IOException {
        FakePatchwork fake = world().start();
        try (Response response = get(fake, path)) {
            assertThat(response.code()).isEqualTo(400);
            assertThat(response.body().string()).contains(reason);
        }
        assertThatThrownBy(fake::close).isInstanceOf(AssertionError.class).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/",
                "api/1.4/patches/?project=core&state=under-review&archived=false&order=-date,id&per_page=250&page=1",
                "api/1.4/patches/?q=frob&since=2026-03-02T08:01:00&msgid=a@example.org",
                "api/1.0/events/?category=patch-created&order=date",
                "api/1.4/patches/5/checks/?state=1&context=build",
                "api/1.4/patches/5/?format=json",
                "project/core/list/?series=1",
            })
    void isContentWithWhatMeansWhatItSays(String path) throws IOException {
        try (FakePatchwork fake = world().start();
                Response response = get(fake, path)) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(fake.requests()).singleElement().satisfies(entry -> {
                assertThat(entry.misreadings()).isEmpty();
                assertThat(entry.target()).isEqualTo("/" + path);
                assertThat(entry.headers().get("User-Agent")).startsWith("okhttp/");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | patches/5/ | {\"status\": \"accepted\", \"archived\": true} | the field \"status\" cannot be",
                "POST | patches/5/checks/ | {\"state\": \"fail\", \"context\": \"ci\", \"url\": \"\"} | the field"
                        + " \"url\" cannot",
                "POST | bundles/ | {\"name\": \"a/b\", \"patches\": [5]} | no list can show a bundle with a slash",
                "PATCH | users/1/ | {\"first_name\": \"Ines\", \"settings\": {\"color\": 1}} | the field \"color\""
                        + " cannot",
                "POST | bundles | {\"name\": \"c\", \"patches\": [5]} | has no slash at its end",
            })
    void refusesAWriteBeforeItTakesPlace(String method, String path, String body, String reason) throws IOException {
        FakePatchwork fake = world().start();
        Path before = saved(fake, "before");
        RequestBody content = RequestBody.create(body, JSON);
        try (Response response = http.newCall(
                        request(fake, "api/1.4/" + path).method(method, content).build())
                .execute()) {
            assertThat(response.code()).isEqualTo(400);
            assertThat(response.body().string()).contains(reason);
        }
        assertThat(saved(fake, "after")).hasSameTextualContentAs(before);
        assertThatThrownBy(fake::close).isInstanceOf(AssertionError.class).hasMessageContaining(reason);
    }

    @Test
    void refusesAWriteWithoutAUserAgentBeforeItTakesPlace() throws IOException {
        FakePatchwork fake = world().start();
        String body = "{\"archived\": true}";
        assertThat(raw(
                        fake,
                        "PATCH /api/1.4/patches/5/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: " + MAINT
                                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                + body))
                .contains("no User-Agent");
        assertThat(text(fake, "api/1.4/patches/5/")).contains("\"archived\":false");
        assertThatThrownBy(fake::close).isInstanceOf(AssertionError.class);
    }

    private Path saved(FakePatchwork fake, String name) throws IOException {
        Path file = folder.resolve(name);
        fake.save(file);
        return file;
    }

    @Test
    void refusesWhoeverDoesNotSayWhoAsks() throws IOException {
        FakePatchwork fake = FakePatchwork.start();
        assertThat(raw(fake, "GET /api/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .contains("no User-Agent");
        assertThatThrownBy(fake::close).isInstanceOf(AssertionError.class);
    }

    @Test
    void answersAsTheServerDoesIfToldToBeLenientAndTellsWhoListens() throws IOException {
        List<JournalEntry> heard = new ArrayList<>();
        try (FakePatchwork fake =
                        world().lenient().realFaults().onMisreading(heard::add).start();
                Response ignored = get(fake, "api/1.4/patches/?projekt=core");
                Response broken = get(fake, "api/1.4/series/?order=received_all")) {
            assertThat(ignored.code()).isEqualTo(200);
            assertThat(broken.code()).isEqualTo(500);
            assertThat(heard).singleElement().asString().contains("projekt");
        }
    }

    @Test
    void letsTimePassAndChoosesIds() throws IOException {
        Clock noon = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
        try (FakePatchwork fake =
                world().clock(noon).firstId("check", 14_831_271).start()) {
            fake.advance(Duration.ofHours(3));
            try (Response check =
                    post(fake, "api/1.4/patches/5/checks/", "{\"state\": \"success\", \"context\": \"ci\"}")) {
                // The world's own clock stands in Canberra.
                assertThat(check.body().string()).contains("\"id\":14831271", "\"date\":\"2026-06-02T01:00:00\"");
            }
            assertThatThrownBy(() -> fake.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> FakePatchwork.builder().firstId("chek", 1)).hasMessageContaining("\"chek\"");
    }

    @Test
    void tellsItsTimeInEveryAnswer() throws IOException {
        Clock noon = Clock.fixed(Instant.parse("2026-06-01T12:00:00.9Z"), ZoneOffset.UTC);
        try (FakePatchwork fake = world().clock(noon).start()) {
            fake.fault("GET /api/1.4/events/ status=502");
            fake.fault("GET /api/1.4/covers/ status=429 header=Date:Thu,_01_Jan_1970");
            assertThat(date(fake, "api/1.4/patches/5/")).isEqualTo("Mon, 01 Jun 2026 12:00:00 GMT");
            fake.advance(Duration.ofDays(30));
            assertThat(date(fake, "api/1.4/patches/999/")).isEqualTo("Wed, 01 Jul 2026 12:00:00 GMT");
            assertThat(date(fake, "patch/5/mbox/")).isEqualTo("Wed, 01 Jul 2026 12:00:00 GMT");
            assertThat(date(fake, "api/1.4/events/")).isEqualTo("Wed, 01 Jul 2026 12:00:00 GMT");
            assertThat(date(fake, "api/1.4/covers/")).isEqualTo("Thu,_01_Jan_1970");
        }
    }

    private String date(FakePatchwork fake, String path) throws IOException {
        try (Response answer = get(fake, path)) {
            assertThat(answer.headers("Date")).hasSize(1);
            return answer.headers("Date").get(0);
        }
    }

    @Test
    void runsHooksBetweenTwoPages() {
        try (FakePatchwork fake = world().start()) {
            PatchworkClient client = fake.client("maint");
            PatchQuery hidden =
                    PatchQuery.builder().project("core").archived(true).build();
            long archived = client.patches().list(hidden).stream().count();
            fake.before("GET", "/api/1.3/patches/", 2, () -> archive(fake));
            List<Long> ids =
                    client
                            .patches()
                            .list(PatchQuery.builder()
                                    .project("core")
                                    .archived(false)
                                    .build())
                            .pageSize(4)
                            .stream()
                            .map(PatchSummary::id)
                            .toList();

            // The patch was on the first page; with it gone the list moves up, and one patch is never seen.
            assertThat(ids).contains(1L);
            assertThat(client.patches().list(hidden).stream().count()).isEqualTo(archived + 1);
            List<Long> left =
                    client
                            .patches()
                            .list(PatchQuery.builder()
                                    .project("core")
                                    .archived(false)
                                    .build())
                            .stream()
                            .map(PatchSummary::id)
                            .toList();
            assertThat(left).hasSameSizeAs(ids).isNotEqualTo(ids);
        }
    }

    private void archive(FakePatchwork fake) {
        try (Response response = patch(fake, "api/1.4/patches/1/", "{\"archived\": true}")) {
            assertThat(response.code()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void putsTheWorldBack() throws IOException {
        try (FakePatchwork fake = world().start()) {
            fake.openControls();
            patch(fake, "api/1.4/patches/5/", "{\"commit_ref\": \"abc\"}").close();
            try (Response journal = get(fake, "fake/requests")) {
                assertThat(journal.body().string())
                        .contains("\"target\":\"/api/1.4/patches/5/\"", "{\\\"commit_ref\\\": \\\"abc\\\"}");
            }
            post(fake, "fake/reset", "").close();
            assertThat(fake.requests()).isEmpty();
            try (Response patch = get(fake, "api/1.4/patches/5/")) {
                assertThat(patch.body().string()).doesNotContain("\"commit_ref\":\"abc\"");
            }
        }
    }

    @Test
    void hasFaultsInsteadOfAnswers() throws IOException {
        try (FakePatchwork fake = world().start()) {
            fake.fault("GET /api/1.4/events/ nth=2 times=1 status=429 header=Retry-After:30 body=json");
            fake.fault("GET /api/1.4/covers/ botwall");
            fake.fault("GET /api/1.3/covers/ botwall");
            assertThat(status(fake, "api/1.4/events/")).isEqualTo(200);
            try (Response limited = get(fake, "api/1.4/events/")) {
                assertThat(limited.code()).isEqualTo(429);
                assertThat(limited.header("Retry-After")).isEqualTo("30");
                assertThat(limited.header("Content-Type")).isEqualTo("application/json");
            }
            assertThat(status(fake, "api/1.4/events/")).isEqualTo(200);
            try (Response wall = get(fake, "api/1.4/covers/")) {
                assertThat(wall.code()).isEqualTo(200);
                assertThat(wall.header("Content-Type")).startsWith("text/html");
            }
            assertThatThrownBy(() -> fake.client().covers().list().toList()).isInstanceOf(PatchworkException.class);
        }
    }

    @Test
    void hangsUpBeforeOrAfterAWrite() throws IOException {
        try (FakePatchwork fake = world().start()) {
            fake.fault("PATCH /api/1.4/patches/5/ times=1 reset");
            assertThatThrownBy(() -> patch(fake, "api/1.4/patches/5/", "{\"commit_ref\": \"first\"}"))
                    .isInstanceOf(IOException.class);
            assertThat(text(fake, "api/1.4/patches/5/")).doesNotContain("\"first\"");
            fake.fault("PATCH /api/1.4/patches/5/ times=1 after reset");
            assertThatThrownBy(() -> patch(fake, "api/1.4/patches/5/", "{\"commit_ref\": \"second\"}"))
                    .isInstanceOf(IOException.class);
            assertThat(text(fake, "api/1.4/patches/5/")).contains("\"second\"");
            assertThat(fake.requests()).extracting(JournalEntry::status).containsExactly(0, 200, 0, 200);
        }
    }

    @Test
    void damagesBodies() throws IOException {
        try (FakePatchwork fake = world().start()) {
            String whole = text(fake, "api/1.4/projects/");
            fake.fault("GET /api/1.4/projects/ times=1 truncate=10");
            assertThatThrownBy(() -> text(fake, "api/1.4/projects/")).isInstanceOf(IOException.class);
            fake.fault("GET /api/1.4/projects/ times=1 length=7");
            assertThatThrownBy(() -> text(fake, "api/1.4/projects/")).isInstanceOf(IOException.class);
            fake.fault("GET /api/1.4/projects/ times=1 damage");
            assertThat(text(fake, "api/1.4/projects/")).contains("\uFFFD");
            fake.fault("GET /api/1.4/projects/ times=1 dribble=900 pause=1 delay=1");
            assertThat(text(fake, "api/1.4/projects/")).isEqualTo(whole);
        }
    }

    @Test
    void failsByChanceButTheSameWayEachTime() throws IOException {
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            try (FakePatchwork fake = world().start()) {
                fake.fault("* /api/ chance=0.5 seed=7 status=503");
                List<Integer> statuses = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    statuses.add(status(fake, "api/"));
                }
                runs.add(statuses);
            }
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).contains(200, 503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "GET api status=500",
                "GET /api/ statsu=500",
                "GET /api/ status=many",
                "GET /api/ header=x"
            })
    void tellsWhatIsWrongWithAFault(String line) {
        try (FakePatchwork fake = FakePatchwork.start()) {
            assertThatThrownBy(() -> fake.fault(line)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /api/ HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400",
        "'GET /api/ HTTP/1.1\r\nHost: a_b\r\nConnection: close\r\n\r\n', 400",
        "'GET /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}', 200",
        "'GET /api/ HTTP/1.0\r\nHost: a\r\n\r\n', 200",
        "'POST /api/ HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n', 405",
        "'nonsense\r\n\r\n', 400",
    })
    void survivesOddRequests(String request, int status) throws IOException {
        try (FakePatchwork fake = world().lenient().start()) {
            assertThat(raw(fake, request)).startsWith("HTTP/1.1 " + status + " ");
            assertThat(status(fake, "api/")).isEqualTo(200);
        }
    }

    @Test
    void addsProjectsAndUsersToTheWorld() {
        FakePatchworkBuilder builder = FakePatchwork.builder()
                .project("kettle", "kettle.example.org")
                .user("bot", "00000000000000000000000000000000000000aa", "kettle");
        try (FakePatchwork fake = builder.start()) {
            assertThat(fake.client().projects().get("kettle").maintainers())
                    .singleElement()
                    .satisfies(maintainer -> assertThat(maintainer.username()).isEqualTo("bot"));
            assertThat(fake.client("bot").users().list()).hasSize(1);
            assertThatThrownBy(() -> fake.client("nobody")).hasMessageContaining("\"nobody\"");
        }
        builder.user("other", "00000000000000000000000000000000000000ab", "teapot");
        assertThatThrownBy(builder::start).hasMessage("there is no project \"teapot\" to maintain");
    }

    @Test
    void saysWhatMustHaveBecomeOfIt() throws IOException {
        try (FakePatchwork fake = world().start()) {
            post(fake, "api/1.4/patches/5/checks/", "{\"state\": \"fail\", \"context\": \"ci\"}")
                    .close();
            PatchworkAssertions is = PatchworkAssertions.assertThat(fake);

            is.wrote("POST", "/api/1.4/patches/5/checks/").hasRequestCount(1);
            is.patch(5).hasCheck("ci", CheckState.FAIL).hasState(PatchState.NEW);

            assertThatThrownBy(() -> is.hasRequestCount(2)).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> is.wrote("PATCH", "/api/1.4/patches/5/")).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> is.patch(5).hasCheck("ci", CheckState.SUCCESS))
                    .hasMessageContaining("is fail, not");
            assertThatThrownBy(() -> is.patch(5).hasCheck("other", CheckState.FAIL))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> is.patch(5).hasState(PatchState.DEFERRED)).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> is.patch(999)).hasMessage("there is no patch 999");
        }
    }

    private static FakePatchworkBuilder world() {
        try (InputStream world = FakeControlTest.class.getResourceAsStream("/recorded/world.json")) {
            return FakePatchwork.builder().world(world);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String raw(FakePatchwork fake, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private int status(FakePatchwork fake, String path) throws IOException {
        try (Response response = get(fake, path)) {
            return response.code();
        }
    }

    private String text(FakePatchwork fake, String path) throws IOException {
        try (Response response = get(fake, path)) {
            return response.body().string();
        }
    }

    private Response get(FakePatchwork fake, String path) throws IOException {
        return http.newCall(request(fake, path).build()).execute();
    }

    private Response patch(FakePatchwork fake, String path, String body) throws IOException {
        return http.newCall(request(fake, path)
                        .patch(RequestBody.create(body, JSON))
                        .build())
                .execute();
    }

    private Response post(FakePatchwork fake, String path, String body) throws IOException {
        return http.newCall(
                        request(fake, path).post(RequestBody.create(body, JSON)).build())
                .execute();
    }

    private static Request.Builder request(FakePatchwork fake, String path) {
        return new Request.Builder().url(fake.url() + path).header("Authorization", MAINT);
    }
}
