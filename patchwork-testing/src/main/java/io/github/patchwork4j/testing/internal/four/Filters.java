package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.four.ListRules.Choice;
import io.github.patchwork4j.testing.internal.four.ListRules.Filter;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.World;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of filters: names are compared exactly, and a value of the wrong type is refused. */
final class Filters {

    private Filters() {}

    /** Takes a number; 0 is no filter. */
    static <R> Filter<R> number(ToLongFunction<R> own) {
        return given -> {
            BigInteger number = Numbers.read(given.text(), given.location(), given.faults());
            if (number == null || number.signum() == 0) {
                return Choice.all();
            }
            long wanted = number.longValue();
            return Choice.where(row -> own.applyAsLong(row) == wanted);
        };
    }

    /** Takes the id of a project, else its link name. */
    static <R> Filter<R> project(ToLongFunction<R> own) {
        return given -> {
            ProjectRow project = findProject(given.call().world(), given.text());
            return project == null ? Choice.nothing() : Choice.where(row -> own.applyAsLong(row) == project.id());
        };
    }

    /** Finds a project by an id of 32 bits, else by its link name. */
    static @Nullable ProjectRow findProject(World world, String text) {
        BigInteger id = Numbers.parse(text);
        ProjectRow project = id == null || id.bitLength() >= Integer.SIZE
                ? null
                : world.projects().find(id.longValue());
        return project == null ? world.projects().named(text) : project;
    }

    /** Takes an id, else a name. */
    static <R, T extends Row> Filter<R> idOr(
            Function<World, Table<T>> table, Function<T, String> name, ToLongFunction<R> own) {
        return given -> {
            BigInteger id = Numbers.parse(given.text());
            Predicate<T> named =
                    id == null ? row -> name.apply(row).equals(given.text()) : row -> row.id() == id.longValue();
            return chosen(table.apply(given.call().world()), named, own);
        };
    }

    /** Takes the id of a state, else its name in any case; a slug with a hyphen is no name. */
    static <R> Filter<R> state(ToLongFunction<R> own) {
        return given -> {
            BigInteger id = Numbers.parse(given.text());
            return chosen(
                    given.call().world().states(),
                    state -> id == null ? state.name().equalsIgnoreCase(given.text()) : state.id() == id.longValue(),
                    own);
        };
    }

    private static <R, T extends Row> Choice<R> chosen(Table<T> table, Predicate<T> named, ToLongFunction<R> own) {
        List<Long> ids = table.all().stream().filter(named).map(Row::id).toList();
        return ids.isEmpty() ? Choice.nothing() : Choice.where(row -> ids.contains(own.applyAsLong(row)));
    }

    /** Takes an id; the server has no table to look a name up in. */
    static <R> Filter<R> idOrFault(ToLongFunction<R> own) {
        return given -> {
            BigInteger id = Numbers.parse(given.text());
            if (id == null) {
                throw new ServerFault("the owner \"" + given.text() + "\" is looked up in a table that does not exist");
            }
            return Choice.where(row -> own.applyAsLong(row) == id.longValue());
        };
    }

    /** Takes {@code true} and {@code false}, in small letters only. */
    static <R> Filter<R> flag(Predicate<R> own) {
        return given -> switch (given.text()) {
            case "true" -> Choice.where(own);
            case "false" -> Choice.where(own.negate());
            default -> {
                given.faults().add("invalid boolean", given.location(), given.text());
                yield Choice.all();
            }
        };
    }

    static <R> Filter<R> textInAnyCase(Function<R, @Nullable String> own) {
        return given -> Choice.where(row -> given.text().equalsIgnoreCase(own.apply(row)));
    }

    /** Takes a Message-Id without brackets. */
    static <R> Filter<R> msgid(Function<R, String> own) {
        return given -> {
            Choice<R> choice = Choice.where(row -> own.apply(row).equals("<" + given.text() + ">"));
            return given.text().startsWith("<")
                    ? choice.remarked("has angle brackets, so that nothing is found")
                    : choice;
        };
    }

    static <R> Filter<R> since(ToLongFunction<R> utc) {
        return dated(utc, bound -> date -> date >= bound);
    }

    static <R> Filter<R> before(ToLongFunction<R> utc) {
        return dated(utc, bound -> date -> date < bound);
    }

    private static <R> Filter<R> dated(ToLongFunction<R> utc, Function<Long, LongPredicate> test) {
        return given -> {
            LongPredicate dates = test.apply(Dates.filter(given.text()));
            return Choice.where(row -> dates.test(utc.applyAsLong(row)));
        };
    }

    /** Like {@link #since} for dates on the server's clock. */
    static <R> Filter<R> sinceLocal(ToLongFunction<R> local) {
        return given -> Filters.<R>since(row -> given.call().dates().utc(local.applyAsLong(row)))
                .read(given);
    }

    /** Like {@link #before} for dates on the server's clock. */
    static <R> Filter<R> beforeLocal(ToLongFunction<R> local) {
        return given -> Filters.<R>before(row -> given.call().dates().utc(local.applyAsLong(row)))
                .read(given);
    }

    /** Looks for the whole text, case included, in which {@code %} and {@code _} stand for any characters and for one. */
    static <R> Filter<R> search(Function<R, List<@Nullable String>> texts) {
        return given -> {
            Pattern like = Pattern.compile(
                    given.text()
                            .codePoints()
                            .mapToObj(point -> point == '%' ? ".*" : point == '_' ? "." : literal(point))
                            .collect(Collectors.joining()),
                    Pattern.DOTALL);
            return Choice.where(row -> texts.apply(row).stream()
                    .filter(Objects::nonNull)
                    .anyMatch(text -> like.matcher(text).find()));
        };
    }

    private static String literal(int point) {
        return Pattern.quote(Character.toString(point));
    }

    /** Takes a word but leaves what it does to the source of the rows. */
    static <R> Filter<R> elsewhere(String... known) {
        return given -> List.of(known).contains(given.text().toLowerCase(Locale.ROOT))
                ? Choice.all()
                : Choice.<R>all().remarked("is no order of this list, so that it is ignored");
    }
}
