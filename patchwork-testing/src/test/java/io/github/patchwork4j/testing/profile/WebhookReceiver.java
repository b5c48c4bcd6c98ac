package io.github.patchwork4j.testing.profile;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okio.ByteString;

/** Takes what is posted to webhooks. */
final class WebhookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** One request. */
    record Received(String method, String path, Headers headers, ByteString body) {
        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, 200));
        server.start();
    }

    /** Sends on what is posted to a path. */
    void redirect(String path, int status, String location) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            answer(exchange, status);
        });
    }

    /** Answers with a status at a path. */
    void answer(String path, int status) {
        server.createContext(path, exchange -> answer(exchange, status));
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        ByteString body = ByteString.of(exchange.getRequestBody().readAllBytes());
        received.add(new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
