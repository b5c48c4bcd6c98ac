package io.github.patchwork4j.testing;

import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.testing.internal.change.CheckPosting;
import io.github.patchwork4j.testing.internal.change.Deletion;
import io.github.patchwork4j.testing.internal.change.EventLog;
import io.github.patchwork4j.testing.internal.intake.MailIn;
import io.github.patchwork4j.testing.internal.snapshot.Additions;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.WebhookRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Changes the world of a fake from behind the server, without logging in: what a test needs to find there.
 *
 * <pre>{@code
 * AddedSeries series = fake.edit().series("net: foo").version(2).patches(3).create();
 * fake.edit().check(series.patches().get(0), "ci", "build", CheckState.FAIL);
 * }</pre>
 *
 * <p>What comes by mail on a real server is made by mails that are delivered here, so that it is what the server would have
 * made of them, with its events.
 */
public final class WorldEditor {
    private static final String FIRST_PROJECT = "test";
    private static final String FIRST_LIST = "test.lists.example.org";

    private static final Set<CheckState> STATES =
            Set.of(CheckState.PENDING, CheckState.SUCCESS, CheckState.WARNING, CheckState.FAIL);

    private final World world;
    private final Clock clock;
    private final MailIn intake;

    WorldEditor(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.intake = new MailIn(world, clock);
    }

    /**
     * Begins a series.
     *
     * @param title the title of its cover letter, or of its only patch
     * @return a builder for a series of one patch
     * @throws IllegalArgumentException if the title is empty or not one line
     */
    public SeriesBuilder series(String title) {
        return new SeriesBuilder(this, title);
    }

    /**
     * Adds a patch that is a series for itself.
     *
     * @param title its title
     * @return its id
     * @throws IllegalArgumentException if the title is empty or not one line
     */
    public long patch(String title) {
        return series(title).create().patches().get(0);
    }

    /**
     * Adds a comment on a patch.
     *
     * @param patch the id of the patch
     * @param email the address of who writes, who need not be known
     * @param text what is written, such as {@code Reviewed-by: Ines Okafor <ines@example.org>}
     * @return the id of the comment
     * @throws IllegalArgumentException if there is no such patch
     */
    public long commentOnPatch(long patch, String email, String text) {
        return changing(() -> {
            PatchRow row = known(world.patches().find(patch), "patch", patch);
            return comment(row.project(), row.msgid(), row.name(), email, text);
        });
    }

    /**
     * Adds a comment on a cover letter.
     *
     * @param cover the id of the cover letter
     * @param email the address of who writes, who need not be known
     * @param text what is written
     * @return the id of the comment, which counts from 1 beside those on patches
     * @throws IllegalArgumentException if there is no such cover letter
     */
    public long commentOnCover(long cover, String email, String text) {
        return changing(() -> {
            CoverRow row = known(world.covers().find(cover), "cover letter", cover);
            return comment(row.project(), row.msgid(), row.name(), email, text);
        });
    }

    private long comment(long project, String parent, String subject, String email, String text) {
        Mail mail = new MailText("Re: " + subject, newStem() + "@fake.example.org", clock.instant())
                .from("", email)
                .inReplyTo(parent)
                .with(text);
        return deliver(mail, world.projects().get(project)).id();
    }

    /**
     * Posts a check in the name of a user. As on the server that the fake plays, it is added to the others (3.x) or takes the
     * place of the user's other check of the context (4.0).
     *
     * @param patch the id of the patch
     * @param username who posts it
     * @param context what was tested
     * @param state the result
     * @return the id of the check
     * @throws IllegalArgumentException if there is no such patch, user or result
     */
    public long check(long patch, String username, String context, CheckState state) {
        return changing(() -> {
            PatchRow row = known(world.patches().find(patch), "patch", patch);
            CheckPosting posting = new CheckPosting(world, new EventLog(world, clock));
            CheckRow check =
                    new CheckRow(Row.NONE, row.id(), user(username).id(), 0, stored(state), null, context, null);
            boolean replaces = world.profile() == Profile.PATCHWORK_4_0;
            return (replaces ? posting.addOrReplace(check) : posting.add(check)).id();
        });
    }

    private static io.github.patchwork4j.testing.internal.state.CheckState stored(CheckState state) {
        if (!STATES.contains(state)) {
            throw new IllegalArgumentException("no server keeps checks of the state \"" + state + "\"");
        }
        return io.github.patchwork4j.testing.internal.state.CheckState.of(state.toString());
    }

    /**
     * Makes a bundle that everybody may see.
     *
     * @param owner the username of its owner
     * @param name its name
     * @param patches the ids of its patches, in their order; they are all of one project
     * @return the id of the bundle
     * @throws IllegalArgumentException if there is no such user or patch, no patch at all, patches of several projects, or the
     *     owner has a bundle of that name
     */
    public long bundle(String owner, String name, long... patches) {
        return changing(() -> {
            UserRow user = user(owner);
            List<PatchRow> rows = LongStream.of(patches)
                    .mapToObj(id -> known(world.patches().find(id), "patch", id))
                    .toList();
            if (rows.stream().map(PatchRow::project).distinct().count() != 1) {
                throw new IllegalArgumentException("a bundle has patches of one project, not "
                        + LongStream.of(patches).boxed().toList());
            }
            if (world.bundles().named(user.id(), name) != null) {
                throw new IllegalArgumentException(owner + " has a bundle \"" + name + "\" already");
            }
            List<Long> ids = rows.stream().map(PatchRow::id).distinct().toList();
            long id = world.bundles().lastId() + 1;
            world.bundles().add(new BundleRow(id, rows.get(0).project(), name, user.id(), true, ids));
            return id;
        });
    }

    /**
     * Adds a project.
     *
     * @param linkName what urls carry, also taken for the name
     * @param listId the List-Id of its mailing list
     * @return its id
     * @throws IllegalArgumentException if there is a project of that name
     */
    public long project(String linkName, String listId) {
        return changing(() -> {
            Additions.project(world, linkName, listId);
            return world.projects().lastId();
        });
    }

    /**
     * Adds a user.
     *
     * @param username the login name
     * @param token the token of the API
     * @param maintains link names of projects
     * @return the id of the user, which is not that of the profile
     * @throws IllegalArgumentException if the name or the token is taken, or a project is not there
     */
    public long user(String username, String token, String... maintains) {
        return changing(() -> {
            Additions.user(world, username, token, List.of(maintains));
            return world.users().lastId();
        });
    }

    /**
     * Adds a webhook, which is told of all events of a project from now on. Only Patchwork 4.0 has them.
     *
     * @param project the link name of the project
     * @param url where events are posted, which must be on this machine to get any
     * @param secret what they are signed with; empty for no signature
     * @return its id
     * @throws IllegalArgumentException if there is no such project, or it has a webhook with that url
     * @throws IllegalStateException if this is not Patchwork 4.0
     */
    public long webhook(String project, String url, String secret) {
        if (world.profile() != Profile.PATCHWORK_4_0) {
            throw new IllegalStateException("only Patchwork 4.0 has webhooks, not " + world.profile());
        }
        return changing(() -> {
            ProjectRow row = world.projects().named(project);
            if (row == null) {
                throw new IllegalArgumentException("no project is called \"" + project + "\"");
            }
            boolean taken = world.webhooks().all().stream()
                    .anyMatch(
                            other -> other.project() == row.id() && other.url().equals(url));
            if (taken) {
                throw new IllegalArgumentException(project + " has a webhook at " + url + " already");
            }
            long id = world.webhooks().lastId() + 1;
            long created = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
            world.webhooks().add(new WebhookRow(id, row.id(), url, secret, "*", true, created));
            return id;
        });
    }

    /**
     * Deletes a patch with its checks, its comments and the events about it, as an administrator can. Bundles lose it, and its
     * series stays.
     *
     * @param patch the id of the patch
     * @throws IllegalArgumentException if there is no such patch
     */
    public void deletePatch(long patch) {
        changing(() -> {
            new Deletion(world)
                    .patch(known(world.patches().find(patch), "patch", patch).id());
            return patch;
        });
    }

    /**
     * Deletes a user, as an administrator can, and with the user checks, bundles and also the patches that are delegated to
     * the user. Other events no longer have an actor.
     *
     * @param username the login name
     * @throws IllegalArgumentException if there is no such user
     */
    public void deleteUser(String username) {
        changing(() -> {
            UserRow user = user(username);
            new Deletion(world).user(user);
            return user.id();
        });
    }

    /**
     * Deletes a project, as an administrator can, with its patches, cover letters, series, comments, checks, events, bundles and
     * webhooks. Nobody maintains it any longer; people and users stay.
     *
     * @param linkName the link name of the project
     * @throws IllegalArgumentException if there is no such project
     */
    public void deleteProject(String linkName) {
        changing(() -> {
            long id = project(Objects.requireNonNull(linkName)).id();
            new Deletion(world).project(id);
            return id;
        });
    }

    /** Does several things at once, so that nobody sees half of it. */
    <T> T changing(Supplier<T> work) {
        world.lock().writeLock().lock();
        try {
            return work.get();
        } finally {
            world.lock().writeLock().unlock();
        }
    }

    /** The time of mails that have none of their own. */
    Clock clock() {
        return clock;
    }

    /** The beginning of a Message-Id that no mail has, for each mail makes an event. */
    String newStem() {
        return "fake-" + (world.events().lastId() + 1);
    }

    /** The project of a name; without one the first, which an empty world gets now. */
    ProjectRow project(@Nullable String linkName) {
        if (linkName != null) {
            ProjectRow named = world.projects().named(linkName);
            if (named == null) {
                throw new IllegalArgumentException("there is no project \"" + linkName + "\"");
            }
            return named;
        }
        if (world.projects().all().isEmpty()) {
            Additions.project(world, FIRST_PROJECT, FIRST_LIST);
        }
        return world.projects().all().get(0);
    }

    DeliveredMail deliver(Mail mail, ProjectRow project) {
        DeliveredMail delivered = intake.take(mail, Optional.of(project.listId()));
        if (delivered.kind() == DeliveredMail.Kind.NOTHING
                || !delivered.project().equals(project.linkName())) {
            throw new IllegalStateException(
                    "the project " + project.linkName() + " does not take the mail: " + delivered.why());
        }
        return delivered;
    }

    private UserRow user(String username) {
        UserRow user = world.users().named(username);
        if (user == null) {
            throw new IllegalArgumentException("there is no user \"" + username + "\"");
        }
        return user;
    }

    private static <R> R known(@Nullable R row, String what, long id) {
        if (row == null) {
            throw new IllegalArgumentException("there is no " + what + " " + id);
        }
        return row;
    }
}
