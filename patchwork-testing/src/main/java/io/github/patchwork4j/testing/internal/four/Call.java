package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.change.EventLog;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that found its path, and whoever sent it.
 *
 * @param world what there is
 * @param clock what the server takes the time from
 * @param request what was sent
 * @param version the minor version in the path
 * @param arguments the variable segments of the path; ids have been found to be numbers
 * @param caller who is logged in, or null
 */
record Call(
        World world,
        Clock clock,
        Request request,
        int version,
        List<String> arguments,
        @Nullable UserRow caller) {

    /** Returns how objects look to this caller. */
    Shapes shapes() {
        String scheme = request.headers().get("X-Forwarded-Proto");
        String origin = scheme == null
                ? request.origin()
                : scheme + request.origin().substring(request.origin().indexOf(':'));
        return new Shapes(new Parts(world, origin, version, dates()));
    }

    Dates dates() {
        return new Dates(ZoneId.of(world.timeZone()));
    }

    /** Opens the list of events for this one write. */
    EventLog events() {
        return new EventLog(world, clock);
    }

    long id(int argument) {
        return Long.parseLong(arguments.get(argument));
    }

    /** Returns the row with an id from the path. */
    <R extends Row> R find(Table<R> table, int argument) {
        R row = table.find(id(argument));
        if (row == null) {
            throw Problem.notFound();
        }
        return row;
    }
}
