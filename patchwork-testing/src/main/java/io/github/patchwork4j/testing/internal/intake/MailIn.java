package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.ProjectRule;
import io.github.patchwork4j.mbox.series.Arrival;
import io.github.patchwork4j.mbox.series.PatchworkIntake;
import io.github.patchwork4j.testing.DeliveredMail;
import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.internal.snapshot.Additions;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes mails into a world as a Patchwork server takes them from its lists. What becomes of a mail is decided by
 * {@link PatchworkIntake}; {@link Filing} carries it out.
 */
public final class MailIn {
    private final World world;
    private final Clock clock;
    private final ServerRules rules;
    private final Filing filing;

    /**
     * Makes an intake.
     *
     * @param world the world that takes the mails
     * @param clock tells when they arrive
     */
    public MailIn(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.rules = world.profile() == Profile.PATCHWORK_4_0 ? new FourRules() : new ThreeRules();
        this.filing = new Filing(world, clock, rules);
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

    /** A list that no project has gets one. */
    void provideProject(String listId) {
        Additions.projectOfList(world, listId);
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
        PatchworkIntake intake = rules.intake(state);
        Arrival arrival = (project.listEmail().isEmpty() ? intake : intake.withListAddress(project.listEmail()))
                .decide(mail, clock.instant());
        if (arrival instanceof Arrival.Patch patch) {
            return filing.patch(mail, project, patch);
        }
        if (arrival instanceof Arrival.Cover cover) {
            return filing.cover(mail, project, cover);
        }
        if (arrival instanceof Arrival.PatchComment comment) {
            return filing.patchComment(mail, project, comment, state);
        }
        if (arrival instanceof Arrival.CoverComment comment) {
            return filing.coverComment(mail, project, comment, state);
        }
        return nothing(project.linkName(), arrival.why());
    }
}
