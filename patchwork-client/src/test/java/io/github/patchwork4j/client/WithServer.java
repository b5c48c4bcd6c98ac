package io.github.patchwork4j.client;

import java.io.IOException;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of what the client asks a server for and makes of its answers. */
abstract class WithServer {
    final MockWebServer server = new MockWebServer();

    @BeforeEach
    final void startServer() throws IOException {
        server.start();
    }

    @AfterEach
    final void closeServer() {
        server.close();
    }

    /** Begins a client of the server. */
    PatchworkClient.Builder builder() {
        return PatchworkClient.builder(server.url("/").toString()).userAgent("test/1 (test@example.org)");
    }
}
