package io.github.patchwork4j.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.recorded.Recordings.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lays recorded exchanges over a world that knows nothing of them. */
class OverlayTest {
    private static final String ORIGIN = "http://patchwork.example.org";

    @TempDir
    private Path folder;

    @Test
    void whatWasRecordedIsAnsweredAgainByteForByte() throws IOException, URISyntaxException {
        Recordings recordings = new Recordings();
        List<Exchange> exchanges = Recordings.in("reads", LibraryStack.DJANGO_3_2).stream()
                .filter(exchange -> exchange.method().equals("GET") && !isLeftOut(exchange))
                .toList();
        assertThat(exchanges).hasSizeGreaterThan(100);
        try (FakePatchwork fake = FakePatchwork.builder().lenient().realFaults().start()) {
            RawClient client = new RawClient(fake.port());
            for (Exchange exchange : exchanges) {
                fake.overlay(file(Json.write(exchange.content())), ORIGIN);
                Recordings.assertSame(exchange, recordings.replay(exchange, client));
            }
        }
    }

    @Test
    void urlsLeadToTheServerThatAnswers() throws IOException {
        try (FakePatchwork fake = FakePatchwork.builder().lenient().start()) {
            fake.edit().patch("net: foo");
            fake.overlay(
                    file("{\"request\": {\"method\": \"GET\", \"path\": \"/api/1.3/projects/?per_page=100\"},"
                            + " \"response\": {\"status\": 200, \"headers\": {\"Content-Type\":"
                            + " \"application/json\", \"Content-Length\": \"3\"}, \"body\": [{\"id\": 7, \"url\":"
                            + " \"http://patchwork.example.org/api/1.3/projects/7/\", \"name\": \"Tee\","
                            + " \"link_name\": \"tee\", \"web_url\": \"http://patchwork.example.organic/\"}]}}"),
                    ORIGIN);
            RawClient raw = new RawClient(fake.port());

            assertThat(raw.get("/api/1.3/projects/?per_page=100").text())
                    .contains("/api/1.3/projects/7/", "http://patchwork.example.organic/");
            assertThat(raw.get("/api/1.3/projects/?per_page=99").text()).contains("test.lists.example.org");
            try (PatchworkClient client = fake.client()) {
                assertThat(client.projects().list())
                        .extracting(Project::linkName)
                        .containsExactly("test");
            }
            assertThat(fake.requests())
                    .first()
                    .satisfies(entry -> assertThat(entry.status()).isEqualTo(200));
        }
    }

    @Test
    void amongExchangesOfOneMethodAndPathTheOneCountsThatIsMostLikeTheRequest() throws IOException {
        try (FakePatchwork fake = FakePatchwork.builder().lenient().start()) {
            overlay(fake, "{\"state\": \"new\"}", "{}", "made new");
            overlay(fake, "{\"state\": \"rfc\"}", "{\"Authorization\": \"Token a\"}", "made rfc by a");
            overlay(fake, "{\"state\": \"rfc\"}", "{}", "made rfc");
            overlay(fake, "\"state=new\"", "{}", "a form");
            RawClient raw = new RawClient(fake.port());

            assertThat(patch(raw, Map.of(), "{ \"state\":\"new\" }")).isEqualTo("made new");
            assertThat(patch(raw, Map.of(), "{\"state\":\"rfc\"}")).isEqualTo("made rfc");
            assertThat(patch(raw, Map.of("Authorization", "Token a"), "{\"state\":\"rfc\"}"))
                    .isEqualTo("made rfc by a");
            assertThat(patch(raw, Map.of(), "state=new")).isEqualTo("a form");
            assertThat(patch(raw, Map.of("Authorization", "Token b"), "{")).isEqualTo("a form");
        }
    }

    private void overlay(FakePatchwork fake, String body, String headers, String answer) throws IOException {
        fake.overlay(
                file("{\"request\": {\"method\": \"PATCH\", \"path\": \"/api/1.3/patches/1/\", \"headers\": " + headers
                        + ", \"body\": " + body + "}, \"response\": {\"status\": 200, \"body\": \"" + answer + "\"}}"),
                ORIGIN);
    }

    private static String patch(RawClient raw, Map<String, String> headers, String body) throws IOException {
        return raw.send("PATCH", "/api/1.3/patches/1/", headers, ByteString.encodeUtf8(body))
                .text();
    }

    @Test
    void whatIsNoExchangeIsRefusedWithItsFile() throws IOException {
        try (FakePatchwork fake = FakePatchwork.start()) {
            for (String text : List.of("{", "[]", "{\"request\": {\"method\": \"GET\"}}", "{\"response\": {}}")) {
                Path file = file(text);
                assertThatThrownBy(() -> fake.overlay(file, ORIGIN))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(file.toString());
            }
            Path missing = folder.resolve("missing.json");
            assertThatThrownBy(() -> fake.overlay(missing, ORIGIN))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(missing.toString());
        }
    }

    private static boolean isLeftOut(Exchange exchange) {
        return String.valueOf(exchange.response().get("body")).startsWith("<!-- HTML page");
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("exchange.json"), json);
    }
}
