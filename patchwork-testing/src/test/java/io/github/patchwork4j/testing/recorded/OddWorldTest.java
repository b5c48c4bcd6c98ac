package io.github.patchwork4j.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the server that no recorded exchange shows, over a small world full of exceptions. */
class OddWorldTest {
    private static final String PAT = "Token 0000000000000000000000000000000000000001";
    private static final String SAM = "Token 0000000000000000000000000000000000000003";

    private static FakePatchwork patchwork;
    private static RawClient client;

    @BeforeAll
    static void start() throws IOException {
        try (InputStream world = OddWorldTest.class.getResourceAsStream("/worlds/odd.json")) {
            patchwork =
                    FakePatchwork.builder().world(world).lenient().realFaults().start();
        }
        client = new RawClient(patchwork.port());
    }

    @AfterAll
    static void stop() {
        patchwork.close();
    }

    @ParameterizedTest
    @CsvSource({
        "project=%202, 3 4",
        "project=0_2, 3 4",
        "project=%2B2, 3 4",
        "project=%D9%A2, 3 4",
        "project=7, ''",
        "project=%00, ''",
        "project=-1, ''",
        "state=in-review, 2",
        "state=reviewing, ''",
        "archived=FALSE, 1 2 3 4",
        "archived=no, 1 2 3 4",
        "msgid=%20one@example.com%20, 1",
        "q=%25, 1",
        "q=%C5%BDLUT, ''",
        "q=%C5%BElu, 4",
        "since=2026-01-01 00:00:01, 2 3 4",
        "since=2026-01-02T00:00:00.500000&before=2026-01-02T00:00:00.500001, 3 4",
        "since=20260101T000000, ''",
        "since=2026-01-02T00:00:00Z&state=nope, ''",
        "order=-date, 3 4 2 1",
        "order=-state, 2 1 3 4",
        "order=-submitter, 4 3 2 1",
        "order=archived, 1 4 3 2",
        "order=-archived, 2 3 4 1",
        "order=check, 2 3 4 1",
        "order=-check&per_page=3, 1 1 1",
        "order=-check&page=last&per_page=3, 2",
        "order= -id , 4 3 2 1",
    })
    void listsPatches(String query, String ids) throws IOException {
        RawAnswer answer = client.get("/api/1.4/patches/?" + query.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Json.ids(Json.parse(answer.text())).stream().map(String::valueOf))
                .containsExactlyElementsOf(ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/1.4/patches/?since=2026-01-02T00:00:00Z",
                "/api/1.4/patches/?delegate=pat",
                "/api/1.4/patches/?project=9223372036854775808",
                "/api/1.4/patches/9223372036854775808/",
                "/api/1.4/projects/9223372036854775808/",
                "/api/1.4/projects/?q=x",
                "/api/1.4/projects/?order=list_id",
                "/api/1.4/covers/?series=3",
                "/api/1.4/series/?order=-received_all",
                "/project/7/patch/four@example.com/mbox/?series=1",
            })
    void failsWhereTheServerFails(String path) throws IOException {
        RawAnswer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        assertThat(answer.text()).contains("<title>Server Error (500)</title>");
    }

    @Test
    void prefersAnIdOverALinkNameOfDigits() throws IOException {
        assertThat(client.get("/api/1.4/projects/2/").text()).contains("\"link_name\":\"7\"");
        assertThat(client.get("/api/1.4/projects/7/").text()).contains("\"link_name\":\"7\"");
        assertThat(client.get("/api/1.4/projects/%203%20/").text()).contains("\"link_name\":\"2\"");
    }

    @Test
    void leavesTheArchiveUrlOutIfItsTemplateIsBroken() throws IOException {
        assertThat(client.get("/api/1.4/patches/1/").text())
                .doesNotContain("\"list_archive_url\":\"https://lists.example.org/o");
        assertThat(Json.object(Json.parse(client.get("/api/1.4/patches/1/").text())))
                .doesNotContainKey("list_archive_url");
        assertThat(client.get("/api/1.4/patches/4/").text())
                .contains("\"list_archive_url\":\"https://lists.example.org/{four@example.com}\"");
    }

    @Test
    void countsTheNewestCheckOfEachUserAndContext() throws IOException {
        assertThat(client.get("/api/1.4/patches/1/").text()).contains("\"check\":\"pending\"");
    }

    @Test
    void givesBothSpellingsOfAHeaderAllValues() throws IOException {
        assertThat(client.get("/api/1.4/patches/2/").text())
                .contains("\"X-Tag\":[\"one\",\"two\"],\"x-tag\":[\"one\",\"two\"]");
    }

    @Test
    void hidesDependenciesAfterTheFirstSeriesThatHasNone() throws IOException {
        List<Object> page = Json.list(Json.parse(client.get("/api/1.4/series/").text()));

        assertThat(page)
                .map(series -> Json.object(series).containsKey("dependencies"))
                .containsExactly(true, false, false);
        assertThat(client.get("/api/1.4/series/3/").text()).contains("\"dependencies\":[]");
        assertThat(client.get("/api/1.3/series/3/").text()).doesNotContain("dependencies");
    }

    @Test
    void failsOnBundlesWithASlashForThoseWhoSeeThem() throws IOException {
        assertThat(client.get("/api/1.4/bundles/").status()).isEqualTo(200);
        assertThat(client.get("/api/1.4/bundles/", PAT).status()).isEqualTo(500);
        assertThat(client.get("/api/1.4/bundles/1/").status()).isEqualTo(404);
    }

    @Test
    void collapsesDotSegmentsInUrls() throws IOException {
        assertThat(client.get("/api/1.4/bundles/2/").text())
                .contains("\"web_url\":\"http://patchwork.example.org/bundle/\"")
                .contains("\"mbox\":\"http://patchwork.example.org/bundle/mbox/\"");
    }

    @Test
    void namesProfilesWhereTheProjectListsMaintainers() throws IOException {
        assertThat(client.get("/api/1.0/projects/1/").text()).contains("\"maintainers\":[{\"id\":1,");
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN 0000000000000000000000000000000000000001, 200, ''",
        "Basic cGF0OnA6dw==, 200, ''",
        "Basic !!!, 403, Invalid username/password.",
        "Basic c2FtOnNhbQ==, 403, Invalid username/password.",
        "Basic, 403, Invalid basic header. No credentials provided.",
        "Basic a b, 403, Invalid basic header. Credentials string should not contain spaces.",
        "Token, 403, Invalid token header. No credentials provided.",
        "Token é, 403, Invalid token header. Token string should not contain invalid characters.",
        "Token 0000000000000000000000000000000000000003, 403, User inactive or deleted.",
        "Bearer x, 403, Authentication credentials were not provided.",
    })
    void looksAtCredentials(String authorization, int status, String detail) throws IOException {
        RawAnswer answer = client.get("/api/1.4/people/", authorization);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains(detail);
        assertThat(answer.headers()).doesNotContainKey("WWW-Authenticate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html, */* | text/html; charset=utf-8",
                "application/*, text/html | text/html; charset=utf-8",
                "text/html, application/json | application/json",
                "text/html;level=1, application/json | text/html; charset=utf-8",
                "text/html;q=0.9, application/json;q=0.1 | application/json",
                "image/png, */* | application/json",
            })
    void choosesByTheMostSpecificRange(String accept, String type) throws IOException {
        RawAnswer answer = client.send("GET", "/api/1.4/", Map.of("Accept", accept), ByteString.EMPTY);

        assertThat(answer.header("Content-Type")).isEqualTo(type);
    }

    @Test
    void answersErrorsAsPagesToThoseWhoWantPages() throws IOException {
        RawAnswer answer = client.send("GET", "/api/1.4/patches/99/", Map.of("Accept", "text/html"), ByteString.EMPTY);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.text()).contains("Not found.");
    }

    @Test
    void addsTheFormatToUrlsOfTheApiOnly() throws IOException {
        String patch = client.get("/api/patches/1/?format=json").text();

        assertThat(patch)
                .contains("\"url\":\"http://patchwork.example.org/api/patches/1/?format=json\"")
                .contains("\"checks\":\"http://patchwork.example.org/api/patches/1/checks/\"")
                .contains("mbox/\"");
        assertThat(client.get("/api/1.2/?format=json").text()).contains("/api/1.2/people/?format=json\"");
    }

    @Test
    void keepsUnknownParametersInLinksSortedAndEncoded() throws IOException {
        String link = client.get("/api/patches/?z=a%2Fb+c&per_page=1&page=3&flag&z=%C3%A9&page=2")
                .header("Link");

        assertThat(link).isEqualTo("""
                        <http://patchwork.example.org/api/patches/?flag=&page=3&per_page=1&z=a%2Fb+c&z=%C3%A9>; rel="next", \
                        <http://patchwork.example.org/api/patches/?flag=&per_page=1&z=a%2Fb+c&z=%C3%A9>; rel="prev", \
                        <http://patchwork.example.org/api/patches/?flag=&page=1&per_page=1&z=a%2Fb+c&z=%C3%A9>; rel="first", \
                        <http://patchwork.example.org/api/patches/?flag=&page=4&per_page=1&z=a%2Fb+c&z=%C3%A9>; rel="last\"""");
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "+1, 200", "01, 200", "last, 200", "2, 404", "0, 404", "-1, 404", "1.0, 404", "'', 404"})
    void readsPageNumbers(String page, int status) throws IOException {
        assertThat(client.get("/api/1.4/events/?page=" + page.replace("+", "%2B"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void refusesInTheOrderOfTheServer() throws IOException {
        assertThat(status("POST", "/api/1.4/bundles/", "")).isEqualTo(403);
        assertThat(status("POST", "/api/1.4/bundles/", PAT)).isEqualTo(400);
        assertThat(status("POST", "/api/1.1/bundles/", PAT)).isEqualTo(405);
        assertThat(status("POST", "/api/1.4/users/", "")).isEqualTo(403);
        assertThat(status("POST", "/api/1.4/users/", PAT)).isEqualTo(405);
        assertThat(status("PATCH", "/api/1.4/patches/99/", "")).isEqualTo(404);
        assertThat(status("PATCH", "/api/1.4/patches/99/", SAM)).isEqualTo(403);
        assertThat(status("DELETE", "/api/1.4/bundles/1/", "")).isEqualTo(404);
        assertThat(status("BREW", "/api/1.4/", "")).isEqualTo(405);
        assertThat(status("PUT", "/api/1.4/patches/1/comments/5/", PAT)).isEqualTo(500);
        assertThat(status("POST", "/api/1.4/patches/99/checks/", "")).isEqualTo(404);
        assertThat(status("POST", "/patch/1/", "")).isEqualTo(403);
        assertThat(status("POST", "/nothing/", "")).isEqualTo(404);
    }

    private static int status(String method, String path, String authorization) throws IOException {
        Map<String, String> headers = authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization);
        return client.send(method, path, headers, ByteString.EMPTY).status();
    }

    @Test
    void showsFormsToThoseWhoMayWrite() throws IOException {
        Map<String, String> pat = Map.of("Authorization", PAT);

        assertThat(client.send("OPTIONS", "/api/1.0/users/1/", pat, ByteString.EMPTY)
                        .text())
                .contains("\"actions\":{\"PUT\":{");
        assertThat(client.send("OPTIONS", "/api/1.4/users/2/", pat, ByteString.EMPTY)
                        .text())
                .doesNotContain("actions");
        assertThat(client.send("OPTIONS", "/api/1.4/patches/99/", pat, ByteString.EMPTY)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void understandsTargetsThatAreWholeUrls() throws IOException {
        assertThat(client.get("http://patchwork.example.org/api/1.4/projects/1/")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("http://patchwork.example.org").status()).isEqualTo(200);
    }

    @Test
    void completesNames() throws IOException {
        assertThat(client.get("/submitter/?q=EXAMPLE&l=2").text())
                .isEqualTo("[{\"pk\":1,\"name\":null,\"email\":\"noname@example.com\"},"
                        + "{\"pk\":2,\"name\":\"Quote \\\"Q\\\" Smith, Jr.\",\"email\":\"q@example.com\"}]");
        assertThat(client.get("/delegate/?q=pat").text()).isEqualTo("[{\"pk\":1,\"name\":\"pat\"}]");
        assertThat(client.get("/delegate/?q=pa").text()).isEmpty();
    }
}
