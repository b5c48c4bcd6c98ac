package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

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
        Request request = Request.of(recorded.getMethod(), recorded.getTarget(), recorded.getHeaders(), host);
        return response(request, site.answer(request));
    }

    /**
     * Takes one request off the server's queue. It puts each request there before it is dispatched and would keep them all
     * for a test to take, which no fake that runs for days could afford.
     */
    private void forgetOneRequest() throws InterruptedException {
        server.takeRequest(0, TimeUnit.MILLISECONDS);
    }

    private static MockResponse response(Request request, Answer answer) {
        MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
        if (!request.method().equals("HEAD")) {
            response.body(new Buffer().write(answer.body()));
        }
        response.headers(answer.headers()
                .newBuilder()
                .set("Content-Length", Integer.toString(answer.body().size()))
                .build());
        return response.build();
    }
}
