package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.input.Given;
import io.github.patchwork4j.testing.internal.input.Input;
import io.github.patchwork4j.testing.internal.input.Texts;
import io.github.patchwork4j.testing.internal.input.Values;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.view.ProjectView;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One project, whose maintainers may change where it points to. */
final class ProjectEndpoint extends DetailEndpoint<ProjectRow> {
    private static final int LONGEST = 2000;

    ProjectEndpoint(Function<ApiCall, @Nullable ProjectRow> finder, Permissions permissions, int newest) {
        super(
                "Project",
                "Project Detail",
                description("a project"),
                finder,
                ProjectView::listed,
                Writing.changes(permissions::mayEdit, Forms.project(newest)));
    }

    @Override
    Reply change(ApiCall call, ProjectRow project) {
        Input input = call.input();
        Given<String> webUrl = input.read(Texts.any("web_url", LONGEST));
        Given<String> scmUrl = input.read(Texts.any("scm_url", LONGEST));
        Given<String> webscmUrl = input.read(Texts.any("webscm_url", LONGEST));
        Given<String> archiveUrl = input.read(Texts.any("list_archive_url", LONGEST));
        Given<String> archiveFormat = input.read(Texts.any("list_archive_url_format", LONGEST));
        Given<String> commitFormat = input.read(Texts.any("commit_url_format", LONGEST));
        Given<Boolean> dependencies = call.world().profile().newestMinor() < 4
                ? Given.absent()
                : input.read(Values.flag("show_dependencies", call.world().libraries()));
        input.finish();
        ProjectRow changed = new ProjectRow(
                project.id(),
                project.name(),
                project.linkName(),
                project.listId(),
                project.listEmail(),
                webUrl.or(project.webUrl()),
                scmUrl.or(project.scmUrl()),
                webscmUrl.or(project.webscmUrl()),
                project.subjectMatch(),
                archiveUrl.or(project.listArchiveUrl()),
                archiveFormat.or(project.listArchiveUrlFormat()),
                commitFormat.or(project.commitUrlFormat()),
                dependencies.or(project.showDependencies()),
                project.useTags(),
                project.sendNotifications());
        call.world().projects().replace(changed);
        return Reply.ok(to -> ProjectView.listed(to, changed));
    }
}
