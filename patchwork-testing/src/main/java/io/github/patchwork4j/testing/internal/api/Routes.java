package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.list.Listing;
import io.github.patchwork4j.testing.internal.list.Listings;
import io.github.patchwork4j.testing.internal.list.Source;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CommentTable;
import io.github.patchwork4j.testing.internal.state.Dated;
import io.github.patchwork4j.testing.internal.state.DatedTable;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.PythonInt;
import io.github.patchwork4j.testing.internal.view.CheckView;
import io.github.patchwork4j.testing.internal.view.CommentView;
import io.github.patchwork4j.testing.internal.view.CoverView;
import io.github.patchwork4j.testing.internal.view.EventView;
import io.github.patchwork4j.testing.internal.view.PatchView;
import io.github.patchwork4j.testing.internal.view.PersonView;
import io.github.patchwork4j.testing.internal.view.ProjectView;
import io.github.patchwork4j.testing.internal.view.RowView;
import io.github.patchwork4j.testing.internal.view.SeriesView;
import io.github.patchwork4j.testing.internal.view.UserView;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** All paths below the version. */
final class Routes {
    private static final List<String> READ = List.of("GET");

    private final World world;
    private final Listings listings;
    private final Permissions permissions;

    Routes(World world) {
        this.world = world;
        this.listings = new Listings(world);
        this.permissions = new Permissions(world);
    }

    List<Route> all() {
        return List.of(
                Route.of("projects", projects()),
                Route.of("projects/{project}", project()),
                Route.of("users", users()).forUsers(),
                Route.of("users/{id}", new UserEndpoint(permissions)).forUsers(),
                Route.of("people", people()).forUsers(),
                Route.of("people/{id}", person()).forUsers(),
                Route.of("patches", patches()),
                Route.of("patches/{id}", new PatchEndpoint(permissions)),
                Route.of("patches/{id}/checks", new ChecksEndpoint(listings, permissions)),
                Route.of("patches/{id}/checks/{id}", check()),
                Route.of("patches/{id}/comments", patchComments()).since(1),
                Route.of("patches/{id}/comments/{id}", patchComment()).since(3),
                Route.of("covers", covers()),
                Route.of("covers/{id}", cover()),
                Route.of("covers/{id}/comments", coverComments()).since(1),
                Route.of("covers/{id}/comments/{id}", coverComment()).since(3),
                Route.of("series", series()),
                Route.of("series/{id}", oneSeries()),
                Route.of("events", events()),
                Route.of("bundles", new BundlesEndpoint(listings, permissions)),
                Route.of("bundles/{id}", new BundleEndpoint(permissions)));
    }

    private Endpoint projects() {
        return new ListEndpoint<>(
                "Project List",
                "List projects.",
                READ,
                listings.projects(),
                call -> Source.of(world.projects().all()),
                ListEndpoint.PageView.each(ProjectView::listed));
    }

    private Endpoint project() {
        return new ProjectEndpoint(
                call -> project(call.arguments().get(0)),
                permissions,
                world.profile().newestMinor());
    }

    /** Finds a project by its id, else by its link name; an id wins over a name of digits. */
    private @Nullable ProjectRow project(String idOrName) {
        BigInteger id = PythonInt.parse(idOrName);
        ProjectRow project = id == null ? null : world.projects().find(world.id(id));
        return project == null ? world.projects().named(idOrName) : project;
    }

    private Endpoint users() {
        return new ListEndpoint<>(
                "User List",
                "List users.",
                READ,
                listings.users(),
                call -> Source.of(world.users().all()),
                ListEndpoint.PageView.each(UserView::listed));
    }

    private Endpoint people() {
        return new ListEndpoint<>(
                "Person List",
                "List people.",
                READ,
                listings.people(),
                call -> Source.of(world.people().all()),
                ListEndpoint.PageView.each(PersonView::listed));
    }

    private Endpoint person() {
        return new DetailEndpoint<>(
                "Person",
                "Person Detail",
                "Show a person.",
                call -> world.people().find(call.id(0)),
                PersonView::listed,
                Writing.none());
    }

    private Endpoint patches() {
        return list("Patch List", "List patches.", listings.patches(), world.patches(), PatchView::listed);
    }

    private Endpoint check() {
        return new DetailEndpoint<>(
                "Check", "Check Detail", "Show a check.", this::check, CheckView::detailed, Writing.none());
    }

    private @Nullable CheckRow check(ApiCall call) {
        CheckRow check = world.checks().find(call.id(1));
        return check != null && check.patch() == call.id(0) ? check : null;
    }

    private Endpoint patchComments() {
        return comments("Patch", world.patchComments(), id -> world.patches().find(id) != null, CommentView.ON_PATCH);
    }

    private Endpoint coverComments() {
        return comments("Cover", world.coverComments(), id -> world.covers().find(id) != null, CommentView.ON_COVER);
    }

    private Endpoint comments(String parent, CommentTable table, LongPredicate exists, CommentView view) {
        return new ListEndpoint<>(
                parent + " Comment List",
                "List comments.",
                READ,
                listings.comments(),
                call -> {
                    if (!exists.test(call.id(0))) {
                        throw ApiRefusal.notFound(parent);
                    }
                    return Source.of(table.on(call.id(0)));
                },
                ListEndpoint.PageView.each(view::write));
    }

    private Endpoint patchComment() {
        return new CommentEndpoint(CommentEndpoint.Kind.PATCH, world.patchComments(), permissions::mayEditOnPatch);
    }

    private Endpoint coverComment() {
        return new CommentEndpoint(CommentEndpoint.Kind.COVER, world.coverComments(), permissions::mayEditOnCover);
    }

    private Endpoint covers() {
        return list("Cover List", "List cover letters.", listings.covers(), world.covers(), CoverView::listed);
    }

    private Endpoint cover() {
        return new DetailEndpoint<>(
                "Cover",
                "Cover Detail",
                "Show a cover letter.",
                call -> world.covers().find(call.id(0)),
                CoverView::detailed,
                Writing.none());
    }

    private Endpoint series() {
        return new ListEndpoint<>(
                "Series List",
                "List series.",
                READ,
                listings.series(),
                call -> Source.of(world.series()),
                SeriesView::page);
    }

    private Endpoint oneSeries() {
        return new DetailEndpoint<>(
                "Series",
                "Series Detail",
                "Show a series.",
                call -> world.series().find(call.id(0)),
                SeriesView::detailed,
                Writing.none());
    }

    private Endpoint events() {
        return new ListEndpoint<>(
                "Event List",
                "List events.",
                READ,
                listings.events(),
                this::eventsFor,
                ListEndpoint.PageView.each(EventView::listed));
    }

    /** Versions before 1.3 do not count events about comments at all. */
    private Source<EventRow> eventsFor(ApiCall call) {
        Source<EventRow> all = Source.of(world.events());
        boolean comments = call.version().has(3);
        if (!world.events().late().isEmpty()) {
            Instant now = call.clock().instant();
            return all.where(event -> world.events().isVisible(event, now)
                    && (comments || !event.category().isAboutComment()));
        }
        return comments ? all : all.where(event -> !event.category().isAboutComment());
    }

    private <R extends Dated> Endpoint list(
            String name, String description, Listing<R> listing, DatedTable<R> table, RowView<R> view) {
        return new ListEndpoint<>(
                name, description, READ, listing, call -> Source.of(table), ListEndpoint.PageView.each(view));
    }
}
