package io.github.patchwork4j.testing.internal.change;

import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow.Subjects;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.Optional;

/**
 * Keeps checks that are posted, with the date of now.
 *
 * @param world where the checks are
 * @param events where it is noted
 */
public record CheckPosting(World world, EventLog events) {

    /**
     * Adds a check, as 3.x does, whatever checks there are already.
     *
     * @param check a check whose id and date are not looked at
     * @return the check as it is kept
     */
    public CheckRow add(CheckRow check) {
        CheckRow kept = check.as(world.checks().lastId() + 1, events.now());
        world.checks().add(kept);
        tell(EventCategory.CHECK_CREATED, kept, kept.user());
        return kept;
    }

    /**
     * Adds a check, as 4.0 does: one of the same user and context for the patch gives way.
     *
     * @param check a check whose id and date are not looked at
     * @return the check as it is kept
     */
    public CheckRow addOrReplace(CheckRow check) {
        Optional<CheckRow> old = world.checks().of(check.patch()).stream()
                .filter(other -> other.user() == check.user() && other.context().equals(check.context()))
                .findFirst();
        return old.isPresent() ? replace(check.user(), check.as(old.get().id(), 0)) : add(check);
    }

    /**
     * Changes a check, which only 4.0 does.
     *
     * @param writer the id of the user who does it
     * @param check the check as it is to be, whose date is not looked at
     * @return the check as it is kept
     */
    public CheckRow replace(long writer, CheckRow check) {
        CheckRow kept = check.as(check.id(), events.now());
        world.checks().remove(check.id());
        world.checks().add(kept);
        tell(EventCategory.CHECK_UPDATED, kept, writer);
        return kept;
    }

    private void tell(EventCategory category, CheckRow check, long actor) {
        Subjects subjects = new Subjects(check.patch(), Row.NONE, Row.NONE, Row.NONE, check.id());
        events.add(category, world.patches().get(check.patch()).project(), actor, subjects);
    }
}
