package io.github.patchwork4j.client;

import io.github.patchwork4j.core.ApiVersion;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * What all resources of one client share.
 *
 * @param connection the API, and what is known of the server
 * @param downloads fetches mails and diffs
 * @param clock the server's clock
 * @param serverZone the time zone of event and check dates
 * @param filterChecks how far lists are held against their filters
 */
record Session(
        Connection connection, Downloads downloads, ServerClock clock, ZoneId serverZone, FilterChecks filterChecks) {
    PatchworkApi api() {
        return connection.api();
    }

    PageLimit pageLimit() {
        return connection.pageLimit();
    }

    /** Returns the making of a request that needs nothing in particular. */
    <T> Task<T> ask(Supplier<Call<T>> call) {
        return ask(Needs.none(), call);
    }

    /** Returns the making of a request that not every server understands. */
    <T> Task<T> ask(Needs needs, Supplier<Call<T>> call) {
        return ready(needs).then(ready -> Task.answer(call)).map(ApiResponse::body);
    }

    /** Looks, when a write fails so that it is not known whether it was carried out, whether it was. */
    <T> Task<T> orReadBack(Task<T> write, Task<Optional<T>> read) {
        return write.recover(failure -> {
            if (!(failure instanceof TransportException || failure instanceof ServerException)) {
                return Task.failed(failure);
            }
            return read.recover(unread -> {
                        failure.addSuppressed(unread);
                        return Task.done(Optional.empty());
                    })
                    .then(found -> found.map(Task::done).orElseGet(() -> Task.failed(failure)));
        });
    }

    /** Makes a list that has no filters. */
    <T> Paged<T> list(Needs needs, ToLongFunction<T> ids, Function<Cursor, Call<List<T>>> request) {
        return list(needs, ids, Filters.none(), request);
    }

    /**
     * Makes a list of a request for one page of it. Its end is a page that is missing or empty, whatever the links.
     *
     * @param needs what the query asks of the server beside that. Which server it is may show with the first page only
     * @param ids the ids of the rows if the list may be ordered by them
     * @param filters what its answers are held against
     */
    <T> Paged<T> list(
            Needs needs, @Nullable ToLongFunction<T> ids, Filters<T> filters, Function<Cursor, Call<List<T>>> request) {
        if (connection.isSpeaking()) {
            requireAsFarAsKnown(needs);
        }
        return Paged.of(new ListSource<>(this, needs, filters, request), ids);
    }

    /** Holds the rows of a page against the filters, as far as no request is needed for that. */
    <T> void checkRows(List<T> rows, Filters<T> filters) {
        if (filterChecks == FilterChecks.ROWS) {
            filters.requirePassing(rows);
        }
    }

    /** Asks for what the filters of an empty list name, and fails if the server does not have it. */
    <T> Task<Task.Done> existence(Cursor cursor, List<T> rows, Filters<T> filters) {
        return filterChecks != FilterChecks.NONE && cursor.page() == 1 && rows.isEmpty()
                ? filters.existence(new Existence(this))
                : Task.done(Task.Done.DONE);
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

    /** Asks what has to be known before a request for a page can be written: the version, and whose clock dates are on. */
    Task<Task.Done> readyToList() {
        return connection
                .toSpeak()
                .then(speaks -> serverZone.normalized().equals(ZoneOffset.UTC) ? Task.done(Task.Done.DONE) : known());
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
    void requireAsFarAsKnown(Needs needs) {
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

    /** Writes a date of a mail, which both servers keep in UTC. */
    @Nullable String mailDate(Optional<Instant> date) {
        return isKnown(ServerDialect.PATCHWORK_4) ? zoned(date) : FilterValues.date(date, ZoneOffset.UTC);
    }

    /** Writes a date of an event or a check: on the clock of the server for 3.x, as an instant for 4.0. */
    @Nullable String serverDate(Optional<Instant> date) {
        boolean sameOnBoth = serverZone.normalized().equals(ZoneOffset.UTC);
        boolean instant = date.isPresent()
                && (sameOnBoth ? isKnown(ServerDialect.PATCHWORK_4) : dialect().run() == ServerDialect.PATCHWORK_4);
        return instant ? zoned(date) : FilterValues.date(date, serverZone);
    }

    /**
     * Tells whether one of the texts of a row is what was searched for. Patchwork 4.0 takes a percent sign and an underscore
     * for wildcards; all else is left to servers, each of which has cases and accents of its own.
     */
    boolean isFound(String search, String... texts) {
        boolean wildcards =
                isKnown(ServerDialect.PATCHWORK_4) && (search.indexOf('%') >= 0 || search.indexOf('_') >= 0);
        String part = search.toLowerCase(Locale.ROOT);
        return !wildcards
                || Arrays.stream(texts)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
    }

    /** Compares dates of events and checks as the server does: 3.x by its clock, which shows an hour twice now and then. */
    boolean isEarlier(Instant date, Instant bound) {
        return isKnown(ServerDialect.PATCHWORK_4)
                ? date.isBefore(bound)
                : LocalDateTime.ofInstant(date, serverZone).isBefore(LocalDateTime.ofInstant(bound, serverZone));
    }

    /** Adds the zone that a database of 4.0 would otherwise take from its settings; 3.x fails on one. */
    private static @Nullable String zoned(Optional<Instant> date) {
        String utc = FilterValues.date(date, ZoneOffset.UTC);
        return utc == null ? null : utc + "+00:00";
    }
}
