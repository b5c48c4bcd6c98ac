package io.github.patchwork4j.client;

import io.github.patchwork4j.core.ApiVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** The API of a server in the one version that a client speaks, and what is known of the server. */
final class Connection {
    /** What the index of every version of both servers has; forks with another API lack some. */
    private static final List<String> LISTS =
            List.of("projects", "users", "people", "patches", "covers", "series", "events", "bundles");

    private final Retrofit retrofit;
    private final ServerAddress address;
    private final ServerSigns signs;
    private final VersionChoice choice;
    private final PageLimit pageLimit;
    private volatile @Nullable Spoken spoken;
    private volatile @Nullable ServerInfo info;

    /**
     * Which version to speak.
     *
     * @param newest the version, or the newest one that will do
     * @param orOlder whether to ask the server for older ones when it does not have that
     */
    record VersionChoice(ApiVersion newest, boolean orOlder) {}

    /** The API in one version. */
    record Spoken(ApiVersion version, PatchworkApi api) {}

    Connection(Retrofit retrofit, ServerAddress address, ServerSigns signs, VersionChoice choice) {
        this(retrofit, address, signs, choice, new PageLimit());
    }

    private Connection(
            Retrofit retrofit, ServerAddress address, ServerSigns signs, VersionChoice choice, PageLimit pageLimit) {
        this.retrofit = retrofit;
        this.address = address;
        this.signs = signs;
        this.choice = choice;
        this.pageLimit = pageLimit;
        this.spoken = choice.orOlder() ? null : speak(choice.newest());
    }

    /** Returns the same with calls of another kind, in the same version if that is known. */
    Connection with(Call.Factory calls) {
        Spoken known = spoken;
        VersionChoice same = known == null ? choice : new VersionChoice(known.version(), false);
        return new Connection(retrofit.newBuilder().callFactory(calls).build(), address, signs, same, pageLimit);
    }

    ServerAddress address() {
        return address;
    }

    PatchworkApi api() {
        return spoken().api();
    }

    /** Tells whether it is known which version to speak. */
    boolean isSpeaking() {
        return spoken != null;
    }

    ApiVersion version() {
        return spoken().version();
    }

    /** Returns what the answers so far tell about the size of pages. */
    PageLimit pageLimit() {
        return pageLimit;
    }

    /** Returns the server if the answers so far tell which it is. */
    Optional<ServerDialect> seenDialect() {
        return signs.dialect();
    }

    /** Finds out about the server, which takes a request the first time. */
    Task<ServerInfo> info() {
        return toSpeak().then(speaks -> {
            ServerInfo known = info;
            return known == null
                    ? index(speaks).map(index -> current(new ServerInfo(dialect(index), speaks.version())))
                    : Task.done(current(known));
        });
    }

    private ServerInfo current(ServerInfo found) {
        info = found;
        // A site may have moved from one server to the other since.
        return new ServerInfo(signs.dialect().orElse(found.dialect()), found.apiVersion());
    }

    private Spoken spoken() {
        Spoken known = spoken;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            return toSpeak().run();
        }
    }

    /** Finds out which version to speak, which takes requests the first time unless that is told. */
    Task<Spoken> toSpeak() {
        Spoken known = spoken;
        if (known != null) {
            return Task.done(known);
        }
        List<ApiVersion> versions = ApiVersion.KNOWN.stream()
                .filter(choice.newest()::isAtLeast)
                .sorted(Comparator.reverseOrder())
                .toList();
        return negotiate(versions, 0);
    }

    private Task<Spoken> negotiate(List<ApiVersion> versions, int tried) {
        if (tried == versions.size()) {
            return Task.failed(new UnsupportedServerException(
                    address + ": no Patchwork that has any of the API versions " + versions, null));
        }
        Spoken candidate = speak(versions.get(tried));
        return index(candidate)
                .map(index -> {
                    info = new ServerInfo(dialect(index), candidate.version());
                    spoken = candidate;
                    return candidate;
                })
                .recover(e ->
                        e.getCause() instanceof NotFoundException ? negotiate(versions, tried + 1) : Task.failed(e));
    }

    private Spoken speak(ApiVersion version) {
        HttpUrl base = address.root()
                .newBuilder()
                .addPathSegments("api/" + version + "/")
                .build();
        return new Spoken(version, retrofit.newBuilder().baseUrl(base).build().create(PatchworkApi.class));
    }

    private Task<Map<String, String>> index(Spoken in) {
        return Task.answer(() -> in.api().index())
                .map(answer -> complete(answer.body()))
                .recover(e -> Task.failed(explained(e, in.version())));
    }

    private Map<String, String> complete(Map<String, String> index) {
        List<String> missing =
                LISTS.stream().filter(list -> !index.containsKey(list)).toList();
        if (!missing.isEmpty()) {
            throw new UnsupportedServerException(
                    address + ": not the API of Patchwork, but that of a fork or of something else: it has no "
                            + missing,
                    null);
        }
        return index;
    }

    private PatchworkException explained(PatchworkException failure, ApiVersion version) {
        if (failure instanceof NotFoundException) {
            return new UnsupportedServerException(
                    address + ": no Patchwork, or one that does not have API version " + version, failure);
        }
        return failure instanceof DecodeException
                ? new UnsupportedServerException(address + ": no Patchwork: its index is something else", failure)
                : failure;
    }

    /** Only Patchwork 4.0 puts the address of a schema in front of its objects. */
    private static ServerDialect dialect(Map<String, String> index) {
        return index.containsKey("$schema") ? ServerDialect.PATCHWORK_4 : ServerDialect.PATCHWORK_3;
    }
}
