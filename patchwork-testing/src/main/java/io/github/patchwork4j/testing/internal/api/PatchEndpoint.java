package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.change.PatchChange;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.view.PatchView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One patch, whose relation to others follows rules of its own. */
final class PatchEndpoint extends DetailEndpoint<PatchRow> {
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
        PatchInput input = PatchInput.read(call, patch);
        PatchChange change = new PatchChange(world, call.events(), call.writer().id());
        List<PatchRow> before = world.patches().relatedTo(patch);
        boolean complete = call.request().method().equals("PUT");
        List<PatchRow> named = input.related().or(List.of());
        if (input.related().present() || complete) {
            relate(call, change, patch, input.changed(), named);
        } else {
            change.store(input.changed());
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
}
