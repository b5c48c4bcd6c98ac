package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.http.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A plain HTTP/1.1 server on the loopback interface, with one thread for each connection. It is our own because a fake has
 * to do what servers are made to prevent: send headers in Latin-1, cut bodies short, lie about lengths and hang up.
 */
public final class HttpServer implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final ServerSocket listening;
    private final Handler handler;
    private final Thread acceptor;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private HttpServer(ServerSocket listening, Handler handler) {
        this.listening = listening;
        this.handler = handler;
        this.acceptor = daemon("fake-patchwork-" + port(), this::accept);
    }

    /**
     * Opens a port and serves it.
     *
     * @param port the port, or 0 for any that is free
     * @param handler who answers
     * @return a running server
     * @throws IOException if the port cannot be opened
     */
    public static HttpServer start(int port, Handler handler) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        HttpServer server = new HttpServer(socket, handler);
        server.acceptor.start();
        return server;
    }

    /**
     * Returns the port that the server listens on.
     *
     * @return never 0
     */
    public int port() {
        return listening.getLocalPort();
    }

    /**
     * Tells whether nobody can connect any longer.
     *
     * @return whether it was closed
     */
    public boolean isClosed() {
        return listening.isClosed();
    }

    /** Stops listening and hangs up on all clients. After that the port is free for another server. */
    @Override
    public void close() {
        closeQuietly(listening);
        try {
            // The system holds the port until nobody waits for clients any more.
            acceptor.join(LONGEST_CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(HttpServer::closeQuietly);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.add(socket);
                daemon("fake-patchwork-" + port() + "-client", () -> serve(socket))
                        .start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            // Small answers are sent at once, without waiting for the client to acknowledge what it got before.
            socket.setTcpNoDelay(true);
            new Connection(socket, handler).serve();
        } catch (IOException gone) {
            // The client hung up, or the server was closed: nobody is left who could be told.
        } finally {
            connections.remove(socket);
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyGone) {
            // What is closed cannot get any more closed.
        }
    }

    /** Answers requests; many at the same time. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Answers a request.
         *
         * @param request any request
         * @return the answer, and how it is sent
         */
        Delivery handle(Request request);
    }
}
