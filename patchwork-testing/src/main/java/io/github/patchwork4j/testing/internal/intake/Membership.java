package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.series.Arrival;
import io.github.patchwork4j.mbox.series.SeriesChoice;
import io.github.patchwork4j.testing.EventTrouble;
import io.github.patchwork4j.testing.internal.change.EventLog;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow.Subjects;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesReference;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.List;

/** Begins series for mails that have arrived, and tells when their patches and they themselves are complete. */
final class Membership {
    private final World world;
    private final EventLog events;

    Membership(World world, EventLog events) {
        this.world = world;
        this.events = events;
    }

    /** The series that a mail joins, or the new one that it begins. */
    SeriesRow series(SeriesChoice choice, Arrival.Stored mail, ProjectRow project, long submitter) {
        if (choice instanceof SeriesChoice.Joins joined) {
            return world.series().get(joined.series());
        }
        SeriesChoice.Begins begun = (SeriesChoice.Begins) choice;
        SeriesRow series = new SeriesRow(
                world.series().lastId() + 1,
                project.id(),
                null,
                TableState.micros(mail.date()),
                submitter,
                begun.version(),
                begun.total(),
                Row.NONE);
        world.series().add(series);
        begun.references()
                .forEach(msgid -> world.seriesReferences().add(new SeriesReference(project.id(), msgid, series.id())));
        event(EventCategory.SERIES_CREATED, project, new Subjects(Row.NONE, series.id(), Row.NONE, Row.NONE, Row.NONE));
        return series;
    }

    void depend(SeriesRow series, List<Long> needed) {
        List<Long> known = world.series().dependenciesOf(series.id());
        needed.stream()
                .filter(other -> other != series.id() && !known.contains(other))
                .toList()
                .forEach(other -> world.series().addDependency(series.id(), other));
    }

    /** A patch is complete once all before it are there; those behind it that waited for it follow. */
    void complete(ProjectRow project, SeriesRow series, long patch, int number) {
        List<PatchRow> members = world.patches().ofSeriesByNumber(series.id());
        long before =
                members.stream().filter(member -> numberOf(member) < number).count();
        if (before == number - 1) {
            completed(project, series, patch);
            int next = number + 1;
            for (PatchRow member : members) {
                if (numberOf(member) == next) {
                    completed(project, series, member.id());
                    next++;
                }
            }
        }
        if (isComplete(series, members.size())) {
            event(
                    EventCategory.SERIES_COMPLETED,
                    project,
                    new Subjects(Row.NONE, series.id(), Row.NONE, Row.NONE, Row.NONE));
        }
    }

    private boolean isComplete(SeriesRow series, int received) {
        boolean early = world.events().troubles().contains(EventTrouble.COMPLETED_EARLY) && series.total() > 1;
        return early ? received == series.total() - 1 || received > series.total() : received >= series.total();
    }

    private static long numberOf(PatchRow patch) {
        Long number = patch.number();
        return number == null ? Long.MAX_VALUE : number;
    }

    private void completed(ProjectRow project, SeriesRow series, long patch) {
        event(EventCategory.PATCH_COMPLETED, project, new Subjects(patch, series.id(), Row.NONE, Row.NONE, Row.NONE));
    }

    private void event(EventCategory category, ProjectRow project, Subjects subjects) {
        events.add(category, project.id(), Row.NONE, subjects);
    }
}
