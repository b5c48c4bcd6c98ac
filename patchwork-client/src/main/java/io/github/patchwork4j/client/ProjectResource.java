package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.ProjectRef;

/** The projects of a server. */
public interface ProjectResource {
    /**
     * Reads a project by its link name.
     *
     * @param linkName the link name, with its case; a number is taken for an id first
     * @return the project
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Project get(String linkName);

    /**
     * Reads a project by its id.
     *
     * @param id the id
     * @return the project
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default Project get(long id) {
        return get(Long.toString(id));
    }

    /**
     * Reads a project that something else names.
     *
     * @param project it, in any form
     * @return it, whole
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default Project get(ProjectRef project) {
        return get(project.id());
    }

    /**
     * Changes a project.
     *
     * @param linkName the link name, with its case; a number is taken for an id first
     * @param update what to change
     * @return the project as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Project update(String linkName, ProjectUpdate update);

    /**
     * Changes a project.
     *
     * @param project it, in any form
     * @param update what to change
     * @return the project as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default Project update(ProjectRef project, ProjectUpdate update) {
        return update(Long.toString(project.id()), update);
    }

    /**
     * Lists projects.
     *
     * @param query which
     * @return them, all pages
     */
    Paged<Project> list(ProjectQuery query);

    /**
     * Lists all projects.
     *
     * @return them, all pages
     */
    default Paged<Project> list() {
        return list(ProjectQuery.builder().build());
    }
}
