package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.change.PatchChange;
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
import io.github.patchwork4j.testing.internal.view.PatchView;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One patch, whose relation to others follows rules of its own. */
final class PatchEndpoint extends DetailEndpoint<PatchRow> {
    private static final int LONGEST = 255;

    PatchEndpoint(Permissions permissions) {
        super(
                "Patch",
                "Patch Detail",
                description("a patch"),
                call -> call.world().patches().find(call.id(0)),
                PatchView::detailed,
                Writing.changes(permissions::mayEdit, Forms.PATCH));
    }

    @Override
    Reply change(ApiCall call, PatchRow patch) {
        World world = call.world();
        boolean complete = call.request().method().equals("PUT");
        Input input = call.input();
        Given<String> commitRef = input.read(Texts.any("commit_ref", LONGEST).orNull());
        Given<String> pullUrl = input.read(Texts.any("pull_url", LONGEST).orNull());
        Given<StateRow> state = input.read(state(world));
        Given<Boolean> archived = input.read(Values.flag("archived", world.libraries()));
        Given<UserRow> delegate = input.read(delegate(world, patch));
        Given<List<PatchRow>> related = input.read(Values.references("related", world, world.patches()));
        input.finish();

        UserRow user = delegate.value();
        long newDelegate = delegate.present() ? (user == null ? Row.NONE : user.id()) : patch.delegate();
        PatchRow changed = patch.with(
                commitRef.orNull(patch.commitRef()),
                pullUrl.orNull(patch.pullUrl()),
                state.or(world.states().get(patch.state())).id(),
                archived.or(patch.archived()),
                newDelegate);
        PatchChange change = new PatchChange(world, call.events(), call.writer().id());
        List<PatchRow> before = world.patches().relatedTo(patch);
        boolean relates = related.present() || complete;
        List<PatchRow> named = related.or(List.of());
        if (relates) {
            relate(call, change, patch, changed, named);
        } else {
            change.store(changed);
        }
        boolean stale = !named.isEmpty() && patch.relation() != Row.NONE;
        PatchRow after = world.patches().get(patch.id());
        List<PatchRow> now = stale ? before : world.patches().relatedTo(after);
        List<PatchRow> shown = after.relation() == Row.NONE && !complete ? null : now;
        return Reply.ok(to -> PatchView.changed(to, after, shown));
    }

    private static void relate(
            ApiCall call, PatchChange change, PatchRow patch, PatchRow changed, List<PatchRow> named) {
        Map<Long, PatchRow> involved = new TreeMap<>(Map.of(patch.id(), patch));
        named.forEach(other -> involved.put(other.id(), other));
        call.world().patches().ofRelation(patch.relation()).forEach(other -> involved.put(other.id(), other));
        if (!involved.values().stream().allMatch(other -> call.writer().maintains(other.project()))) {
            throw new ApiRefusal(403, "At least one patch is part of a project you are not maintaining.");
        }
        if (named.isEmpty()) {
            change.store(changed);
            change.leave(patch.id());
            return;
        }
        List<Long> relations = involved.values().stream()
                .map(PatchRow::relation)
                .filter(relation -> relation != Row.NONE)
                .distinct()
                .toList();
        if (relations.size() > 1) {
            throw new ApiRefusal(
                    409,
                    "At least one patch is already part of another relation. You have to explicitly remove a patch from"
                            + " its existing relation before moving it to this one.");
        }
        change.join(patch.id(), new ArrayList<>(involved.values()));
        change.store(changed.withRelation(call.world().patches().get(patch.id()).relation()));
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
