package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.PatchworkHints;
import io.github.patchwork4j.mbox.series.Arrival;
import io.github.patchwork4j.testing.DeliveredMail;
import io.github.patchwork4j.testing.internal.change.EventLog;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow.Subjects;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Makes the rows of patches, covers and comments that have arrived, with the events in the server's order. */
final class Filing {
    private final World world;
    private final ServerRules rules;
    private final EventLog events;
    private final People people;
    private final Membership members;
    private final PatchFate fate;

    Filing(World world, Clock clock, ServerRules rules) {
        this.world = world;
        this.rules = rules;
        this.events = new EventLog(world, clock);
        this.people = new People(world);
        this.members = new Membership(world, events);
        this.fate = new PatchFate(world, rules);
    }

    DeliveredMail patch(PatchMail mail, ProjectRow project, Arrival.Patch arrival) {
        long id = world.patches().lastId() + 1;
        long submitter = rules.person(people, arrival.mail().submitter());
        String diff = mail.diff().map(Bytes::utf8).orElse(null);
        PatchworkHints hints = PatchworkHints.of(mail.mail());
        events.add(
                EventCategory.PATCH_CREATED,
                project.id(),
                Row.NONE,
                new Subjects(id, Row.NONE, Row.NONE, Row.NONE, Row.NONE));
        SeriesRow series = members.series(arrival.series(), arrival.mail(), project, submitter);
        world.patches()
                .add(new PatchRow(
                        id,
                        project.id(),
                        arrival.mail().msgid(),
                        TableState.micros(arrival.mail().date()),
                        arrival.mail().name(),
                        null,
                        rules.pullUrl(mail.pullRequest()),
                        fate.state(hints),
                        false,
                        diff == null ? null : rules.hash(diff),
                        submitter,
                        fate.delegate(hints, project, diff),
                        series.id(),
                        (long) arrival.number(),
                        Row.NONE,
                        StoredHeaders.of(mail.mail()),
                        mail.message(),
                        diff));
        world.series().replace(series.with(arrival.seriesName().orElse(null), series.cover()));
        members.depend(series, arrival.dependencies());
        members.complete(project, series, id, arrival.number());
        return new DeliveredMail(project.linkName(), DeliveredMail.Kind.PATCH, id, series.id(), arrival.why());
    }

    DeliveredMail cover(PatchMail mail, ProjectRow project, Arrival.Cover arrival) {
        long id = world.covers().lastId() + 1;
        long submitter = rules.person(people, arrival.mail().submitter());
        Runnable created = () -> events.add(
                EventCategory.COVER_CREATED,
                project.id(),
                Row.NONE,
                new Subjects(Row.NONE, Row.NONE, id, Row.NONE, Row.NONE));
        if (rules.tellsOfCoverFirst()) {
            created.run();
        }
        SeriesRow series = members.series(arrival.series(), arrival.mail(), project, submitter);
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
        if (!rules.tellsOfCoverFirst()) {
            created.run();
        }
        world.series().replace(series.with(arrival.seriesName().orElse(null), id));
        members.depend(series, arrival.dependencies());
        return new DeliveredMail(project.linkName(), DeliveredMail.Kind.COVER, id, series.id(), arrival.why());
    }

    DeliveredMail patchComment(PatchMail mail, ProjectRow project, Arrival.PatchComment arrival, TableState state) {
        PatchRow patch = known(state.patch(arrival.patch()), arrival.patch());
        Boolean addressed = addressed(mail);
        CommentRow comment = comment(world.patchComments().lastId() + 1, patch.id(), arrival.mail(), mail, addressed);
        world.patchComments().add(comment);
        events.add(
                EventCategory.PATCH_COMMENT_CREATED,
                project.id(),
                Row.NONE,
                new Subjects(patch.id(), Row.NONE, Row.NONE, comment.id(), Row.NONE));
        return new DeliveredMail(
                project.linkName(), DeliveredMail.Kind.PATCH_COMMENT, comment.id(), patch.series(), arrival.why());
    }

    DeliveredMail coverComment(PatchMail mail, ProjectRow project, Arrival.CoverComment arrival, TableState state) {
        CoverRow cover = known(state.cover(arrival.cover()), arrival.cover());
        Boolean addressed = rules.coverRepliesMayDemand() ? addressed(mail) : null;
        CommentRow comment = comment(world.coverComments().lastId() + 1, cover.id(), arrival.mail(), mail, addressed);
        world.coverComments().add(comment);
        events.add(
                EventCategory.COVER_COMMENT_CREATED,
                project.id(),
                Row.NONE,
                new Subjects(Row.NONE, Row.NONE, cover.id(), comment.id(), Row.NONE));
        SeriesRow series = world.series().ofCover(cover.id());
        return new DeliveredMail(
                project.linkName(),
                DeliveredMail.Kind.COVER_COMMENT,
                comment.id(),
                series == null ? Row.NONE : series.id(),
                arrival.why());
    }

    private static @Nullable Boolean addressed(PatchMail mail) {
        return PatchworkHints.of(mail.mail()).actionRequired() ? Boolean.FALSE : null;
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
                rules.person(people, stored.submitter()),
                StoredHeaders.of(mail.mail()),
                mail.message(),
                addressed);
    }
}
