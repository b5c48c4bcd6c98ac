package io.github.patchwork4j.testing.internal.change;

import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.List;
import java.util.function.Predicate;

/**
 * Deletes what no API deletes, but the administrators of a server do, with all that hangs on it.
 *
 * @param world what it is deleted from
 */
public record Deletion(World world) {

    /**
     * Deletes a patch with its checks, its comments and the events about it. Bundles lose it, and its series stays.
     *
     * @param id the id of a patch that is there
     */
    public void patch(long id) {
        world.checks().of(id).forEach(check -> world.checks().remove(check.id()));
        List<CommentRow> comments = List.copyOf(world.patchComments().on(id));
        comments.forEach(comment -> world.patchComments().remove(comment.id()));
        events(event -> event.subjects().patch() == id);
        for (BundleRow bundle : List.copyOf(world.bundles().all())) {
            if (bundle.patches().contains(id)) {
                world.bundles().replace(bundle.without(id));
            }
        }
        world.patches().remove(id);
    }

    /**
     * Deletes a user with the checks (except in 4.0), the bundles and the patches delegated to the user. Other events lose
     * their actor, and the people who are the user stay as people.
     *
     * @param user a user who is there
     */
    public void user(UserRow user) {
        long id = user.id();
        all(world.patches().all(), patch -> patch.delegate() == id).stream()
                .map(PatchRow::id)
                .forEach(this::patch);
        all(world.checks().all(), check -> check.user() == id).forEach(this::checkOfNobody);
        all(world.bundles().all(), bundle -> bundle.owner() == id)
                .forEach(bundle -> world.bundles().remove(bundle.id()));
        List.copyOf(world.events().all()).forEach(event -> world.events().replace(event.without(id)));
        all(world.people().all(), person -> person.user() == id)
                .forEach(person ->
                        world.people().replace(new PersonRow(person.id(), person.name(), person.email(), Row.NONE)));
        world.delegationRules().removeIf(rule -> rule.user() == id);
        world.users().remove(id);
    }

    /**
     * Deletes a project with all that is in it, and with its bundles, rules and webhooks. People and users stay, also those who
     * maintained nothing else.
     *
     * @param id the id of a project that is there
     */
    public void project(long id) {
        events(event -> event.project() == id);
        all(world.bundles().all(), bundle -> bundle.project() == id)
                .forEach(bundle -> world.bundles().remove(bundle.id()));
        all(world.patches().all(), patch -> patch.project() == id).forEach(patch -> patch(patch.id()));
        all(world.series().all(), series -> series.project() == id)
                .forEach(series -> world.series().remove(series.id()));
        for (CoverRow cover : all(world.covers().all(), cover -> cover.project() == id)) {
            List<CommentRow> comments = List.copyOf(world.coverComments().on(cover.id()));
            comments.forEach(comment -> world.coverComments().remove(comment.id()));
            world.covers().remove(cover.id());
        }
        world.seriesReferences().removeAll(id);
        world.delegationRules().removeIf(rule -> rule.project() == id);
        all(world.webhooks().all(), webhook -> webhook.project() == id)
                .forEach(webhook -> world.webhooks().remove(webhook.id()));
        all(world.users().all(), user -> user.maintains(id))
                .forEach(user -> world.users().replace(user.with(user.account().without(id))));
        world.projects().remove(id);
    }

    /** In 4.0 a check outlives who posted it. */
    private void checkOfNobody(CheckRow check) {
        if (world.profile() == Profile.PATCHWORK_4_0) {
            world.checks()
                    .replace(new CheckRow(
                            check.id(),
                            check.patch(),
                            Row.NONE,
                            check.date(),
                            check.state(),
                            check.targetUrl(),
                            check.context(),
                            check.description()));
        } else {
            world.checks().remove(check.id());
            events(event -> event.subjects().check() == check.id());
        }
    }

    private void events(Predicate<EventRow> gone) {
        all(world.events().all(), gone).forEach(event -> world.events().remove(event.id()));
    }

    private static <R> List<R> all(List<R> rows, Predicate<R> some) {
        return rows.stream().filter(some).toList();
    }
}
