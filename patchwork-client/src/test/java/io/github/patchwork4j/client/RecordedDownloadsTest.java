package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.patchwork4j.client.Recordings.Exchange;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.ProjectRef;
import io.github.patchwork4j.core.SeriesRef;
import io.github.patchwork4j.core.UserRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every download that a real server was seen to answer, and that the client asks for, gives those very bytes. What 3.x
 * serves at addresses with message ids the client reaches by the id of the patch or the cover letter, and a redirect.
 */
class RecordedDownloadsTest extends WithServer {
    static Stream<Exchange> downloads() {
        return Stream.of("mbox", "stack-5.2/mbox")
                .flatMap(Recordings::in)
                .filter(exchange -> exchange.method().equals("GET"));
    }

    static Stream<Exchange> asked() {
        return downloads().filter(exchange -> isAsked(exchange.path()));
    }

    /** Tells whether the client asks for an address, by itself or because it is sent there from that of an id. */
    private static boolean isAsked(String path) {
        return path.matches("/series/\\d+/mbox/|/bundle/[^/]+/[^/]+/mbox/")
                || path.matches("/project/[^/]+/patch/[^/]+/(mbox|raw)/")
                || (path.matches("/project/[^/]+/cover/[^/]+/mbox/") && !path.contains("%252F"));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void isRepeatedAndUnderstood(Exchange exchange) throws Exception {
        boolean redirected = exchange.path().startsWith("/project/");
        if (redirected) {
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", exchange.path())
                    .build());
        }
        server.enqueue(new MockResponse.Builder()
                .code(exchange.status())
                .addHeader("Content-Type", exchange.headers().getOrDefault("Content-Type", "text/html"))
                .body(exchange.body() == null ? "" : exchange.bodyText())
                .build());
        PatchworkClient.Builder builder = builder().retries(Retries.NONE);
        exchange.credentials().ifPresent(builder::credentials);
        try (PatchworkClient client = builder.build()) {
            if (exchange.status() == 200) {
                try (Download download = download(client, exchange.path())) {
                    assertThat(new String(download.stream().readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo(exchange.bodyText());
                }
            } else {
                ApiException e = catchThrowableOfType(
                        ApiException.class,
                        () -> download(client, exchange.path()).close());
                assertThat(e).isInstanceOf(ErrorsTest.expected(exchange));
            }
        }
        if (redirected) {
            assertThat(server.takeRequest().getTarget()).matches("/(patch|cover)/7/(mbox|raw)/");
        }
        HttpUrl recorded = server.url(exchange.path());
        assertThat(server.takeRequest().getUrl().pathSegments()).isEqualTo(recorded.pathSegments());
    }

    private Download download(PatchworkClient client, String path) {
        List<String> segments = server.url(path).pathSegments();
        if (segments.get(0).equals("series")) {
            long id = Long.parseLong(segments.get(1));
            return client.series().mbox(SeriesRef.builder().id(id).build());
        }
        if (segments.get(0).equals("bundle")) {
            return client.bundles().mbox(bundle(segments.get(1), segments.get(2)));
        }
        if (segments.get(2).equals("cover")) {
            return client.covers().mbox(CoverRef.builder().id(7).name("").build());
        }
        PatchRef patch = PatchRef.builder().id(7).name("").build();
        return segments.get(4).equals("raw")
                ? client.patches().diff(patch)
                : client.patches().mbox(patch);
    }

    private static Bundle bundle(String owner, String name) {
        return Bundle.builder()
                .id(4)
                .url("")
                .project(ProjectRef.builder()
                        .id(1)
                        .url("")
                        .name("")
                        .linkName("core")
                        .listId("")
                        .listEmail("")
                        .webUrl("")
                        .scmUrl("")
                        .webscmUrl("")
                        .build())
                .name(name)
                .owner(UserRef.builder()
                        .id(9)
                        .url("")
                        .username(owner)
                        .firstName("")
                        .lastName("")
                        .email("")
                        .build())
                .isPublic(true)
                .mboxUrl("")
                .build();
    }

    static Stream<Exchange> redirects() {
        return downloads().filter(exchange -> exchange.path().matches("/(patch|cover)/\\d+/(mbox|raw)/"));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void redirectsFromAnIdAreFollowed(Exchange exchange) throws Exception {
        server.enqueue(exchange.answer());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/plain")
                .body("x")
                .build());
        List<String> segments = server.url(exchange.path()).pathSegments();
        long id = Long.parseLong(segments.get(1));
        PatchRef patch = PatchRef.builder().id(id).name("").build();
        try (PatchworkClient client = builder().build()) {
            Download download = segments.get(0).equals("cover")
                    ? client.covers().mbox(CoverRef.builder().id(id).name("").build())
                    : segments.get(2).equals("raw")
                            ? client.patches().diff(patch)
                            : client.patches().mbox(patch);
            assertThat(download.bytes()).hasSize(1);
        }
        assertThat(server.takeRequest().getTarget()).isEqualTo(exchange.path());
        assertThat(server.takeRequest().getTarget())
                .isEqualTo(exchange.headers().get("Location"));
    }

    /** Neither old addresses, nor queries that ask for a part of a series, nor message ids that are not encoded. */
    @Test
    void everyOtherDownloadIsAtAnAddressThatTheClientDoesNotAskFor() {
        assertThat(downloads()
                        .map(Exchange::path)
                        .filter(path -> !isAsked(path) && !path.matches("/(patch|cover)/\\d+/(mbox|raw)/")))
                .hasSize(14)
                .allMatch(path -> path.contains("?")
                        || !path.endsWith("/")
                        || path.contains("%252F")
                        || path.contains("/slash@")
                        || path.contains("/b+c")
                        || path.startsWith("/user/")
                        || path.startsWith("/comment/"));
        assertThat(redirects()).hasSize(3);
        assertThat(asked()).hasSize(41);
    }
}
