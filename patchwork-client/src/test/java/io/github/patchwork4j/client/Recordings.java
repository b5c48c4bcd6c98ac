package io.github.patchwork4j.client;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The recorded exchanges with a real server, from the test resources. */
final class Recordings {
    private Recordings() {}

    /**
     * One exchange; {@code requestHeaders} are those that were sent, and {@code sent} is the body of the request, or null
     * if there was none.
     */
    record Exchange(
            String name,
            String method,
            String path,
            Map<String, String> requestHeaders,
            @Nullable Object sent,
            int status,
            Map<String, String> headers,
            Object body) {
        boolean isJson() {
            return "application/json".equals(headers.get("Content-Type"));
        }

        @Nullable String authorization() {
            return requestHeaders.get("Authorization");
        }

        /** The credentials that were sent, if they are of a form that the client has. */
        Optional<Credentials> credentials() {
            String sent = authorization();
            if (sent == null) {
                return Optional.empty();
            }
            if (sent.matches("Token \\S+")) {
                return Optional.of(Credentials.token(sent.substring("Token ".length())));
            }
            ByteString login =
                    sent.matches("Basic \\S+") ? ByteString.decodeBase64(sent.substring("Basic ".length())) : null;
            String[] words = login == null ? new String[0] : login.utf8().split(":", 2);
            if (words.length < 2) {
                throw new IllegalArgumentException("credentials of a form that the client does not have");
            }
            return Optional.of(Credentials.basic(words[0], words[1]));
        }

        /** The answer as it was sent. */
        MockResponse answer() {
            MockResponse.Builder answer = new MockResponse.Builder().code(status);
            headers.forEach((name, value) -> {
                if (!name.equals("Content-Length")) {
                    answer.addHeader(name, value);
                }
            });
            return answer.body(body == null ? "" : bodyText()).build();
        }

        /** The body as it was sent, but for its white space. */
        String bodyText() {
            return body instanceof String text && !isJson() ? text : toJson(body);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All that is no download. */
    static Stream<Exchange> ofTheApi() {
        return Stream.of(
                        "reads",
                        "filters",
                        "pagination",
                        "paths",
                        "auth",
                        "methods",
                        "negotiation",
                        "writes",
                        "scenarios",
                        "stack-5.2")
                .flatMap(Recordings::in);
    }

    static Stream<Exchange> in(String folder) {
        try {
            Path root = resource("recorded");
            List<Path> files;
            try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
                files = walk.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .toList();
            }
            return files.stream().map(file -> read(root, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sample(String name) throws IOException {
        return Files.readString(resource("samples/" + name));
    }

    private static Path resource(String name) {
        URL url = Objects.requireNonNull(Recordings.class.getResource("/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Exchange read(Path root, Path file) {
        try {
            Map<?, ?> exchange = (Map<?, ?>) fromJson(Files.readString(file));
            Map<?, ?> request = (Map<?, ?>) exchange.get("request");
            Map<?, ?> response = (Map<?, ?>) exchange.get("response");
            return new Exchange(
                    root.relativize(file).toString(),
                    (String) request.get("method"),
                    (String) request.get("path"),
                    headers(request),
                    request.get("body"),
                    ((Number) response.get("status")).intValue(),
                    headers(response),
                    response.get("body"));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> headers(Map<?, ?> message) {
        return (Map<String, String>) message.get("headers");
    }

    static @Nullable Object fromJson(String json) throws IOException {
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
        reader.setLenient(true);
        return reader.readJsonValue();
    }

    static String toJson(@Nullable Object value) {
        Buffer json = new Buffer();
        try (JsonWriter writer = JsonWriter.of(json)) {
            writer.setSerializeNulls(true);
            writer.setLenient(true);
            writer.jsonValue(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.readUtf8();
    }
}
