package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CommentTable;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Reversed;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All lists with their filters. Mails and series come newest first, events by date, all else by id. */
final class Lists {

    private Lists() {}

    static Action projects() {
        return new ListRules<ProjectRow>(call -> call.world().projects().all(), Shapes::project)
                .filter("q", Filters.search(project -> List.of(project.name())));
    }

    /** Lists users to those who are logged in. */
    static Action users() {
        return new ListRules<UserRow>(
                        call -> {
                            Access.user(call);
                            return call.world().users().all();
                        },
                        Shapes::user)
                .filter(
                        "q",
                        Filters.search(
                                user -> List.of(user.username(), user.firstName(), user.lastName(), user.email())));
    }

    static Action people() {
        return new ListRules<PersonRow>(call -> call.world().people().all(), Shapes::person)
                .filter("q", Filters.search(person -> texts(person.name(), person.email())));
    }

    static Action patches() {
        return new ListRules<PatchRow>(
                        call -> new Reversed<>(call.world().patches().all()), Shapes::patch)
                .filter("project", Filters.project(PatchRow::project))
                .filter("series", Filters.number(PatchRow::series))
                .filter("submitter", Filters.idOr(World::people, PersonRow::email, PatchRow::submitter))
                .filter("delegate", Filters.idOr(World::users, UserRow::username, PatchRow::delegate))
                .filter("state", Filters.state(PatchRow::state))
                .filter("archived", Filters.flag(PatchRow::archived))
                .filter("hash", Filters.textInAnyCase(PatchRow::hash))
                .filter("msgid", Filters.msgid(PatchRow::msgid))
                .filter("since", Filters.since(PatchRow::date))
                .filter("before", Filters.before(PatchRow::date))
                .filter("q", Filters.search(patch -> List.of(patch.name())));
    }

    static Action covers() {
        return new ListRules<CoverRow>(
                        call -> new Reversed<>(call.world().covers().all()), Shapes::cover)
                .filter("project", Filters.project(CoverRow::project))
                .filter("submitter", Filters.idOr(World::people, PersonRow::email, CoverRow::submitter))
                .filter("series", Lists::seriesOfCover)
                .filter("msgid", Filters.msgid(CoverRow::msgid))
                .filter("since", Filters.since(CoverRow::date))
                .filter("before", Filters.before(CoverRow::date))
                .filter("q", Filters.search(cover -> List.of(cover.name())));
    }

    /** Takes the id of a series and ignores what is no number. */
    private static ListRules.Choice<CoverRow> seriesOfCover(ListRules.Given given) {
        if (Numbers.parse(given.text()) == null) {
            return ListRules.Choice.<CoverRow>all().remarked("is no id, so that it is ignored");
        }
        return Filters.<CoverRow>number(cover -> {
                    SeriesRow series = given.call().world().series().ofCover(cover.id());
                    return series == null ? Row.NONE : series.id();
                })
                .read(given);
    }

    static Action series() {
        return new ListRules<SeriesRow>(
                        call -> new Reversed<>(call.world().series().all()), Shapes::series)
                .filter("project", Filters.project(SeriesRow::project))
                .filter("submitter", Filters.number(SeriesRow::submitter))
                .filter(
                        "metadata_key",
                        given -> ListRules.Choice.where(series -> given.call()
                                .world()
                                .series()
                                .metadata(series.id())
                                .containsKey(given.text())))
                .filter(
                        "metadata_value",
                        given -> ListRules.Choice.where(series -> given.call()
                                .world()
                                .series()
                                .metadata(series.id())
                                .containsValue(given.text())))
                .filter("since", Filters.since(SeriesRow::date))
                .filter("before", Filters.before(SeriesRow::date))
                .filter("q", Filters.search(series -> texts(series.name())));
    }

    static Action events() {
        return new ListRules<EventRow>(Lists::eventsFor, Shapes::event)
                .filter("project", Filters.project(EventRow::project))
                .filter("category", Lists::category)
                .filter("patch", Filters.number(event -> event.subjects().patch()))
                .filter("cover", Filters.number(event -> event.subjects().cover()))
                .filter("series", Filters.number(event -> event.subjects().series()))
                .filter("actor", Filters.number(EventRow::actor))
                .filter("since", Filters.sinceLocal(EventRow::date))
                .filter("before", Filters.beforeLocal(EventRow::date))
                .filter("order", Filters.elsewhere("date", "-date"));
    }

    private static ListRules.Choice<EventRow> category(ListRules.Given given) {
        return EventCategory.words().contains(given.text())
                ? ListRules.Choice.where(event -> event.category().word().equals(given.text()))
                : ListRules.Choice.nothing();
    }

    private static List<EventRow> eventsFor(Call call) {
        World world = call.world();
        boolean upwards = "date".equals(Numbers.text(call.request().query(), "order"));
        List<EventRow> all =
                upwards ? world.events().oldestFirst() : world.events().newestFirst();
        if (world.events().late().isEmpty()) {
            return all;
        }
        Instant now = call.clock().instant();
        return all.stream()
                .filter(event -> world.events().isVisible(event, now))
                .toList();
    }

    static Action bundles() {
        return new ListRules<BundleRow>(
                        call -> {
                            UserRow caller = call.caller();
                            return call.world().bundles().all().stream()
                                    .filter(bundle ->
                                            bundle.shared() || (caller != null && bundle.owner() == caller.id()))
                                    .toList();
                        },
                        Shapes::bundle)
                .filter("project", Filters.project(BundleRow::project))
                .filter("owner", Filters.idOrFault(BundleRow::owner))
                .filter("public", Filters.flag(BundleRow::shared));
    }

    /** Lists the checks of a patch, none if there is no such patch. */
    static Action checks() {
        return new ListRules<CheckRow>(call -> call.world().checks().of(call.id(0)), Shapes::check);
    }

    /** Lists the comments on something, none if it is not there. */
    static Action comments(String parents, Function<World, CommentTable> table) {
        return new ListRules<CommentRow>(
                call -> table.apply(call.world()).on(call.id(0)), (shapes, row) -> shapes.comment(row, parents));
    }

    private static List<@Nullable String> texts(@Nullable String... texts) {
        return Arrays.asList(texts);
    }
}
