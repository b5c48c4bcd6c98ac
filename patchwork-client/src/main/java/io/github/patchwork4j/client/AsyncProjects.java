package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.ProjectRef;
import java.util.concurrent.CompletableFuture;

/**
 * The projects of a server. They are asked for without a thread that waits: the futures fail with what the methods of
 * {@link ProjectResource} throw.
 */
public final class AsyncProjects {
    private final ApiProjects requests;

    AsyncProjects(ApiProjects requests) {
        this.requests = requests;
    }

    /**
     * Reads a project by its link name.
     *
     * @param linkName the link name, with its case; a number is taken for an id first
     * @return the project
     */
    public CompletableFuture<Project> get(String linkName) {
        return requests.toGet(linkName).start();
    }

    /**
     * Reads a project by its id.
     *
     * @param id the id
     * @return the project
     */
    public CompletableFuture<Project> get(long id) {
        return get(Long.toString(id));
    }

    /**
     * Reads a project that something else names.
     *
     * @param project it, in any form
     * @return it, whole
     */
    public CompletableFuture<Project> get(ProjectRef project) {
        return get(project.id());
    }

    /**
     * Changes a project.
     *
     * @param linkName the link name, with its case; a number is taken for an id first
     * @param update what to change
     * @return the project as it is now
     */
    public CompletableFuture<Project> update(String linkName, ProjectUpdate update) {
        return requests.toUpdate(linkName, update).start();
    }

    /**
     * Changes a project.
     *
     * @param project it, in any form
     * @param update what to change
     * @return the project as it is now
     */
    public CompletableFuture<Project> update(ProjectRef project, ProjectUpdate update) {
        return update(Long.toString(project.id()), update);
    }

    /**
     * Lists projects.
     *
     * @param query which
     * @return them, all pages
     */
    public AsyncPaged<Project> list(ProjectQuery query) {
        return new AsyncPaged<>(requests.list(query));
    }

    /**
     * Lists all projects.
     *
     * @return them, all pages
     */
    public AsyncPaged<Project> list() {
        return list(ProjectQuery.builder().build());
    }
}
