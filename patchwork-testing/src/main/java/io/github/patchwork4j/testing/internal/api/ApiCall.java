package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.body.BodyReader;
import io.github.patchwork4j.testing.internal.change.EventLog;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.input.Input;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.view.ApiVersion;
import io.github.patchwork4j.testing.internal.view.Urls;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that found its endpoint, and whoever sent it.
 *
 * @param world what there is
 * @param request what was sent
 * @param version the version in the path
 * @param arguments the variable segments of the path
 * @param caller who is logged in, or null
 * @param clock what the server takes the time from
 */
record ApiCall(
        World world,
        Request request,
        ApiVersion version,
        List<String> arguments,
        @Nullable UserRow caller,
        Clock clock) {

    /** Returns the caller of a write, who has been found to be allowed to do it. */
    UserRow writer() {
        return Objects.requireNonNull(caller);
    }

    /** Reads the fields that were sent. */
    Input input() {
        return new Input(BodyReader.read(request), request.method().equals("PATCH"), request.remarks());
    }

    /** Opens the list of events for this one write. */
    EventLog events() {
        return new EventLog(world, clock);
    }

    /** Returns an id from the path. */
    long id(int argument) {
        return world.id(new BigInteger(arguments.get(argument)));
    }

    /** Returns the urls of the answer; they carry the format if the request asked for one. */
    Urls urls() {
        String format = request.query().last("format");
        boolean given = format != null && !format.isEmpty();
        return new Urls(request.origin(), version, given ? "?format=" + format : "");
    }

    /** Returns how to say no to whoever asks. */
    ApiRefusal refusal() {
        return caller == null ? ApiRefusal.notLoggedIn() : ApiRefusal.notPermitted();
    }
}
