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
        if (linkName.isBlank()) {
            throw new IllegalArgumentException("the link name is blank: \"" + linkName + "\"");
        }
        return session.get(session.api().project(linkName));
    }

    @Override
    public Paged<Project> list(ProjectQuery query) {
        return session.list(
                cursor -> session.api().projects(FilterValues.order(query.order()), cursor.page(), cursor.pageSize()));
    }
}
