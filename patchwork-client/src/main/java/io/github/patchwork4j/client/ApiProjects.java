package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Project;

/** Projects over the API. */
final class ApiProjects implements ProjectResource {
    private final Session session;

    ApiProjects(Session session) {
        this.session = session;
    }

    @Override
    public Project get(String linkName) {
        return toGet(linkName).run();
    }

    Task<Project> toGet(String linkName) {
        WriteValues.refuseBlank("the link name", linkName);
        return session.ask(() -> session.api().project(linkName));
    }

    @Override
    public Project update(String linkName, ProjectUpdate update) {
        return toUpdate(linkName, update).run();
    }

    Task<Project> toUpdate(String linkName, ProjectUpdate update) {
        WriteValues.refuseBlank("the link name", linkName);
        return session.ask(
                Needs.none()
                        .when(update.writesFormats(), Capability.PROJECT_FORMATS)
                        .when(update.writesDependencies(), Capability.DEPENDENCY_SETTING),
                () -> session.api().updateProject(linkName, update));
    }

    @Override
    public Paged<Project> list(ProjectQuery query) {
        return session.list(
                Needs.none().sorting(query.order()),
                Project::id,
                cursor -> session.api().projects(FilterValues.order(query.order()), cursor.page(), cursor.pageSize()));
    }
}
