package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.DelegationRule;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.PatchworkHash;
import io.github.patchwork4j.mbox.patch.PatchworkHints;
import io.github.patchwork4j.mbox.patch.ProjectRule;
import io.github.patchwork4j.mbox.series.Arrival;
import io.github.patchwork4j.mbox.series.PatchworkIntake;
import io.github.patchwork4j.mbox.series.SeriesChoice;
import io.github.patchwork4j.testing.DeliveredMail;
import io.github.patchwork4j.testing.EventTrouble;
import io.github.patchwork4j.testing.internal.change.EventLog;
import io.github.patchwork4j.testing.internal.snapshot.Additions;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow.Subjects;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesReference;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.StateRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes mails into a world as a Patchwork server takes them from its lists. What becomes of a mail is decided by
 * {@link PatchworkIntake}; here it is carried out, with the events in the server's order.
 */
public final class MailIn {
    private final World world;
    private final Clock clock;
    private final EventLog events;
    private final People people;

    /**
     * Makes an intake.
     *
     * @param world the world that takes the mails
     * @param clock tells when they arrive
     */
    public MailIn(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.events = new EventLog(world, clock);
        this.people = new People(world);
    }

    /**
     * Takes a mail, with the write lock of the world.
     *
     * @param mail the mail
     * @param listId the id of the mailing list that it came by; empty if its headers tell
     * @return what became of it
     */
    public DeliveredMail take(Mail mail, Optional<String> listId) {
        world.lock().writeLock().lock();
        try {
            Optional<String> linkName = projectOf(mail, listId);
            ProjectRow project = linkName.map(world.projects()::named).orElse(null);
            return project == null
                    ? nothing("", "no project has the mailing list that it came by")
                    : take(PatchMail.patchwork(mail, List.of(project.linkName())), project);
        } finally {
            world.lock().writeLock().unlock();
        }
    }

    /** A list that no project has gets one, called by the first word of the list's id. */
    void provideProject(String listId) {
        if (world.projects().all().stream()
                .noneMatch(project -> project.listId().equals(listId))) {
            int dot = listId.indexOf('.');
            Additions.project(world, dot < 0 ? listId : listId.substring(0, dot), listId);
        }
    }

    private Optional<String> projectOf(Mail mail, Optional<String> listId) {
        List<ProjectRule> rules = world.projects().all().stream()
                .map(project -> ProjectRule.of(project.listId(), project.subjectMatch(), project.linkName()))
                .toList();
        return listId.isPresent() ? ProjectRule.project(rules, listId.get(), mail) : ProjectRule.project(rules, mail);
    }

    private static DeliveredMail nothing(String project, String why) {
        return new DeliveredMail(project, DeliveredMail.Kind.NOTHING, Row.NONE, Row.NONE, why);
    }

    private DeliveredMail take(PatchMail mail, ProjectRow project) {
        TableState state = new TableState(world, project);
        PatchworkIntake intake = PatchworkIntake.of(state);
        Arrival arrival = (project.listEmail().isEmpty() ? intake : intake.withListAddress(project.listEmail()))
                .decide(mail, clock.instant());
        if (arrival instanceof Arrival.Patch patch) {
            return patch(mail, project, patch);
        }
        if (arrival instanceof Arrival.Cover cover) {
            return cover(mail, project, cover);
        }
        if (arrival instanceof Arrival.PatchComment comment) {
            return patchComment(mail, project, comment, state);
        }
        if (arrival instanceof Arrival.CoverComment comment) {
            return coverComment(mail, project, comment, state);
        }
        return nothing(project.linkName(), arrival.why());
    }

    private DeliveredMail patch(PatchMail mail, ProjectRow project, Arrival.Patch arrival) {
        long id = world.patches().lastId() + 1;
        long submitter = people.of(arrival.mail().submitter());
        String diff = mail.diff().map(Bytes::utf8).orElse(null);
        PatchworkHints hints = PatchworkHints.of(mail.mail());
        event(EventCategory.PATCH_CREATED, project, new Subjects(id, Row.NONE, Row.NONE, Row.NONE, Row.NONE));
        SeriesRow series = series(arrival.series(), arrival.mail(), project, submitter);
        world.patches()
                .add(new PatchRow(
                        id,
                        project.id(),
                        arrival.mail().msgid(),
                        TableState.micros(arrival.mail().date()),
                        arrival.mail().name(),
                        null,
                        mail.pullRequest().orElse(null),
                        state(hints),
                        false,
                        diff == null ? null : PatchworkHash.of(diff),
                        submitter,
                        delegate(hints, project, diff),
                        series.id(),
                        (long) arrival.number(),
                        Row.NONE,
                        StoredHeaders.of(mail.mail()),
                        mail.message(),
                        diff));
        world.series().replace(series.with(arrival.seriesName().orElse(null), series.cover()));
        depend(series, arrival.dependencies());
        complete(project, series, id, arrival.number());
        return new DeliveredMail(project.linkName(), DeliveredMail.Kind.PATCH, id, series.id(), arrival.why());
    }

    private DeliveredMail cover(PatchMail mail, ProjectRow project, Arrival.Cover arrival) {
        long id = world.covers().lastId() + 1;
        long submitter = people.of(arrival.mail().submitter());
        SeriesRow series = series(arrival.series(), arrival.mail(), project, submitter);
        world.covers()
                .add(new CoverRow(
                        id,
                        project.id(),
                        arrival.mail().msgid(),
                        TableState.micros(arrival.mail().date()),
                        arrival.mail().name(),
                        submitter,
                        StoredHeaders.of(mail.mail()),
                        mail.message()));
        event(EventCategory.COVER_CREATED, project, new Subjects(Row.NONE, Row.NONE, id, Row.NONE, Row.NONE));
        world.series().replace(series.with(arrival.seriesName().orElse(null), id));
        depend(series, arrival.dependencies());
        return new DeliveredMail(project.linkName(), DeliveredMail.Kind.COVER, id, series.id(), arrival.why());
    }

    private DeliveredMail patchComment(
            PatchMail mail, ProjectRow project, Arrival.PatchComment arrival, TableState state) {
        PatchRow patch = known(state.patch(arrival.patch()), arrival.patch());
        Boolean addressed = PatchworkHints.of(mail.mail()).actionRequired() ? Boolean.FALSE : null;
        CommentRow comment = comment(world.patchComments().lastId() + 1, patch.id(), arrival.mail(), mail, addressed);
        world.patchComments().add(comment);
        event(
                EventCategory.PATCH_COMMENT_CREATED,
                project,
                new Subjects(patch.id(), Row.NONE, Row.NONE, comment.id(), Row.NONE));
        return new DeliveredMail(
                project.linkName(), DeliveredMail.Kind.PATCH_COMMENT, comment.id(), patch.series(), arrival.why());
    }

    private DeliveredMail coverComment(
            PatchMail mail, ProjectRow project, Arrival.CoverComment arrival, TableState state) {
        CoverRow cover = known(state.cover(arrival.cover()), arrival.cover());
        CommentRow comment = comment(world.coverComments().lastId() + 1, cover.id(), arrival.mail(), mail, null);
        world.coverComments().add(comment);
        event(
                EventCategory.COVER_COMMENT_CREATED,
                project,
                new Subjects(Row.NONE, Row.NONE, cover.id(), comment.id(), Row.NONE));
        SeriesRow series = world.series().ofCover(cover.id());
        return new DeliveredMail(
                project.linkName(),
                DeliveredMail.Kind.COVER_COMMENT,
                comment.id(),
                series == null ? Row.NONE : series.id(),
                arrival.why());
    }

    private static <R> R known(@Nullable R parent, String msgid) {
        if (parent == null) {
            throw new NoSuchElementException("there is no mail " + msgid + " to comment on");
        }
        return parent;
    }

    private CommentRow comment(
            long id, long parent, Arrival.Stored stored, PatchMail mail, @Nullable Boolean addressed) {
        return new CommentRow(
                id,
                parent,
                stored.msgid(),
                TableState.micros(stored.date()),
                people.of(stored.submitter()),
                StoredHeaders.of(mail.mail()),
                mail.message(),
                addressed);
    }

    /** The series that a mail joins, or the new one that it begins. */
    private SeriesRow series(SeriesChoice choice, Arrival.Stored mail, ProjectRow project, long submitter) {
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

    private void depend(SeriesRow series, List<Long> needed) {
        List<Long> known = world.series().dependenciesOf(series.id());
        needed.stream()
                .filter(other -> other != series.id() && !known.contains(other))
                .toList()
                .forEach(other -> world.series().addDependency(series.id(), other));
    }

    /** A patch is complete once all before it are there; those behind it that waited for it follow. */
    private void complete(ProjectRow project, SeriesRow series, long patch, int number) {
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
        boolean early = world.eventTroubles().contains(EventTrouble.COMPLETED_EARLY) && series.total() > 1;
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

    /** The state that the mail names, or else the one that comes first. */
    private long state(PatchworkHints hints) {
        List<StateRow> states = world.states().all();
        Optional<StateRow> named = hints.state()
                .flatMap(name -> states.stream()
                        .filter(state -> state.name().equalsIgnoreCase(name))
                        .findFirst());
        return named.or(() -> states.stream().min(Comparator.comparingLong(StateRow::ordering)))
                .map(StateRow::id)
                .orElseThrow(() -> new NoSuchElementException("the world has no states"));
    }

    private long delegate(PatchworkHints hints, ProjectRow project, @Nullable String diff) {
        Optional<Long> named = hints.delegate()
                .flatMap(email -> world.users().all().stream()
                        .filter(user -> user.email().equalsIgnoreCase(email))
                        .map(UserRow::id)
                        .findFirst());
        if (named.isPresent() || diff == null) {
            return named.orElse(Row.NONE);
        }
        List<DelegationRule> rules = world.delegationRules().stream()
                .filter(rule -> rule.project() == project.id())
                .map(rule -> new DelegationRule(rule.path(), (int) rule.priority(), Long.toString(rule.user())))
                .toList();
        return DelegationRule.user(rules, DelegationRule.paths(diff))
                .map(Long::valueOf)
                .orElse(Row.NONE);
    }
}
