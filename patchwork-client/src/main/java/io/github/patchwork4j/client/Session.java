package io.github.patchwork4j.client;

import io.github.patchwork4j.core.ApiVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * What all resources of one client share.
 *
 * @param api the addresses of the API
 * @param downloads fetches mails and diffs
 * @param version the version of the API that is asked for
 * @param serverZone the time zone of event and check dates
 */
record Session(PatchworkApi api, Downloads downloads, ApiVersion version, ZoneId serverZone) {
    <T> T get(Call<T> call) {
        return Transport.execute(call).body();
    }

    /** Makes a list of a request for one page of it. Its end is a page that is missing or empty, whatever the links. */
    <T> Paged<T> list(Function<Cursor, Call<List<T>>> request) {
        return Paged.of(cursor -> {
            try {
                ApiResponse<List<T>> page = Transport.execute(request.apply(cursor));
                return new PageSource.Rows<>(
                        page.body(), LinkHeader.next(page.headers().values("Link")));
            } catch (NotFoundException e) {
                // Only Patchwork itself tells in JSON that it has no such page; the 404 of a proxy is no end.
                if (cursor.page() == 1 || e.detail().isEmpty()) {
                    throw e;
                }
                return new PageSource.Rows<>(List.of(), LinkHeader.Next.NO);
            }
        });
    }

    /** Refuses what the version of the API does not have: servers ignore such a filter and list everything. */
    void require(ApiVersion least, String what) {
        if (!version.isAtLeast(least)) {
            throw new IllegalArgumentException(what + " needs API version " + least + " or later, and this client asks"
                    + " for version " + version);
        }
    }

    /** Writes a date of a mail. */
    static @Nullable String mailDate(Optional<Instant> date) {
        return FilterValues.date(date, ZoneOffset.UTC);
    }

    /** Writes a date of an event or a check. */
    @Nullable String serverDate(Optional<Instant> date) {
        return FilterValues.date(date, serverZone);
    }
}
