package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Webhook;

/** The webhooks of projects, on Patchwork 4.0 only. Maintainers of the project and administrators see and change them. */
public interface WebhookResource {
    /**
     * Reads a webhook.
     *
     * @param project the id of its project
     * @param id the id
     * @return it
     * @throws NotFoundException if there is none
     * @throws PermissionException if the caller may not
     * @throws IllegalArgumentException if the server is another one
     * @throws PatchworkException if the request fails
     */
    Webhook get(long project, long id);

    /**
     * Makes a webhook. The server does not try it, and never tells what became of its posts.
     *
     * @param project the id of its project
     * @param webhook the webhook
     * @return the webhook as the server has it
     * @throws BadRequestException if the project has one with that address, or the server does not know a category
     * @throws PermissionException if the caller may not
     * @throws IllegalArgumentException if the server is another one
     * @throws PatchworkException if the request fails
     */
    Webhook create(long project, NewWebhook webhook);

    /**
     * Changes a webhook.
     *
     * @param project the id of its project
     * @param id the id
     * @param update what to change
     * @return the webhook as it is now
     * @throws NotFoundException if there is none
     * @throws PermissionException if the caller may not
     * @throws IllegalArgumentException if the server is another one
     * @throws PatchworkException if the request fails
     */
    Webhook update(long project, long id, WebhookUpdate update);

    /**
     * Deletes a webhook. That there was none is no error.
     *
     * @param project the id of its project
     * @param id the id
     * @throws PermissionException if the caller may not
     * @throws IllegalArgumentException if the server is another one
     * @throws PatchworkException if the request fails
     */
    void delete(long project, long id);

    /**
     * Lists the webhooks of a project.
     *
     * @param project the id of the project
     * @return them, all pages
     */
    Paged<Webhook> list(long project);
}
