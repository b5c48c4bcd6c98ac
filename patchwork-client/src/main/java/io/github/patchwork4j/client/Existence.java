package io.github.patchwork4j.client;

import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.ProjectRef;
import io.github.patchwork4j.core.User;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
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
    boolean project(String idOrLinkName) {
        boolean addressed = found(() -> {
            ProjectRef project = session.get(session.api().project(idOrLinkName));
            return !FilterValues.isId(idOrLinkName) || Filters.isId(project.id(), idOrLinkName);
        });
        return addressed || (!FilterValues.isId(idOrLinkName) && hasProjectNamed(idOrLinkName));
    }

    /** Looks for a project among all: on 3.x it has its address in one case only, and its filter in any. */
    private boolean hasProjectNamed(String linkName) {
        return !session.isKnown(ServerDialect.PATCHWORK_4)
                && found(() -> session
                        .list(
                                Needs.none(),
                                Project::id,
                                cursor -> session.api().projects(null, cursor.page(), cursor.pageSize()))
                        .stream()
                        .anyMatch(project -> isNamed(project.linkName(), linkName)));
    }

    /** Compares names as filters do: 4.0 with their case, 3.x without. */
    private boolean isNamed(String name, String wanted) {
        return session.isKnown(ServerDialect.PATCHWORK_4) ? name.equals(wanted) : name.equalsIgnoreCase(wanted);
    }

    boolean series(long id) {
        return answers(session.api().series(id));
    }

    boolean patch(long id) {
        return answers(session.api().patch(id));
    }

    boolean cover(long id) {
        return answers(session.api().cover(id));
    }

    boolean userId(long id) {
        return answers(session.api().user(id));
    }

    boolean user(String idOrName) {
        if (FilterValues.isId(idOrName)) {
            return idOrName.length() <= ID_DIGITS && userId(Long.parseLong(idOrName));
        }
        return found(() -> session
                .list(
                        Needs.none(),
                        User::id,
                        cursor -> session.api().users(idOrName, null, cursor.page(), cursor.pageSize()))
                .stream()
                .anyMatch(user -> isNamed(user.username(), idOrName)));
    }

    boolean person(String idOrEmail) {
        if (FilterValues.isId(idOrEmail)) {
            return idOrEmail.length() <= ID_DIGITS && answers(session.api().person(Long.parseLong(idOrEmail)));
        }
        return found(() -> session
                .list(
                        Needs.none(),
                        Person::id,
                        cursor -> session.api().people(idOrEmail, null, cursor.page(), cursor.pageSize()))
                .stream()
                .anyMatch(person -> isNamed(person.email(), idOrEmail)));
    }

    /** Looks for a patch with a state, the one thing that shows it to everybody. */
    boolean state(PatchState state) {
        return COMMON.contains(state)
                || !session.get(session.api()
                                .patches(
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of(state.words()),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        1,
                                        1))
                        .isEmpty();
    }

    /** Looks for the patch whose checks or comments are listed; 3.x has said so itself if it is not there. */
    boolean parentPatch(long id) {
        return !session.isKnown(ServerDialect.PATCHWORK_4) || patch(id);
    }

    /** Looks for the cover letter whose comments are listed; 3.x has said so itself if it is not there. */
    boolean parentCover(long id) {
        return !session.isKnown(ServerDialect.PATCHWORK_4) || cover(id);
    }

    private boolean answers(Call<?> call) {
        return found(() -> {
            Transport.execute(call);
            return true;
        });
    }

    private static boolean found(BooleanSupplier look) {
        try {
            return look.getAsBoolean();
        } catch (NotFoundException e) {
            return false;
        } catch (AuthenticationException | PermissionException e) {
            return true;
        }
    }
}
