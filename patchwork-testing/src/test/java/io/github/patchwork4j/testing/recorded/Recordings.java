package io.github.patchwork4j.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import okio.ByteString;

/** The recorded exchanges with a real server. */
final class Recordings {
    private static final String LEFT_OUT = "(left out)";
    private static final List<String> COMPARED_HEADERS =
            List.of("Content-Type", "Link", "Allow", "Location", "Content-Disposition", "X-Frame-Options");

    private final Map<Object, String> tokens = new TreeMap<>();

    Recordings() throws IOException {
        for (Object account : Json.list(
                Json.object(Json.object(read("world.json")).get("hidden")).get("accounts"))) {
            Object token = Json.object(account).get("token");
            if (token != null) {
                tokens.put(Json.object(account).get("username"), (String) token);
            }
        }
    }

    static InputStream world() {
        return Recordings.class.getResourceAsStream("/recorded/world.json");
    }

    static Object read(String name) throws IOException {
        try (InputStream stream = Recordings.class.getResourceAsStream("/recorded/" + name)) {
            return Json.parse(stream);
        }
    }

    /** Reads a folder; where the newer libraries answered otherwise, a folder of its own says how. */
    static List<Exchange> in(String folder, LibraryStack libraries) throws IOException, URISyntaxException {
        Path root = Path.of(Recordings.class.getResource("/recorded").toURI());
        Path other = root.resolve("stack-5.2");
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            List<Exchange> exchanges = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                boolean differs = libraries == LibraryStack.DJANGO_5_2 && Files.exists(other.resolve(name));
                Path answered = differs ? other.resolve(name) : file;
                exchanges.add(new Exchange(name, libraries, Json.object(Json.parse(Files.readString(answered)))));
            }
            return exchanges;
        }
    }

    String token(Object username) {
        return "Token " + tokens.get(username);
    }

    RawAnswer replay(Exchange exchange, RawClient client) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        Json.object(exchange.request().get("headers")).forEach((name, value) -> headers.put(name, (String) value));
        Object as = Json.object(exchange.content().get("meta")).get("as");
        if (as != null && tokens.containsKey(as)) {
            headers.putIfAbsent("Authorization", token(as));
        }
        Object body = exchange.request().get("body");
        String sent = body(exchange, body, headers.containsKey("Content-Type"));
        return client.send(exchange.method(), exchange.path(), headers, ByteString.encodeUtf8(sent));
    }

    /** A text is what was sent as it stands, but for the one that is a JSON text; null with a type is JSON's null. */
    private static String body(Exchange exchange, Object body, boolean typed) {
        if (body == null) {
            return typed ? "null" : "";
        }
        boolean raw = body instanceof String && !exchange.name().endsWith("/string-body.json");
        return raw ? (String) body : Json.write(body);
    }

    static void assertSame(Exchange exchange, RawAnswer answer) {
        assertThat(answer.status()).as("status").isEqualTo(exchange.status());
        Map<String, Object> headers = Json.object(exchange.response().get("headers"));
        for (String header : COMPARED_HEADERS) {
            assertThat(answer.header(header)).as(header).isEqualTo(headers.getOrDefault(header, ""));
        }
        if (headers.containsKey("Allow")) {
            assertThat(answer.header("Vary")).as("Vary").isEqualTo(headers.get("Vary"));
        }
        if (headers.containsKey("Content-Length") && !LEFT_OUT.equals(headers.get("Content-Length"))) {
            // Equal texts of equal length: the JSON is written the same way, byte by byte.
            assertThat(answer.header("Content-Length")).as("Content-Length").isEqualTo(headers.get("Content-Length"));
        }
        Object expected = exchange.response().get("body");
        if (expected instanceof String text) {
            if (text.startsWith("<!-- HTML page")) {
                assertThat(answer.text()).as("body").startsWithIgnoringCase("<!doctype html>");
            } else {
                assertThat(answer.text()).as("body").isEqualTo(text);
            }
        } else {
            String body = answer.text().isEmpty() ? "null" : Json.write(Json.parse(answer.text()));
            assertThat(masked(body)).as("body").isEqualTo(masked(Json.write(expected)));
        }
    }

    /** Hides the dates that the server makes itself; those of the world are older. */
    private static String masked(String json) {
        return json.replaceAll("2026-11-20T21:\\d\\d:\\d\\d\\.\\d{6}", "(now)");
    }

    record Exchange(String name, LibraryStack libraries, Map<String, Object> content) {

        /** Returns what tests are called. */
        String title() {
            return libraries + " " + name;
        }

        Map<String, Object> request() {
            return Json.object(content.get("request"));
        }

        Map<String, Object> response() {
            return Json.object(content.get("response"));
        }

        String method() {
            return (String) request().get("method");
        }

        String path() {
            return (String) request().get("path");
        }

        int status() {
            return ((Number) response().get("status")).intValue();
        }

        String folder() {
            return name.substring(0, name.indexOf('/'));
        }

        boolean onlyReads() {
            return List.of("GET", "HEAD", "OPTIONS").contains(method());
        }
    }
}
