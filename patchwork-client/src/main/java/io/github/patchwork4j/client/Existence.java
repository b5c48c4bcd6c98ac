package io.github.patchwork4j.client;

import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.User;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import retrofit2.Call;

/** Looks on the server for what filters name. What the caller may not look for counts as there. */
final class Existence {
    /** The longest number of which all are ids. */
    private static final int ID_DIGITS = 18;

    /** The states that a new server has. */
    private static final Set<PatchState> COMMON = Set.of(
            PatchState.NEW,
            PatchState.UNDER_REVIEW,
            PatchState.ACCEPTED,
            PatchState.REJECTED,
            PatchState.RFC,
            PatchState.NOT_APPLICABLE,
            PatchState.CHANGES_REQUESTED,
            PatchState.AWAITING_UPSTREAM,
            PatchState.SUPERSEDED,
            PatchState.DEFERRED);

    private final Session session;

    Existence(Session session) {
        this.session = session;
    }

    /** Looks for a project as filters do: unlike the address of a project, they never take a number for a name. */
    Task<Boolean> project(String idOrLinkName) {
        boolean id = FilterValues.isId(idOrLinkName);
        Task<Boolean> addressed = found(Task.answer(() -> session.api().project(idOrLinkName))
                .map(answer -> !id || Filters.isId(answer.body().id(), idOrLinkName)));
        return addressed.then(there -> there || id || session.isKnown(ServerDialect.PATCHWORK_4)
                ? Task.done(there)
                : isAmongAll(idOrLinkName));
    }

    /** Looks for a project among all: on 3.x it has its address in one case only, and its filter in any. */
    private Task<Boolean> isAmongAll(String linkName) {
        Paged<Project> projects = session.list(
                Needs.none(), Project::id, cursor -> session.api().projects(null, cursor.page(), cursor.pageSize()));
        return found(any(projects, project -> isNamed(project.linkName(), linkName)));
    }

    /** Compares names as filters do: 4.0 with their case, 3.x without. */
    private boolean isNamed(String name, String wanted) {
        return session.isKnown(ServerDialect.PATCHWORK_4) ? name.equals(wanted) : name.equalsIgnoreCase(wanted);
    }

    Task<Boolean> series(long id) {
        return answers(() -> session.api().series(id));
    }

    Task<Boolean> patch(long id) {
        return answers(() -> session.api().patch(id));
    }

    Task<Boolean> cover(long id) {
        return answers(() -> session.api().cover(id));
    }

    Task<Boolean> userId(long id) {
        return answers(() -> session.api().user(id));
    }

    Task<Boolean> user(String idOrName) {
        if (FilterValues.isId(idOrName)) {
            return idOrName.length() <= ID_DIGITS ? userId(Long.parseLong(idOrName)) : Task.done(false);
        }
        Paged<User> users = session.list(
                Needs.none(),
                User::id,
                cursor -> session.api().users(idOrName, null, cursor.page(), cursor.pageSize()));
        return found(any(users, user -> isNamed(user.username(), idOrName)));
    }

    Task<Boolean> person(String idOrEmail) {
        if (FilterValues.isId(idOrEmail)) {
            return idOrEmail.length() <= ID_DIGITS
                    ? answers(() -> session.api().person(Long.parseLong(idOrEmail)))
                    : Task.done(false);
        }
        Paged<Person> people = session.list(
                Needs.none(),
                Person::id,
                cursor -> session.api().people(idOrEmail, null, cursor.page(), cursor.pageSize()));
        return found(any(people, person -> isNamed(person.email(), idOrEmail)));
    }

    /** Looks for a patch with a state, the one thing that shows it to everybody. */
    Task<Boolean> state(PatchState state) {
        if (COMMON.contains(state)) {
            return Task.done(true);
        }
        List<String> words = List.of(state.words());
        return Task.answer(() -> session.api()
                        .patches(null, null, null, null, words, null, null, null, null, null, null, null, 1, 1))
                .map(answer -> !answer.body().isEmpty());
    }

    /** Looks for the patch whose checks or comments are listed; 3.x has said so itself if it is not there. */
    Task<Boolean> parentPatch(long id) {
        return session.isKnown(ServerDialect.PATCHWORK_4) ? patch(id) : Task.done(true);
    }

    /** Looks for the cover letter whose comments are listed; 3.x has said so itself if it is not there. */
    Task<Boolean> parentCover(long id) {
        return session.isKnown(ServerDialect.PATCHWORK_4) ? cover(id) : Task.done(true);
    }

    private static <T> Task<Boolean> any(Paged<T> list, Predicate<T> wanted) {
        AtomicBoolean found = new AtomicBoolean();
        return list.toWalk(page -> {
                    found.set(page.items().stream().anyMatch(wanted));
                    return !found.get();
                })
                .map(done -> found.get());
    }

    private static <T> Task<Boolean> answers(Supplier<Call<T>> call) {
        return found(Task.answer(call).map(answer -> true));
    }

    private static Task<Boolean> found(Task<Boolean> look) {
        return look.recover(e -> {
            if (e instanceof NotFoundException) {
                return Task.done(false);
            }
            return e instanceof AuthenticationException || e instanceof PermissionException
                    ? Task.done(true)
                    : Task.failed(e);
        });
    }
}
