package io.github.patchwork4j.testing.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;

/** Takes what is posted to webhooks, and answers 200 unless told otherwise. */
final class WebhookReceiver implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** One request. */
    record Received(String method, String path, Headers headers, ByteString body) {
        String header(String name) {
            return String.valueOf(headers.get(name));
        }
    }

    WebhookReceiver() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                ByteString body = Objects.requireNonNullElse(request.getBody(), ByteString.EMPTY);
                received.add(new Received(request.getMethod(), path, request.getHeaders(), body));
                return answers.getOrDefault(path, new MockResponse.Builder().build());
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends on what is posted to a path. */
    void redirect(String path, int status, String location) {
        answers.put(
                path,
                new MockResponse.Builder()
                        .code(status)
                        .addHeader("Location", location)
                        .build());
    }

    /** Answers with a status at a path. */
    void answer(String path, int status) {
        answers.put(path, new MockResponse.Builder().code(status).build());
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        server.close();
    }
}
