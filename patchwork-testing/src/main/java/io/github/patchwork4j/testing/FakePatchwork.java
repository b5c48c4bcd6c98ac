package io.github.patchwork4j.testing;

import io.github.patchwork4j.testing.internal.server.PromptServerSockets;
import io.github.patchwork4j.testing.internal.server.Site;
import io.github.patchwork4j.testing.internal.server.SiteDispatcher;
import io.github.patchwork4j.testing.internal.snapshot.EmptyWorld;
import io.github.patchwork4j.testing.internal.snapshot.SnapshotReader;
import io.github.patchwork4j.testing.internal.snapshot.SnapshotWriter;
import io.github.patchwork4j.testing.internal.state.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.locks.Lock;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.Okio;

/**
 * A Patchwork server in this process, which answers as a real one does: all versions of the API, filters, pages, logins,
 * permissions and downloads, over a world of its own.
 *
 * <pre>{@code
 * try (FakePatchwork patchwork = FakePatchwork.builder().world(Path.of("world.json")).start()) {
 *     String url = patchwork.url() + "api/1.4/patches/";
 *     ...
 * }
 * }</pre>
 *
 * <p>It listens on the loopback interface only, several can run side by side, and one can serve many clients at once. The
 * urls in its answers start with what the client sent as {@code Host}. Writes change the world and make events as the real
 * server does, each of them as a whole, and where the real server breaks down with status 500 so does this one.
 *
 * <h2 id="snapshot">The snapshot format</h2>
 *
 * A world is one JSON object. First come the lists as API 1.4 shows them to somebody who may see everything:
 *
 * <ul>
 *   <li>{@code projects}, {@code users} (with {@code settings}, if they can log in), {@code people}, {@code patches},
 *       {@code covers} and {@code series} in the detail form, {@code bundles}, also private ones;
 *   <li>{@code patch_comments}, {@code cover_comments} and {@code checks}, each with the id of what it belongs to as an
 *       additional member {@code patch} or {@code cover};
 *   <li>{@code events}, oldest first.
 * </ul>
 *
 * Of objects inside other objects only the {@code id} counts, and urls are not read at all. Then follow
 *
 * <ul>
 *   <li>{@code about}: texts about the snapshot; {@code origin} is that of the urls in it;
 *   <li>{@code states}: the states of patches with {@code id}, {@code slug}, {@code name}, {@code ordering} and
 *       {@code action_required};
 *   <li>{@code hidden}: what no API shows. {@code accounts} (passwords, tokens, flags, {@code profile_id}, the projects a
 *       user {@code maintains}, settings), {@code projects} ({@code use_tags}, {@code send_notifications}),
 *       {@code patches} ({@code series}, {@code number}, {@code relation}, {@code raw_headers}), {@code covers},
 *       {@code patch_comments} and {@code cover_comments} ({@code raw_headers}), {@code series} ({@code cover}),
 *       {@code series_dependencies} (pairs of ids, the second one is needed), {@code series_references} (project,
 *       Message-Id, series), {@code bundle_patch_order}, {@code delegation_rules}, {@code last_id} (by kind of object, the
 *       next one gets one more) and {@code server_time_zone}.
 * </ul>
 *
 * Every part may be left out. Without accounts nobody can log in, and maintainers are those that the projects name; without
 * raw headers they are put together from {@code headers}.
 */
public final class FakePatchwork implements AutoCloseable {
    private final World world;
    private final MockWebServer server;

    private FakePatchwork(World world, MockWebServer server) {
        this.world = world;
        this.server = server;
    }

    /**
     * Starts a server with an empty world on a free port.
     *
     * @return a running server
     * @throws UncheckedIOException if the port cannot be opened
     */
    public static FakePatchwork start() {
        return builder().start();
    }

    /**
     * Returns a builder for a server with a world.
     *
     * @return a builder for an empty world on a free port
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns where the server is.
     *
     * @return its root, with a slash at the end
     */
    public HttpUrl url() {
        return server.url("/");
    }

    /**
     * Returns the port that the server listens on.
     *
     * @return never 0
     */
    public int port() {
        return server.getPort();
    }

    /**
     * Writes the world as it is now into a file, in the <a href="#snapshot">snapshot format</a>.
     *
     * @param file the file, which is overwritten
     * @throws IOException if the file cannot be written
     */
    public void save(Path file) throws IOException {
        Lock reading = world.lock().readLock();
        reading.lock();
        try (BufferedSink sink = Okio.buffer(Okio.sink(Files.newOutputStream(file)))) {
            SnapshotWriter.write(world, sink);
        } finally {
            reading.unlock();
        }
    }

    /** Stops the server; its world is gone unless it was saved. */
    @Override
    public void close() {
        server.close();
    }

    /** Says what a server starts with. */
    public static final class Builder {
        private World world = EmptyWorld.create();
        private Clock clock = Clock.systemUTC();
        private LibraryStack libraries = LibraryStack.DJANGO_3_2;
        private int port;

        private Builder() {}

        /**
         * Starts with the world of a snapshot.
         *
         * @param snapshot a file in the snapshot format
         * @return this
         * @throws UncheckedIOException if the file cannot be read
         * @throws IllegalArgumentException if it is no snapshot
         */
        public Builder world(Path snapshot) {
            try (InputStream stream = Files.newInputStream(snapshot)) {
                return world(stream);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the world " + snapshot, e);
            }
        }

        /**
         * Starts with the world of a snapshot.
         *
         * @param snapshot a stream in the snapshot format, which is read to its end and left open
         * @return this
         * @throws UncheckedIOException if the stream cannot be read
         * @throws IllegalArgumentException if it is no snapshot
         */
        public Builder world(InputStream snapshot) {
            BufferedSource source = Okio.buffer(Okio.source(snapshot));
            try {
                world = SnapshotReader.read(source);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the world", e);
            }
            return this;
        }

        /**
         * Takes the time from a clock. Events and checks show it in the time zone of the world, whatever the clock's own.
         *
         * @param clock any clock
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Answers as Patchwork does on certain libraries.
         *
         * @param libraries the libraries, the older ones unless this is called
         * @return this
         */
        public Builder libraries(LibraryStack libraries) {
            this.libraries = libraries;
            return this;
        }

        /**
         * Listens on a certain port.
         *
         * @param port the port, or 0 for any that is free
         * @return this
         */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Starts the server.
         *
         * @return a running server, which owns the world: build another one for another server
         * @throws UncheckedIOException if the port cannot be opened
         */
        public FakePatchwork start() {
            world.setLibraries(libraries);
            MockWebServer server = new MockWebServer();
            server.setServerSocketFactory(new PromptServerSockets());
            server.setDispatcher(new SiteDispatcher(new Site(world, clock), server));
            try {
                server.start(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot listen on port " + port, e);
            }
            return new FakePatchwork(world, server);
        }
    }
}
