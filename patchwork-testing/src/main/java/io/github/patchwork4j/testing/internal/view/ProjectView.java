package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import java.io.IOException;

/** Projects, and the places where one is embedded. */
public final class ProjectView {

    private ProjectView() {}

    /**
     * Writes a project.
     *
     * @param to where and how
     * @param project the row
     * @throws IOException from the writer
     */
    public static void listed(Rendering to, ProjectRow project) throws IOException {
        JsonWriter out = to.out();
        out.beginObject();
        commonFields(to, project);
        out.name("maintainers").beginArray();
        for (UserRow maintainer : to.world().users().maintainersOf(project.id())) {
            UserView.maintainer(to, maintainer);
        }
        out.endArray();
        if (to.version().has(1)) {
            out.name("subject_match").value(project.subjectMatch());
        }
        archiveFields(to, project);
        if (to.version().has(4)) {
            out.name("show_dependencies").value(project.showDependencies());
        }
        out.endObject();
    }

    /**
     * Writes the project that something belongs to.
     *
     * @param to where and how
     * @param id the project's id
     * @throws IOException from the writer
     */
    static void embedded(Rendering to, long id) throws IOException {
        ProjectRow project = to.world().projects().get(id);
        to.out().beginObject();
        commonFields(to, project);
        archiveFields(to, project);
        to.out().endObject();
    }

    private static void commonFields(Rendering to, ProjectRow project) throws IOException {
        JsonWriter out = to.out();
        out.name("id").value(project.id());
        out.name("url").value(to.urls().object("projects", project.id()));
        out.name("name").value(project.name());
        out.name("link_name").value(project.linkName());
        out.name("list_id").value(project.listId());
        out.name("list_email").value(project.listEmail());
        out.name("web_url").value(project.webUrl());
        out.name("scm_url").value(project.scmUrl());
        out.name("webscm_url").value(project.webscmUrl());
    }

    private static void archiveFields(Rendering to, ProjectRow project) throws IOException {
        if (to.version().has(2)) {
            to.out().name("list_archive_url").value(project.listArchiveUrl());
            to.out().name("list_archive_url_format").value(project.listArchiveUrlFormat());
            to.out().name("commit_url_format").value(project.commitUrlFormat());
        }
    }
}
