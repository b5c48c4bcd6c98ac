package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.input.BadValue;
import io.github.patchwork4j.testing.internal.input.Field;
import io.github.patchwork4j.testing.internal.input.Given;
import io.github.patchwork4j.testing.internal.input.Input;
import io.github.patchwork4j.testing.internal.input.Texts;
import io.github.patchwork4j.testing.internal.input.Values;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.StateRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a client says about a patch.
 *
 * @param changed the patch with what was sent put into it
 * @param related the patches it is to be related to
 */
record PatchInput(PatchRow changed, Given<List<PatchRow>> related) {
    private static final int LONGEST = 255;

    static PatchInput read(ApiCall call, PatchRow patch) {
        World world = call.world();
        Input input = call.input();
        Given<String> commitRef = input.read(Texts.any("commit_ref", LONGEST).orNull());
        Given<String> pullUrl = input.read(Texts.any("pull_url", LONGEST).orNull());
        Given<StateRow> state = input.read(state(world));
        Given<Boolean> archived = input.read(Values.flag("archived", world.libraries()));
        Given<UserRow> delegate = input.read(delegate(world, patch));
        Given<List<PatchRow>> related = input.read(Values.references("related", world, world.patches()));
        input.finish();

        UserRow user = delegate.value();
        PatchRow changed = patch.with(
                commitRef.orNull(patch.commitRef()),
                pullUrl.orNull(patch.pullUrl()),
                state.or(world.states().get(patch.state())).id(),
                archived.or(patch.archived()),
                delegate.present() ? (user == null ? Row.NONE : user.id()) : patch.delegate());
        return new PatchInput(changed, related);
    }

    private static Field<UserRow> delegate(World world, PatchRow patch) {
        return Values.reference("delegate", world, world.users())
                .orNull()
                .must()
                .checked(user -> {
                    if (!user.maintains(patch.project())) {
                        ProjectRow project = world.projects().get(patch.project());
                        throw new BadValue("User '" + user.username() + "' is not a maintainer for project '"
                                + project.name() + "'");
                    }
                });
    }

    private static Field<StateRow> state(World world) {
        return Field.<StateRow>of("state", value -> {
                    if (!(value instanceof String text)) {
                        throw new ServerFault("a state must be a text: " + value);
                    }
                    String slug = slug(text);
                    StateRow found = world.states().all().stream()
                            .filter(state -> state.slug().equals(slug))
                            .findFirst()
                            .orElse(null);
                    if (found == null) {
                        throw new BadValue("Invalid state " + slug + ". Expected one of: " + slugs(world) + ".");
                    }
                    return found;
                })
                .withEmptyAsNull()
                .must();
    }

    private static String slugs(World world) {
        return world.states().all().stream()
                .sorted(Comparator.comparingLong(StateRow::ordering))
                .map(StateRow::slug)
                .collect(Collectors.joining(", "));
    }

    private static String slug(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_\\s-]", "")
                .replaceAll("[-\\s]+", "-")
                .replaceAll("^[-_]+|[-_]+$", "");
    }
}
