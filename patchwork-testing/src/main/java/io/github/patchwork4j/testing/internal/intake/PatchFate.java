package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.patch.DelegationRule;
import io.github.patchwork4j.mbox.patch.PatchworkHints;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.StateRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says in which state a new patch is and who gets it: by the headers of its mail, else by the rules of the project.
 *
 * @param world where states, users and rules are
 * @param rules how the server reads the rules of a project
 */
record PatchFate(World world, ServerRules rules) {

    /** The state that the mail names, or else the one that comes first. */
    long state(PatchworkHints hints) {
        List<StateRow> states = world.states().all();
        Optional<StateRow> named = hints.state()
                .flatMap(name -> states.stream()
                        .filter(state -> state.name().equalsIgnoreCase(name))
                        .findFirst());
        return named.or(() -> states.stream().min(Comparator.comparingLong(StateRow::ordering)))
                .map(StateRow::id)
                .orElseThrow(() -> new NoSuchElementException("the world has no states"));
    }

    long delegate(PatchworkHints hints, ProjectRow project, @Nullable String diff) {
        Optional<Long> named = hints.delegate()
                .flatMap(email -> world.users().all().stream()
                        .filter(user -> user.email().equalsIgnoreCase(email))
                        .map(UserRow::id)
                        .findFirst());
        if (named.isPresent() || diff == null) {
            return named.orElse(Row.NONE);
        }
        List<DelegationRule> known = world.delegationRules().stream()
                .filter(rule -> rule.project() == project.id())
                .map(rule -> new DelegationRule(rule.path(), (int) rule.priority(), Long.toString(rule.user())))
                .toList();
        return DelegationRule.user(known, DelegationRule.paths(diff), rules::delegates)
                .map(Long::valueOf)
                .orElse(Row.NONE);
    }
}
