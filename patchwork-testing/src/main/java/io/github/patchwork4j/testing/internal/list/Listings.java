package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CheckState;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.StateRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.CodePoints;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lists of the API with all that they offer.
 *
 * @param world where rows that others refer to are looked up
 */
public record Listings(World world) {
    private static final Reference<ProjectRow> PROJECT = Reference.byIdOr(World::projects, ProjectRow::linkName);
    private static final Reference<ProjectRow> PROJECT_ID = Reference.byId(World::projects);
    private static final Reference<PersonRow> PERSON = Reference.byIdOr(World::people, PersonRow::email);
    private static final Reference<UserRow> USER = Reference.byIdOr(World::users, UserRow::username);
    private static final Reference<UserRow> USER_ID = Reference.byId(World::users);
    private static final Reference<StateRow> STATE =
            Reference.byIdOr(World::states, StateRow::name).spelled(slug -> slug.replace('-', ' '));
    private static final Reference<SeriesRow> SERIES = Reference.byId(World::series);
    private static final Reference<PatchRow> PATCH = Reference.byId(World::patches);
    private static final Reference<CoverRow> COVER = Reference.byId(World::covers);

    /** The order of the index that covers most columns of a patch, which the database prefers to the table itself. */
    private static final Comparator<PatchRow> WIDE_INDEX = Comparator.comparing(PatchRow::archived)
            .thenComparingLong(PatchRow::state)
            .thenComparingLong(PatchRow::delegate)
            .thenComparingLong(PatchRow::date)
            .thenComparingLong(PatchRow::project)
            .thenComparingLong(PatchRow::submitter)
            .thenComparing(PatchRow::name, CodePoints.ORDER)
            .thenComparingLong(PatchRow::id);

    /**
     * Returns the list of patches.
     *
     * @return the list
     */
    public Listing<PatchRow> patches() {
        Ordering<PatchRow> ordering = new Ordering<PatchRow>("id")
                .number("id", PatchRow::id)
                .text("name", PatchRow::name)
                .text("project", patch -> world.projects().get(patch.project()).linkName())
                .number("date", PatchRow::date)
                .number("state", patch -> world.states().get(patch.state()).ordering())
                .number("archived", patch -> patch.archived() ? 1 : 0)
                .reference("submitter", PatchRow::submitter)
                .scanned("name", WIDE_INDEX)
                .walked("archived", WIDE_INDEX)
                .joined(
                        "check",
                        patch -> world.checks().of(patch.id()).stream()
                                .map(CheckRow::id)
                                .toList());
        return new Listing<>(ordering, Search.<PatchRow>in(patch -> List.of(patch.name())))
                .filter("project", PROJECT.anyOf(PatchRow::project))
                .filter("series", SERIES.anyOf(PatchRow::series))
                .filter("submitter", PERSON.anyOf(PatchRow::submitter))
                .filter("delegate", USER.anyOf(PatchRow::delegate))
                .filter("state", STATE.anyOf(PatchRow::state))
                .filter("archived", ValueFilter.flag(PatchRow::archived))
                .filter("since", ValueFilter.since(PatchRow::date))
                .filter("before", ValueFilter.before(PatchRow::date))
                .filterSince(2, "hash", ValueFilter.textInAnyCase(PatchRow::hash))
                .filterSince(2, "msgid", ValueFilter.msgid(PatchRow::msgid));
    }

    /**
     * Returns the list of covers.
     *
     * @return the list
     */
    public Listing<CoverRow> covers() {
        Ordering<CoverRow> ordering = new Ordering<CoverRow>("id")
                .number("id", CoverRow::id)
                .text("name", CoverRow::name)
                .number("date", CoverRow::date)
                .reference("submitter", CoverRow::submitter);
        return new Listing<>(ordering, Search.<CoverRow>in(cover -> List.of(cover.name())))
                .filter("project", PROJECT.anyOf(CoverRow::project))
                .filter("series", brokenBy(PROJECT_ID))
                .filter("submitter", PERSON.anyOf(CoverRow::submitter))
                .filter("msgid", ValueFilter.msgid(CoverRow::msgid))
                .filter("since", ValueFilter.since(CoverRow::date))
                .filter("before", ValueFilter.before(CoverRow::date));
    }

    /** A filter that the server looks up among the wrong objects, and fails on when it finds one. */
    private static <R> Filter<R> brokenBy(Reference<?> reference) {
        return (values, world) -> {
            Selection<R> selection = reference.<R>anyOf(row -> 0).select(values, world);
            return selection.effect() == Selection.Effect.CHOOSE ? Selection.fault() : selection;
        };
    }

    /**
     * Returns the list of series.
     *
     * @return the list
     */
    public Listing<SeriesRow> series() {
        Ordering<SeriesRow> ordering = new Ordering<SeriesRow>("id")
                .number("id", SeriesRow::id)
                .text("name", SeriesRow::name)
                .number("date", SeriesRow::date)
                .reference("submitter", SeriesRow::submitter)
                .broken("received_all");
        return new Listing<>(ordering, Search.<SeriesRow>in(series -> one(series.name())))
                .filter("project", PROJECT.anyOf(SeriesRow::project))
                .filter("submitter", PERSON.anyOf(SeriesRow::submitter))
                .filter("since", ValueFilter.since(SeriesRow::date))
                .filter("before", ValueFilter.before(SeriesRow::date));
    }

    /**
     * Returns the list of events.
     *
     * @return the list
     */
    public Listing<EventRow> events() {
        Ordering<EventRow> ordering = new Ordering<EventRow>("-date").number("date", EventRow::date);
        return new Listing<>(ordering, Search.<EventRow>ignored())
                .filter("project", PROJECT.anyOf(EventRow::project))
                .filter("series", SERIES.anyOf(event -> event.subjects().series()))
                .filter("patch", PATCH.anyOf(event -> event.subjects().patch()))
                .filter("cover", COVER.anyOf(event -> event.subjects().cover()))
                .filter("category", oneOf(EventCategory.ofPatchwork3(), EventCategory::word, EventRow::category))
                .filter("since", ValueFilter.since(EventRow::date))
                .filter("before", ValueFilter.before(EventRow::date))
                .filterSince(2, "actor", USER_ID.one(EventRow::actor));
    }

    /**
     * Returns the list of bundles.
     *
     * @return the list
     */
    public Listing<BundleRow> bundles() {
        Ordering<BundleRow> ordering = new Ordering<BundleRow>("id")
                .number("id", BundleRow::id)
                .text("name", BundleRow::name)
                .reference("owner", BundleRow::owner);
        return new Listing<>(ordering, Search.<BundleRow>in(bundle -> List.of(bundle.name())))
                .filter("project", PROJECT.anyOf(BundleRow::project))
                .filter("owner", USER.anyOf(BundleRow::owner))
                .filter("public", ValueFilter.flag(BundleRow::shared));
    }

    /**
     * Returns the list of projects.
     *
     * @return the list
     */
    public Listing<ProjectRow> projects() {
        Ordering<ProjectRow> ordering = new Ordering<ProjectRow>("id")
                .number("id", ProjectRow::id)
                .text("name", ProjectRow::name)
                .broken("link_name")
                .broken("list_id");
        return new Listing<>(ordering, Search.broken());
    }

    /**
     * Returns the list of people.
     *
     * @return the list
     */
    public Listing<PersonRow> people() {
        Ordering<PersonRow> ordering = new Ordering<PersonRow>("id")
                .number("id", PersonRow::id)
                .text("name", PersonRow::name)
                .text("email", PersonRow::email);
        return new Listing<>(ordering, Search.in(person -> Arrays.asList(person.name(), person.email())));
    }

    /**
     * Returns the list of users.
     *
     * @return the list
     */
    public Listing<UserRow> users() {
        Ordering<UserRow> ordering = new Ordering<UserRow>("id")
                .number("id", UserRow::id)
                .text("username", UserRow::username)
                .text("email", UserRow::email);
        return new Listing<>(
                ordering, Search.in(user -> List.of(user.username(), user.firstName(), user.lastName(), user.email())));
    }

    /**
     * Returns the list of the checks of one patch.
     *
     * @return the list
     */
    public Listing<CheckRow> checks() {
        Ordering<CheckRow> ordering = new Ordering<CheckRow>("id")
                .number("id", CheckRow::id)
                .number("user", CheckRow::user)
                .number("date", CheckRow::date)
                .number("state", check -> check.state().number())
                .text("target_url", CheckRow::targetUrl)
                .text("context", CheckRow::context)
                .text("description", CheckRow::description);
        // The filter knows the states by their numbers only.
        Function<CheckState, String> number = state -> Integer.toString(state.number());
        return new Listing<>(ordering, Search.<CheckRow>ignored())
                .filter("user", USER.anyOf(CheckRow::user))
                .filter("context", ValueFilter.text(CheckRow::context))
                .filter("state", oneOf(CheckState.values(), number, CheckRow::state))
                .filter("since", ValueFilter.since(CheckRow::date))
                .filter("before", ValueFilter.before(CheckRow::date));
    }

    /**
     * Returns the list of the comments on one patch or cover.
     *
     * @return the list
     */
    public Listing<CommentRow> comments() {
        Ordering<CommentRow> ordering = new Ordering<CommentRow>("id")
                .number("id", CommentRow::id)
                .number("date", CommentRow::date)
                .number("submitter", CommentRow::submitter)
                .broken("subject");
        return new Listing<>(ordering, Search.broken());
    }

    private static <R, V> Filter<R> oneOf(V[] values, Function<V, String> word, Function<R, V> own) {
        var byWord = Arrays.stream(values).collect(Collectors.toMap(word, value -> value));
        return ValueFilter.choice(byWord::get, own);
    }

    private static List<@Nullable String> one(@Nullable String text) {
        return Arrays.asList(text);
    }
}
