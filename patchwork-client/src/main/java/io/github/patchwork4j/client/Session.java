package io.github.patchwork4j.client;

import io.github.patchwork4j.core.ApiVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * What all resources of one client share.
 *
 * @param connection the API, and what is known of the server
 * @param downloads fetches mails and diffs
 * @param serverZone the time zone of event and check dates
 */
record Session(Connection connection, Downloads downloads, ZoneId serverZone) {
    PatchworkApi api() {
        return connection.api();
    }

    /** Returns the making of a request that needs nothing in particular. */
    <T> Task<T> ask(Supplier<Call<T>> call) {
        return ask(Needs.none(), call);
    }

    /** Returns the making of a request that not every server understands. */
    <T> Task<T> ask(Needs needs, Supplier<Call<T>> call) {
        return ready(needs).then(ready -> Task.answer(call)).map(ApiResponse::body);
    }

    /**
     * Makes a list of a request for one page of it. Its end is a page that is missing or empty, whatever the links.
     *
     * @param needs what the query asks of the server beside that. Which server it is may show with the first page only
     */
    <T> Paged<T> list(Needs needs, Function<Cursor, Call<List<T>>> request) {
        if (connection.isSpeaking()) {
            requireAsFarAsKnown(needs);
        }
        return Paged.of(cursor -> connection
                .toSpeak()
                .then(speaks -> {
                    requireAsFarAsKnown(needs);
                    return page(cursor, request);
                })
                .map(page -> {
                    requireAsFarAsKnown(needs);
                    return page;
                }));
    }

    private static <T> Task<PageSource.Rows<T>> page(Cursor cursor, Function<Cursor, Call<List<T>>> request) {
        return Task.answer(() -> request.apply(cursor))
                .map(page -> new PageSource.Rows<>(
                        page.body(), LinkHeader.next(page.headers().values("Link"))))
                .recover(e ->
                        // Only Patchwork itself tells in JSON that it has no such page; the 404 of a proxy is no end.
                        e instanceof NotFoundException missing
                                        && cursor.page() > 1
                                        && !missing.detail().isEmpty()
                                ? Task.done(new PageSource.Rows<>(List.of(), LinkHeader.Next.NO))
                                : Task.failed(e));
    }

    /** Tells whether the answers so far show that it is this server. */
    boolean isKnown(ServerDialect dialect) {
        return connection.seenDialect().filter(dialect::equals).isPresent();
    }

    /** Refuses what the server does not do, and asks which it is if that matters. */
    Task<Task.Done> ready(Needs needs) {
        boolean asks = needs.capabilities().stream().anyMatch(Capability::dependsOnDialect);
        return connection.toSpeak().then(speaks -> {
            needs.capabilities().forEach(this::requireVersion);
            return asks ? dialect().map(dialect -> required(dialect, needs)) : Task.done(Task.Done.DONE);
        });
    }

    private Task.Done required(ServerDialect dialect, Needs needs) {
        needs.capabilities().forEach(capability -> requireIn(dialect, capability));
        return Task.Done.DONE;
    }

    /** Asks which server it is if no answer has told so far. */
    Task<Task.Done> known() {
        return dialect().map(dialect -> Task.Done.DONE);
    }

    /** Returns which server it is, and asks it if no answer has told so far. */
    Task<ServerDialect> dialect() {
        return connection
                .seenDialect()
                .map(Task::done)
                .orElseGet(() -> connection.info().map(ServerInfo::dialect));
    }

    /** Refuses what servers are known not to do: they ignore such a filter and list everything. */
    private void requireAsFarAsKnown(Needs needs) {
        for (Capability capability : needs.capabilities()) {
            requireVersion(capability);
            connection.seenDialect().ifPresent(dialect -> requireIn(dialect, capability));
        }
    }

    private void requireVersion(Capability capability) {
        ApiVersion version = connection.version();
        if (!version.isAtLeast(capability.since())) {
            throw new IllegalArgumentException(capability.refusal(version));
        }
    }

    private void requireIn(ServerDialect dialect, Capability capability) {
        if (!capability.isIn(dialect, connection.version())) {
            throw new IllegalArgumentException(capability.refusal(dialect));
        }
    }

    /** Writes a date of a mail. */
    static @Nullable String mailDate(Optional<Instant> date) {
        return FilterValues.date(date, ZoneOffset.UTC);
    }

    /** Writes a date of an event or a check. */
    @Nullable
    String serverDate(Optional<Instant> date) {
        return FilterValues.date(date, serverZone);
    }
}
