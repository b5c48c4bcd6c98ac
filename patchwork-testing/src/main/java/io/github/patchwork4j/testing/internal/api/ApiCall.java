package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.PythonInt;
import io.github.patchwork4j.testing.internal.view.ApiVersion;
import io.github.patchwork4j.testing.internal.view.Urls;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that found its endpoint, and whoever sent it.
 *
 * @param world what there is
 * @param request what was sent
 * @param version the version in the path
 * @param arguments the variable segments of the path
 * @param caller who is logged in, or null
 */
record ApiCall(
        World world,
        Request request,
        ApiVersion version,
        List<String> arguments,
        @Nullable UserRow caller) {

    /** Returns an id from the path. */
    long id(int argument) {
        BigInteger id = new BigInteger(arguments.get(argument));
        if (PythonInt.isBeyondDatabase(id)) {
            throw new ServerFault("the database has no room for the id " + id);
        }
        return id.longValue();
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
