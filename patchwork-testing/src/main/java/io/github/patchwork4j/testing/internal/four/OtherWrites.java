package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.four.Body.Schema;
import io.github.patchwork4j.testing.internal.four.Body.ValueType;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CommentTable;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;

/** The details of comments, series, projects, users, people and covers, and what can be changed of them, without an event. */
final class OtherWrites {
    private static final Schema COMMENT = new Schema().with(ValueType.FLAG, "addressed");
    private static final Schema SERIES =
            new Schema().with(ValueType.NUMBER, "version").with(ValueType.TEXTS, "metadata");
    private static final Schema PROJECT = new Schema()
            .with(
                    ValueType.TEXT,
                    "web_url",
                    "scm_url",
                    "webscm_url",
                    "list_archive_url",
                    "list_archive_url_format",
                    "commit_url_format");
    private static final Schema USER = new Schema().with(ValueType.TEXT, "first_name", "last_name");

    private OtherWrites() {}

    /**
     * One kind of comments.
     *
     * @param parents the list that what they are on belongs to
     * @param table where they are
     * @param project finds the project that one is in
     */
    record Comments(String parents, Function<World, CommentTable> table, ToLongBiFunction<World, CommentRow> project) {
        static final Comments ON_PATCHES = new Comments(
                "patches",
                World::patchComments,
                (world, comment) -> world.patches().get(comment.parent()).project());
        static final Comments ON_COVERS = new Comments(
                "covers",
                World::coverComments,
                (world, comment) -> world.covers().get(comment.parent()).project());

        Outcome get(Call call) {
            return Outcome.ok("Comment", call.shapes().comment(find(call), parents));
        }

        Outcome change(Call call) {
            Body body = Body.read(call.request(), COMMENT);
            UserRow writer = Access.user(call);
            CommentRow comment = find(call);
            Access.mayWrite(writer, project.applyAsLong(call.world(), comment));
            CommentRow changed = body.has("addressed") ? comment.with(body.flag("addressed", false)) : comment;
            table.apply(call.world()).replace(changed);
            return Outcome.ok("Comment", call.shapes().comment(changed, parents));
        }

        private CommentRow find(Call call) {
            CommentRow comment = call.find(table.apply(call.world()), 1);
            if (comment.parent() != call.id(0)) {
                throw Problem.notFound();
            }
            return comment;
        }
    }

    static Outcome cover(Call call) {
        CoverRow cover = call.find(call.world().covers(), 0);
        return Outcome.ok("Cover", call.shapes().coverDetail(cover));
    }

    static Outcome series(Call call) {
        return Outcome.ok("Series", call.shapes().series(call.find(call.world().series(), 0)));
    }

    static Outcome changeSeries(Call call) {
        Body body = Body.read(call.request(), SERIES);
        UserRow writer = Access.user(call);
        World world = call.world();
        SeriesRow series = call.find(world.series(), 0);
        Access.mayWrite(writer, series.project());
        SeriesRow changed = series.withVersion(body.number("version", series.version()));
        world.series().replace(changed);
        if (body.has("metadata")) {
            world.series().setMetadata(series.id(), body.texts("metadata"));
        }
        return Outcome.ok("Series", call.shapes().series(changed));
    }

    static Outcome project(Call call) {
        return Outcome.ok("Project", call.shapes().project(findProject(call)));
    }

    static Outcome changeProject(Call call) {
        Body body = Body.read(call.request(), PROJECT);
        UserRow writer = Access.user(call);
        ProjectRow project = findProject(call);
        Access.mayWrite(writer, project.id());
        ProjectRow changed = new ProjectRow(
                project.id(),
                project.name(),
                project.linkName(),
                project.listId(),
                project.listEmail(),
                body.text("web_url", project.webUrl()),
                body.text("scm_url", project.scmUrl()),
                body.text("webscm_url", project.webscmUrl()),
                project.subjectMatch(),
                body.text("list_archive_url", project.listArchiveUrl()),
                body.text("list_archive_url_format", project.listArchiveUrlFormat()),
                body.text("commit_url_format", project.commitUrlFormat()),
                project.showDependencies(),
                project.useTags(),
                project.sendNotifications());
        call.world().projects().replace(changed);
        return Outcome.ok("Project", call.shapes().project(changed));
    }

    private static ProjectRow findProject(Call call) {
        ProjectRow project = Filters.findProject(call.world(), call.arguments().get(0));
        if (project == null) {
            throw Problem.notFound();
        }
        return project;
    }

    static Outcome person(Call call) {
        return Outcome.ok("Person", call.shapes().person(call.find(call.world().people(), 0)));
    }

    static Outcome user(Call call) {
        UserRow caller = Access.user(call);
        UserRow user = call.find(call.world().users(), 0);
        Shapes shapes = call.shapes();
        return Outcome.ok("User", user.id() == caller.id() ? shapes.ownUser(user) : shapes.user(user));
    }

    /** Changes the caller's own name; that it is another user is found before that there is none. */
    static Outcome changeUser(Call call) {
        Body body = Body.read(call.request(), USER);
        UserRow caller = Access.user(call);
        if (call.id(0) != caller.id()) {
            throw Problem.notPermitted();
        }
        UserRow changed = new UserRow(
                caller.id(),
                caller.username(),
                body.text("first_name", caller.firstName()),
                body.text("last_name", caller.lastName()),
                caller.email(),
                caller.account());
        call.world().users().replace(changed);
        return Outcome.ok("User", call.shapes().user(changed));
    }
}
