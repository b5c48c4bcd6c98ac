package io.github.patchwork4j.client;

import io.github.patchwork4j.core.ApiVersion;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * A client of one Patchwork server, of 3.x or of 4.0.
 *
 * <pre>{@code
 * try (PatchworkClient client = PatchworkClient.builder("https://patchwork.example.org")
 *         .userAgent("my-bot/1.0 (me@example.org)")
 *         .build()) {
 *     for (PatchSummary patch : client.patches().list(PatchQuery.builder().project("core").build())) {
 *         System.out.println(patch.name());
 *     }
 * }
 * }</pre>
 *
 * <p>Instances are safe to share between threads; make one for each server and keep it. Everything throws a
 * {@link PatchworkException} when a request fails, and an {@link IllegalArgumentException} before anything is sent when
 * a request could not mean what it says.
 */
public final class PatchworkClient implements AutoCloseable {
    private final RetryingCalls calls;
    private final ServerAddress address;
    private final Connection connection;
    private final Session session;
    private final Runnable onClose;

    private PatchworkClient(Builder builder) {
        ServerSigns signs = new ServerSigns(builder.address, Optional.ofNullable(builder.dialect));
        Waiting waiting = builder.waiting == null ? new RealWaiting() : builder.waiting;
        ServerClock clock = new ServerClock(waiting);
        OkHttpClient http = http(builder, signs, clock);
        DiffCache diffs = builder.diffs == null ? null : builder.diffs.open();
        this.address = builder.address;
        this.calls = new RetryingCalls(
                http,
                new RetryingCalls.Rules(
                        builder.retries,
                        builder.timeouts.total(),
                        builder.pace(),
                        waiting,
                        new Notices(builder.listeners)),
                diffs);
        Retrofit retrofit = new Retrofit.Builder()
                .baseUrl(builder.address.root())
                .callFactory(calls)
                .addConverterFactory(
                        new JsonConverters(builder.json(ZoneOffset.UTC), builder.json(builder.serverZone), signs))
                .build();
        this.connection = new Connection(
                retrofit, builder.address, signs, new Connection.VersionChoice(builder.version, builder.orOlder));
        this.session =
                new Session(connection, new Downloads(calls, address), clock, builder.serverZone, builder.filterChecks);
        this.onClose = () -> {
            calls.cancelEnqueued();
            waiting.close();
            if (builder.http == null) {
                http.dispatcher().executorService().shutdown();
                http.connectionPool().evictAll();
            }
            if (diffs != null) {
                diffs.close();
            }
        };
    }

    /** Makes a view of a client, with other times. */
    private PatchworkClient(PatchworkClient client, Timeouts timeouts) {
        this.address = client.address;
        this.calls = client.calls.with(timeouts);
        this.connection = client.connection.with(calls);
        this.session = new Session(
                connection,
                new Downloads(calls, address),
                client.session.clock(),
                client.session.serverZone(),
                client.session.filterChecks());
        this.onClose = () -> {};
    }

    private static OkHttpClient http(Builder builder, ServerSigns signs, ServerClock clock) {
        OkHttpClient.Builder http = builder.http == null ? ownHttp() : builder.http.newBuilder();
        if (builder.http == null || builder.timeoutsSet) {
            builder.timeouts.on(http);
        }
        if (builder.userAgent.isEmpty()) {
            throw new IllegalStateException("userAgent is not set: name your program and how to reach you");
        }
        // Redirects would turn writes into reads and carry the token along; a cookie makes 3.x ask for a CSRF token.
        // OkHttp itself would send again what may have been carried out.
        return http.retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .addInterceptor(new RequestHeaders(builder.address, builder.userAgent, builder.credentials))
                .addInterceptor(new ErrorBodyLimit())
                .addInterceptor(signs)
                .addInterceptor(clock)
                .addNetworkInterceptor(new Attempt.Watch())
                .build();
    }

    /** Makes an HTTP client that leaves it to the pace how many requests there are at once. */
    private static OkHttpClient.Builder ownHttp() {
        Dispatcher dispatcher = new Dispatcher(DaemonThreads.pool());
        dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
        return new OkHttpClient.Builder().dispatcher(dispatcher);
    }

    /**
     * Begins a client.
     *
     * @param url the address of the server, with or without {@code /api/} and a version behind it
     * @return a builder
     * @throws IllegalArgumentException if {@code url} is not an http or https address, or holds a password
     */
    public static Builder builder(String url) {
        return new Builder(url);
    }

    /**
     * {@return the projects}
     */
    public ProjectResource projects() {
        return new ApiProjects(session);
    }

    /**
     * {@return the patches}
     */
    public PatchResource patches() {
        return new ApiPatches(session);
    }

    /**
     * {@return the cover letters}
     */
    public CoverResource covers() {
        return new ApiCovers(session);
    }

    /**
     * {@return the series}
     */
    public SeriesResource series() {
        return new ApiSeries(session);
    }

    /**
     * {@return the people}
     */
    public PersonResource people() {
        return new ApiPeople(session);
    }

    /**
     * {@return the users}
     */
    public UserResource users() {
        return new ApiUsers(session);
    }

    /**
     * {@return the checks}
     */
    public CheckResource checks() {
        return new ApiChecks(session);
    }

    /**
     * {@return the comments}
     */
    public CommentResource comments() {
        return new ApiComments(session);
    }

    /**
     * {@return the bundles}
     */
    public BundleResource bundles() {
        return new ApiBundles(session);
    }

    /**
     * {@return the webhooks of projects, on Patchwork 4.0 only}
     */
    public WebhookResource webhooks() {
        return new ApiWebhooks(session);
    }

    /**
     * {@return the events}
     */
    public EventResource events() {
        return new ApiEvents(session);
    }

    /**
     * {@return the same with futures, on the same connections and with everything else as here}
     */
    public AsyncPatchworkClient async() {
        return new AsyncPatchworkClient(session);
    }

    /**
     * {@return the API as it is on the wire, with the same connection, credentials and headers}
     */
    public PatchworkApi api() {
        return connection.api();
    }

    /**
     * Tells what server this is, and what it can do. It takes a request the first time.
     *
     * @return what is known by now
     * @throws UnsupportedServerException if it has another API, or not the version to ask for
     * @throws PatchworkException if the request fails
     */
    public ServerInfo server() {
        return connection.info().run();
    }

    /**
     * Returns an address from an answer as an address on this server. Servers behind a proxy give the addresses that
     * they see themselves, with an inner host, port or scheme; so its path and query are put behind the address that
     * this client was made with.
     *
     * @param url an address from an answer, or a path
     * @return the same on this server
     * @throws IllegalArgumentException if it is no address, as some that Patchwork 4.0 makes up
     */
    public HttpUrl resolve(String url) {
        return address.resolve(url);
    }

    /**
     * Returns this client with other times for its requests, on the same connections and with everything else as here.
     *
     * <pre>{@code
     * client.withTimeouts(Timeouts.DEFAULT.withTotal(Duration.ofSeconds(20))).patches().get(id);
     * }</pre>
     *
     * @param timeouts how long its requests may take
     * @return a view of this client, which need not be closed and ends with this one
     */
    public PatchworkClient withTimeouts(Timeouts timeouts) {
        return new PatchworkClient(this, timeouts);
    }

    /**
     * Cancels the calls that nobody waits for, and lets go of connections and threads. A client that was given its
     * {@link OkHttpClient} leaves that as it is. A view of a client closes nothing. A program ends by itself even if it
     * closes nothing; a given client has threads of its own, which may outlast it by a minute.
     */
    @Override
    public void close() {
        onClose.run();
    }

    /** Makes {@link PatchworkClient}s. */
    public static final class Builder {
        private final ServerAddress address;
        private String userAgent = "";
        private Supplier<Credentials> credentials = () -> Credentials.ANONYMOUS;
        private ApiVersion version = ApiVersion.V1_3;
        private boolean orOlder;
        private @Nullable ServerDialect dialect;
        private ZoneId serverZone = ZoneOffset.UTC;
        private Retries retries = Retries.DEFAULT;
        private Timeouts timeouts = Timeouts.DEFAULT;
        private boolean timeoutsSet;
        private final List<ClientListener> listeners = new ArrayList<>();
        private @Nullable Pace pace;
        private @Nullable Waiting waiting;
        private boolean strict;
        private FilterChecks filterChecks = FilterChecks.EXISTENCE;
        private @Nullable OkHttpClient http;
        private DiffCache.@Nullable Place diffs;

        private Builder(String url) {
            this.address = ServerAddress.of(url);
        }

        /**
         * Tells the server who is calling. Needed: operators turn away programs that do not say whose they are.
         *
         * @param userAgent the name of the program, its version and how to reach whoever runs it, such as
         *     {@code my-bot/1.0 (me@example.org)}
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or holds anything but visible ASCII characters and blanks
         */
        public Builder userAgent(String userAgent) {
            if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                throw new IllegalArgumentException("no user agent: \"" + userAgent + "\"");
            }
            this.userAgent = userAgent.strip();
            return this;
        }

        /**
         * Sets who is asking; nobody in particular unless set.
         *
         * @param credentials the credentials, sent to this server only
         * @return this builder
         */
        public Builder credentials(Credentials credentials) {
            this.credentials = () -> credentials;
            return this;
        }

        /**
         * Sets who is asking, to be found out anew for every request that is sent: for tokens that change.
         *
         * @param credentials gives the credentials, soon and on any thread. When it throws, the request fails with a
         *     {@link TransportException} and is not tried again
         * @return this builder
         */
        public Builder credentials(Supplier<Credentials> credentials) {
            this.credentials = credentials;
            return this;
        }

        /**
         * Sets the version of the API to ask for; 1.3 unless set, which Patchwork 3.1 and later have. Patchwork 2.2
         * serves 1.2.
         *
         * @param version the version
         * @return this builder
         */
        public Builder apiVersion(ApiVersion version) {
            this.version = version;
            this.orOlder = false;
            return this;
        }

        /**
         * Sets the newest version of the API to ask for. If the server does not have it, the client takes the newest
         * that it has; finding out takes a request for each version, before the first of the program.
         *
         * @param newest the version
         * @return this builder
         */
        public Builder apiVersionOrOlder(ApiVersion newest) {
            this.version = newest;
            this.orOlder = true;
            return this;
        }

        /**
         * Tells which server it is, which the client otherwise learns from the first answer, and asks for when a
         * request depends on it.
         *
         * @param dialect the server
         * @return this builder
         */
        public Builder dialect(ServerDialect dialect) {
            this.dialect = dialect;
            return this;
        }

        /**
         * Sets the time zone of the server, in which Patchwork 3.x sends and takes the dates of events and checks, and 4.0
         * sends those of the patches and covers within a series or a bundle; UTC unless set.
         *
         * @param serverZone the zone
         * @return this builder
         */
        public Builder serverZone(ZoneId serverZone) {
            this.serverZone = serverZone;
            return this;
        }

        /**
         * Makes a field in an answer that this library does not know an error, for tests that are to notice a change
         * of the server. Without this it is skipped.
         *
         * @return this builder
         */
        public Builder strict() {
            this.strict = true;
            return this;
        }

        /**
         * Sets when to send a request again that failed; {@link Retries#DEFAULT} unless set.
         *
         * @param retries when
         * @return this builder
         */
        public Builder retries(Retries retries) {
            this.retries = retries;
            return this;
        }

        /**
         * Sets how long a request may take; {@link Timeouts#DEFAULT} unless set, or those of the
         * {@link #httpClient(OkHttpClient)} and ten minutes for all.
         *
         * @param timeouts how long
         * @return this builder
         */
        public Builder timeouts(Timeouts timeouts) {
            this.timeouts = timeouts;
            this.timeoutsSet = true;
            return this;
        }

        /**
         * Sets how many requests to send; a {@link Pace#polite()} of its own unless set, or an unlimited one if the
         * server is on this machine.
         *
         * @param pace how many, which other clients may share
         * @return this builder
         */
        public Builder pace(Pace pace) {
            this.pace = pace;
            return this;
        }

        /**
         * Sets how far to mistrust the filters of lists; {@link FilterChecks#EXISTENCE} unless set.
         *
         * @param filterChecks how far
         * @return this builder
         */
        public Builder filterChecks(FilterChecks filterChecks) {
            this.filterChecks = filterChecks;
            return this;
        }

        /**
         * Adds somebody who hears of every request, such as {@link ClientListener#logging()}.
         *
         * @param listener who
         * @return this builder
         */
        public Builder listener(ClientListener listener) {
            this.listeners.add(listener);
            return this;
        }

        /**
         * Keeps the diffs of patches in a folder, and asks the server for none that is there; without this, nothing is
         * kept. A diff is all that never changes at a server. It is given to every client that is made with this folder
         * later, whoever asks: on a Patchwork server everybody may read diffs, where a site wants a login for that, give
         * each user a folder of his own. No credentials are in it. Only one client at a time can have it. Listeners hear
         * nothing of a diff that is there, and the pace does not hold it back.
         *
         * @param folder the folder, which {@link #build()} makes if it is not there
         * @param maxBytes how much may be in it, at least 1; what was asked for the longest time ago has to go first
         * @return this builder
         * @throws IllegalArgumentException if there is to be room for nothing
         */
        public Builder diffCache(Path folder, long maxBytes) {
            this.diffs = new DiffCache.Place(folder, maxBytes);
            return this;
        }

        /** Sets other clocks and another sleep than those of the machine. */
        Builder waiting(Waiting waiting) {
            this.waiting = waiting;
            return this;
        }

        /**
         * Sets the HTTP client to use, with its connections, timeouts, proxy and interceptors. Its settings for
         * redirects, cookies and retries are not used.
         *
         * @param http the client, which this one never closes
         * @return this builder
         */
        public Builder httpClient(OkHttpClient http) {
            this.http = http;
            return this;
        }

        /**
         * Makes the client. This asks the server nothing.
         *
         * @return a new client
         * @throws IllegalStateException if no user agent is set, or another client has the folder of diffs
         * @throws java.io.UncheckedIOException if there can be no such folder
         */
        public PatchworkClient build() {
            return new PatchworkClient(this);
        }

        private Pace pace() {
            if (pace != null) {
                return pace;
            }
            return address.isHere() ? Pace.unlimited() : Pace.polite();
        }

        private PatchworkJson json(ZoneId mailZone) {
            PatchworkJson.Builder json = PatchworkJson.builder()
                    .serverZone(serverZone)
                    .mailZone(mailZone)
                    .apiVersion(version);
            return strict ? json.strict().build() : json.build();
        }
    }
}
