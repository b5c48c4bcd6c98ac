package io.github.patchwork4j.client;

import io.github.patchwork4j.core.PersonRef;
import io.github.patchwork4j.core.ProjectRef;
import io.github.patchwork4j.core.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a query filters by, so that the answer can be held against it. */
final class Filters<T> {
    private final List<Filter<T>> filters = new ArrayList<>();

    private record Filter<T>(
            String name, String value, Function<Existence, Task<Boolean>> exists, Predicate<T> passes) {}

    private Filters() {}

    static <T> Filters<T> none() {
        return new Filters<>();
    }

    /** Adds a filter by something that there is on the server, if it is set. */
    <V> Filters<T> by(
            String name, Optional<V> value, BiFunction<Existence, V, Task<Boolean>> exists, BiPredicate<T, V> passes) {
        value.ifPresent(set -> filters.add(new Filter<>(
                name, set.toString(), existence -> exists.apply(existence, set), row -> passes.test(row, set))));
        return this;
    }

    /** Adds a filter by a value, if it is set. */
    <V> Filters<T> by(String name, Optional<V> value, BiPredicate<T, V> passes) {
        return by(name, value, (existence, set) -> Task.done(true), passes);
    }

    /** Adds a filter by the id of something, if it is set. */
    Filters<T> by(
            String name,
            OptionalLong id,
            BiFunction<Existence, Long, Task<Boolean>> exists,
            BiPredicate<T, Long> passes) {
        Optional<Long> set = id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
        return by(name, set, exists, passes);
    }

    /** Returns the same without looking for what they name. */
    Filters<T> ofRows() {
        Filters<T> rows = new Filters<>();
        filters.forEach(filter -> rows.filters.add(
                new Filter<>(filter.name(), filter.value(), existence -> Task.done(true), filter.passes())));
        return rows;
    }

    /** Looks for what the filters name, one after the other; fails if the server does not have it. */
    Task<Task.Done> existence(Existence existence) {
        Task<Task.Done> all = Task.done(Task.Done.DONE);
        for (Filter<T> filter : filters) {
            all = all.then(before -> filter.exists()
                    .apply(existence)
                    .then(exists -> exists
                            ? Task.done(Task.Done.DONE)
                            : Task.failed(new UnknownFilterValueException(filter.name(), filter.value()))));
        }
        return all;
    }

    /** Fails if a row does not pass a filter. */
    void requirePassing(List<T> rows) {
        for (Filter<T> filter : filters) {
            for (T row : rows) {
                if (!filter.passes().test(row)) {
                    throw new IgnoredFilterException(filter.name(), filter.value(), row.toString());
                }
            }
        }
    }

    static boolean is(ProjectRef project, String idOrLinkName) {
        return project.linkName().equalsIgnoreCase(idOrLinkName) || isId(project.id(), idOrLinkName);
    }

    static boolean is(PersonRef person, String idOrEmail) {
        return person.email().equalsIgnoreCase(idOrEmail) || isId(person.id(), idOrEmail);
    }

    static boolean is(UserRef user, String idOrName) {
        return user.username().equalsIgnoreCase(idOrName) || isId(user.id(), idOrName);
    }

    /** Tells whether a value is this id, which servers also take with zeros before it. */
    static boolean isId(long id, String value) {
        return FilterValues.isId(value) && value.replaceFirst("^0+(?=.)", "").equals(Long.toString(id));
    }
}
