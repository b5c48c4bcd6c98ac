package io.github.patchwork4j.testing.internal.http;

/** A whole server without its network. */
public interface Service {

    /**
     * Answers a request.
     *
     * @param request any request
     * @return the answer
     * @throws ServerFault if the real server fails
     */
    Answer answer(Request request);

    /**
     * Answers a request that the server fails on.
     *
     * @param request the request
     * @return status 500
     */
    Answer fault(Request request);
}
