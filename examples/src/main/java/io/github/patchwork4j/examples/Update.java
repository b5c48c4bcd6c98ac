package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.UserQuery;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.User;
import io.github.patchwork4j.core.UserRef;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes a patch. */
@Command(name = "update", description = "Changes a patch, with the token that PW_TOKEN holds.")
final class Update implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ServerOptions server;

    @Parameters(paramLabel = "ID", description = "The id of the patch.")
    private long id;

    @Option(names = "--state", paramLabel = "S", description = "The state, such as under-review.")
    private @Nullable String state;

    @Option(names = "--delegate", paramLabel = "USER", description = "The name or the id of who is to deal with it.")
    private @Nullable String delegate;

    @Option(names = "--archived", arity = "1", paramLabel = "BOOL", description = "Whether it is put away.")
    private @Nullable Boolean archived;

    @Option(names = "--commit-ref", paramLabel = "COMMIT", description = "The commit that it became.")
    private @Nullable String commitRef;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (state == null && delegate == null && archived == null && commitRef == null) {
            throw new ParameterException(spec.commandLine(), "nothing to change is given");
        }
        try (PatchworkClient client = server.client()) {
            Patch patch = client.patches().update(id, update(client));
            spec.commandLine()
                    .getOut()
                    .printf(
                            "patch %d: %s, %s, %s%n",
                            patch.id(),
                            patch.state().slug(),
                            patch.delegate().map(UserRef::username).orElse("no delegate"),
                            patch.archived() ? "archived" : "not archived");
        }
        return 0;
    }

    private PatchUpdate update(PatchworkClient client) {
        PatchUpdate.Builder update = PatchUpdate.builder();
        if (state != null) {
            update.state(PatchState.of(state));
        }
        if (delegate != null) {
            update.delegate(user(client, delegate));
        }
        if (archived != null) {
            update.archived(archived);
        }
        if (commitRef != null) {
            update.commitRef(commitRef);
        }
        return update.build();
    }

    /** Finds a user by the id or the name: a patch is delegated by ids, and the ids of maintainers may be others. */
    private static long user(PatchworkClient client, String name) {
        if (name.matches("[0-9]{1,18}")) {
            return Long.parseLong(name);
        }
        UserQuery query = UserQuery.builder().search(name).build();
        return client.users().list(query).stream()
                .filter(user -> user.username().equals(name))
                .mapToLong(User::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no user is called \"" + name + "\""));
    }
}
