package io.github.patchwork4j.client;

import io.github.patchwork4j.core.PersonRef;
import io.github.patchwork4j.core.ProjectRef;
import io.github.patchwork4j.core.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What a query filters by, so that the answer can be held against it. */
final class Filters<T> {
    private final List<Filter<T>> filters = new ArrayList<>();

    private record Filter<T>(String name, String value, Predicate<Existence> exists, Predicate<T> passes) {}

    private Filters() {}

    static <T> Filters<T> none() {
        return new Filters<>();
    }

    /** Adds a filter by something that there is on the server, if it is set. */
    <V> Filters<T> by(String name, Optional<V> value, BiPredicate<Existence, V> exists, BiPredicate<T, V> passes) {
        value.ifPresent(set -> filters.add(new Filter<>(
                name, set.toString(), existence -> exists.test(existence, set), row -> passes.test(row, set))));
        return this;
    }

    /** Adds a filter by a value, if it is set. */
    <V> Filters<T> by(String name, Optional<V> value, BiPredicate<T, V> passes) {
        return by(name, value, (existence, set) -> true, passes);
    }

    /** Adds a filter by the id of something, if it is set. */
    Filters<T> by(String name, OptionalLong id, BiPredicate<Existence, Long> exists, BiPredicate<T, Long> passes) {
        Optional<Long> set = id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
        return by(name, set, exists, passes);
    }

    /** Returns the same without looking for what they name. */
    Filters<T> ofRows() {
        Filters<T> rows = new Filters<>();
        filters.forEach(filter ->
                rows.filters.add(new Filter<>(filter.name(), filter.value(), existence -> true, filter.passes())));
        return rows;
    }

    /** Fails if the server does not have what a filter names. */
    void requireExistence(Existence existence) {
        for (Filter<T> filter : filters) {
            if (!filter.exists().test(existence)) {
                throw new UnknownFilterValueException(filter.name(), filter.value());
            }
        }
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
