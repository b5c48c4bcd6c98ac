package io.github.patchwork4j.client;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tells Patchwork 3.x and 4.0 apart by the headers of their answers, which have no version in them.
 *
 * <p>Only 4.0 describes its objects by a schema, sends errors as problem details and has links to pages without a path;
 * only 3.x says what methods JSON answers allow, and links to pages by their whole address. The last sign counts, for a
 * site may move from one to the other under a running client.
 */
final class ServerSigns implements Interceptor {
    private final ServerAddress server;
    private final AtomicReference<@Nullable ServerDialect> seen;

    ServerSigns(ServerAddress server, Optional<ServerDialect> known) {
        this.server = server;
        this.seen = new AtomicReference<>(known.orElse(null));
    }

    /** Returns what the answers so far tell, or what the user told before there was any. */
    Optional<ServerDialect> dialect() {
        return Optional.ofNullable(seen.get());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.request().url().encodedPath().startsWith(server.root().encodedPath() + "api/")) {
            read(response).ifPresent(seen::set);
        }
        return response;
    }

    private static Optional<ServerDialect> read(Response response) {
        MediaType type = response.body().contentType();
        String subtype = type == null ? "" : type.subtype();
        if (subtype.equals("problem+json")) {
            return Optional.of(ServerDialect.PATCHWORK_4);
        }
        for (String link : response.headers("Link")) {
            if (link.contains("/api/schemas/") || link.startsWith("</?page=")) {
                return Optional.of(ServerDialect.PATCHWORK_4);
            }
        }
        boolean says = subtype.equals("json") && response.header("Allow") != null;
        boolean links = response.headers("Link").stream().anyMatch(ServerSigns::isWhole);
        return says || links ? Optional.of(ServerDialect.PATCHWORK_3) : Optional.empty();
    }

    private static boolean isWhole(String link) {
        return (link.startsWith("<http://") || link.startsWith("<https://")) && link.contains("rel=\"");
    }
}
