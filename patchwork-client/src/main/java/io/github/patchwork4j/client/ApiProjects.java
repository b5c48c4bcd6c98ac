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
        WriteValues.refuseBlank("the link name", linkName);
        return session.get(session.api().project(linkName));
    }

    @Override
    public Project update(String linkName, ProjectUpdate update) {
        WriteValues.refuseBlank("the link name", linkName);
        if (update.writesFormats()) {
            session.require(Capability.PROJECT_FORMATS);
        }
        if (update.writesDependencies()) {
            session.require(Capability.DEPENDENCY_SETTING);
        }
        return session.get(session.api().updateProject(linkName, update));
    }

    @Override
    public Paged<Project> list(ProjectQuery query) {
        return session.list(
                Needs.none().sorting(query.order()),
                Project::id,
                cursor -> session.api().projects(FilterValues.order(query.order()), cursor.page(), cursor.pageSize()));
    }
}
