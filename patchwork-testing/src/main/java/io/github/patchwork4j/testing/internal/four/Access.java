package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who asks, and who may write: the maintainers of a project and the administrators, whatever they have to do with a mail. */
final class Access {

    private Access() {}

    /** Finds the caller; a token that is unknown counts as none, and that of somebody inactive works. */
    static @Nullable UserRow caller(World world, Request request) {
        String header = request.headers().get("Authorization");
        String[] words = header == null ? new String[0] : header.strip().split(" +", -1);
        if (words.length != 2) {
            return null;
        }
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "token", "bearer" -> world.users().withToken(words[1]);
            default -> null;
        };
    }

    /** Insists on a login. */
    static UserRow user(Call call) {
        UserRow caller = call.caller();
        if (caller == null) {
            throw Problem.notLoggedIn();
        }
        return caller;
    }

    /** Insists on a right to write what is in a project. */
    static void mayWrite(UserRow user, long project) {
        if (!user.maintains(project) && !user.account().superuser()) {
            throw Problem.notPermitted();
        }
    }
}
