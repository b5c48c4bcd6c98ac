package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;

/** Hands the requests of a {@link MockWebServer} to a site. */
public final class SiteDispatcher extends Dispatcher {
    private final Site site;
    private final MockWebServer server;

    /**
     * Connects a server with a site.
     *
     * @param site who answers
     * @param server who asks
     */
    public SiteDispatcher(Site site, MockWebServer server) {
        this.site = site;
        this.server = server;
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        forgetOneRequest();
        String host = server.getHostName() + ":" + server.getPort();
        ByteString sent = recorded.getBody();
        Request request = Request.of(
                recorded.getMethod(),
                recorded.getTarget(),
                recorded.getHeaders(),
                sent == null ? ByteString.EMPTY : sent,
                host);
        MockResponse.Builder response = response(request, site.answer(request));
        if (isLast(recorded)) {
            response.onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
        }
        return response.build();
    }

    /**
     * Takes one request off the server's queue. It puts each request there before it is dispatched and would keep them all
     * for a test to take, which no fake that runs for days could afford.
     */
    private void forgetOneRequest() throws InterruptedException {
        server.takeRequest(0, TimeUnit.MILLISECONDS);
    }

    /** Tells whether the client expects the connection to end with the answer. */
    private static boolean isLast(RecordedRequest recorded) {
        String connection = recorded.getHeaders().get("Connection");
        return connection == null ? recorded.getVersion().equals("HTTP/1.0") : connection.equalsIgnoreCase("close");
    }

    private static MockResponse.Builder response(Request request, Answer answer) {
        MockResponse.Builder response =
                new MockResponse.Builder().status("HTTP/1.1 " + answer.status() + " " + reason(answer.status()));
        if (!request.method().equals("HEAD")) {
            response.body(new Buffer().write(answer.body()));
        }
        response.headers(answer.headers()
                .newBuilder()
                .set("Content-Length", Integer.toString(answer.body().size()))
                .build());
        return response;
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 415 -> "Unsupported Media Type";
            default -> "Internal Server Error";
        };
    }
}
