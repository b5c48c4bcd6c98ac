package io.github.patchwork4j.client;

import io.github.patchwork4j.core.ApiVersion;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * What all resources of one client share.
 *
 * @param connection the API, and what is known of the server
 * @param downloads fetches mails and diffs
 * @param serverZone the time zone of event and check dates
 * @param readers read pages ahead of those who walk through lists
 * @param filterChecks how far lists are held against their filters
 */
record Session(
        Connection connection, Downloads downloads, ZoneId serverZone, Executor readers, FilterChecks filterChecks) {
    PatchworkApi api() {
        return connection.api();
    }

    <T> T get(Call<T> call) {
        return Transport.execute(call).body();
    }

    /**
     * Makes a list of a request for one page of it. Its end is a page that is missing or empty, whatever the links.
     *
     * @param needs what the query asks of the server beside that. Which server it is may show with the first page only
     */
    <T> Paged<T> list(Needs needs, Function<Cursor, Call<List<T>>> request) {
        return paged(needs, null, Filters.none(), request);
    }

    /** Makes a list whose rows have ids, by which it may be ordered. */
    <T> Paged<T> list(Needs needs, ToLongFunction<T> ids, Function<Cursor, Call<List<T>>> request) {
        return paged(needs, ids, Filters.none(), request);
    }

    /** Makes a list whose answers are held against its filters. */
    <T> Paged<T> paged(
            Needs needs, @Nullable ToLongFunction<T> ids, Filters<T> filters, Function<Cursor, Call<List<T>>> request) {
        requireAsFarAsKnown(needs);
        return Paged.of(
                cursor -> {
                    requireAsFarAsKnown(needs);
                    return pageRequest(cursor, request.apply(cursor), needs, filters);
                },
                ids,
                readers);
    }

    private <T> PageSource.PageRequest<T> pageRequest(
            Cursor cursor, Call<List<T>> call, Needs needs, Filters<T> filters) {
        return new PageSource.PageRequest<>() {
            @Override
            public PageSource.Rows<T> fetch() {
                PageSource.Rows<T> page = page(cursor, call);
                requireAsFarAsKnown(needs);
                check(cursor, page.items(), filters);
                return page;
            }

            @Override
            public void cancel() {
                call.cancel();
            }
        };
    }

    private <T> void check(Cursor cursor, List<T> rows, Filters<T> filters) {
        if (filterChecks == FilterChecks.ROWS) {
            filters.requirePassing(rows);
        }
        if (filterChecks != FilterChecks.NONE && cursor.page() == 1 && rows.isEmpty()) {
            filters.requireExistence(new Existence(this));
        }
    }

    private static <T> PageSource.Rows<T> page(Cursor cursor, Call<List<T>> call) {
        try {
            ApiResponse<List<T>> page = Transport.execute(call);
            return new PageSource.Rows<>(
                    page.body(), LinkHeader.of(page.headers().values("Link")));
        } catch (NotFoundException e) {
            // Only Patchwork itself tells in JSON that it has no such page; the 404 of a proxy is no end.
            if (cursor.page() == 1 || e.detail().isEmpty()) {
                throw e;
            }
            return new PageSource.Rows<>(List.of(), LinkHeader.NONE);
        }
    }

    /** Tells whether the answers so far show that it is this server. */
    boolean isKnown(ServerDialect dialect) {
        return connection.seenDialect().filter(dialect::equals).isPresent();
    }

    /** Returns which server it is, and asks it if no answer has told so far. */
    ServerDialect dialect() {
        return connection.seenDialect().orElseGet(() -> connection.info().dialect());
    }

    /** Refuses what the server does not do, and asks which it is if that matters. */
    void require(Capability capability) {
        requireVersion(capability);
        if (capability.dependsOnDialect()) {
            requireIn(dialect(), capability);
        }
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

    /** Writes a date of a mail, which both servers keep in UTC. */
    @Nullable String mailDate(Optional<Instant> date) {
        return isKnown(ServerDialect.PATCHWORK_4) ? zoned(date) : FilterValues.date(date, ZoneOffset.UTC);
    }

    /** Writes a date of an event or a check: on the clock of the server for 3.x, as an instant for 4.0. */
    @Nullable String serverDate(Optional<Instant> date) {
        boolean sameOnBoth = serverZone.normalized().equals(ZoneOffset.UTC);
        boolean instant = date.isPresent()
                && (sameOnBoth ? isKnown(ServerDialect.PATCHWORK_4) : dialect() == ServerDialect.PATCHWORK_4);
        return instant ? zoned(date) : FilterValues.date(date, serverZone);
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
