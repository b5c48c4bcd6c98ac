package io.github.patchwork4j.testing.internal.change;

import io.github.patchwork4j.testing.EventTrouble;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.EventRow.Change;
import io.github.patchwork4j.testing.internal.state.EventRow.Subjects;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.Micros;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Notes events, each later than the one before. */
public final class EventLog {
    private static final Duration DELAY = Duration.ofSeconds(10);

    private final World world;
    private final Clock clock;

    /**
     * Opens the log.
     *
     * @param world where events are kept
     * @param clock the time
     */
    public EventLog(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    /**
     * Returns the time on the server's wall. Two readings differ, so that what happened first is found first.
     *
     * @return microseconds
     */
    public long now() {
        boolean equal = world.events().troubles().contains(EventTrouble.EQUAL_DATES);
        Instant now = equal
                ? clock.instant().truncatedTo(ChronoUnit.SECONDS)
                : world.events().next(clock);
        return Micros.of(LocalDateTime.ofInstant(now, ZoneId.of(world.timeZone())));
    }

    /**
     * Notes what became of a patch.
     *
     * @param category what happened
     * @param patch the patch
     * @param actor who did it, or {@link Row#NONE}
     * @param change both sides of it
     */
    public void about(EventCategory category, PatchRow patch, long actor, Change change) {
        add(category, patch.project(), actor, new Subjects(patch.id(), Row.NONE, Row.NONE, Row.NONE, Row.NONE), change);
    }

    /**
     * Notes something that changed nothing that is told.
     *
     * @param category what happened
     * @param project the project's id
     * @param actor who did it, or {@link Row#NONE}
     * @param subjects what it is about
     */
    public void add(EventCategory category, long project, long actor, Subjects subjects) {
        add(category, project, actor, subjects, Change.NOTHING);
    }

    /**
     * Deletes old events.
     *
     * @param age how old
     */
    public void purge(Duration age) {
        long oldest = now() - TimeUnit.MICROSECONDS.convert(age);
        List<Long> old = world.events().oldestFirst().stream()
                .takeWhile(event -> event.date() < oldest)
                .map(EventRow::id)
                .toList();
        old.forEach(world.events()::remove);
    }

    private void add(EventCategory category, long project, long actor, Subjects subjects, Change change) {
        Set<EventTrouble> troubles = world.events().troubles();
        boolean completion = category == EventCategory.SERIES_COMPLETED;
        int times = !completion || !troubles.contains(EventTrouble.COMPLETED_TWICE) ? 1 : 2;
        if (completion && troubles.contains(EventTrouble.COMPLETED_NEVER)) {
            times = 0;
        }
        for (int i = 0; i < times; i++) {
            long id = world.events().lastId() + 1;
            world.events().add(new EventRow(id, category, project, now(), actor, subjects, change));
            if (troubles.contains(EventTrouble.LATE) && id % 2 == 0) {
                world.events().hideUntil(id, clock.instant().plus(DELAY));
            }
        }
    }
}
