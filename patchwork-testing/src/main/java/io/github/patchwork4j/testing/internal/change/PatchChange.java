package io.github.patchwork4j.testing.internal.change;

import io.github.patchwork4j.mbox.patch.PatchworkHash;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow.Change;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.List;

/**
 * One write to a patch, and to the patches it is related to.
 *
 * @param world where the patches are
 * @param events where it is noted
 * @param writer who writes
 */
public record PatchChange(World world, EventLog events, long writer) {

    /**
     * Stores the texts, the state and the delegate of a patch.
     *
     * @param changed the row as it is to be
     */
    public void store(PatchRow changed) {
        PatchRow old = world.patches().get(changed.id());
        save(changed);
        if (old.state() != changed.state()) {
            Change change = new Change(old.state(), changed.state(), Row.NONE, Row.NONE);
            events.about(EventCategory.PATCH_STATE_CHANGED, changed, writer, change);
        }
        if (old.delegate() != changed.delegate()) {
            Change change = new Change(Row.NONE, Row.NONE, old.delegate(), changed.delegate());
            events.about(EventCategory.PATCH_DELEGATED, changed, writer, change);
        }
    }

    /**
     * Puts patches into one relation; the one that was addressed comes last.
     *
     * @param addressed the id of the patch that was written to
     * @param involved all patches of the relation, of which at most one relation is known already
     */
    public void join(long addressed, List<PatchRow> involved) {
        long known = involved.stream().mapToLong(PatchRow::relation).max().orElse(Row.NONE);
        long relation = known == Row.NONE ? world.nextRelation() : known;
        involved.stream().filter(patch -> patch.id() != addressed).forEach(patch -> move(patch, relation, Row.NONE));
        move(world.patches().get(addressed), relation, writer);
    }

    /**
     * Takes a patch out of its relation; no relation of one is left behind, and its end is no event.
     *
     * @param id the patch's id
     */
    public void leave(long id) {
        PatchRow patch = world.patches().get(id);
        List<PatchRow> members = world.patches().ofRelation(patch.relation());
        if (members.size() == 2) {
            members.forEach(member -> world.patches().replace(member.withRelation(Row.NONE)));
        } else {
            move(patch, Row.NONE, writer);
        }
    }

    private void move(PatchRow patch, long relation, long actor) {
        save(patch.withRelation(relation));
        if (patch.relation() != relation) {
            events.about(EventCategory.PATCH_RELATION_CHANGED, patch, actor, Change.NOTHING);
        }
    }

    /** Saves a row; what has a diff gets its hash at the latest now. */
    private void save(PatchRow patch) {
        String diff = patch.diff();
        boolean late = patch.hash() == null;
        world.patches().replace(late && diff != null ? patch.withHash(PatchworkHash.of(diff)) : patch);
    }
}
