package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Webhook;
import java.util.concurrent.CompletableFuture;

/**
 * The webhooks of projects, on Patchwork 4.0 only. They are asked for without a thread that waits: the futures fail with
 * what the methods of {@link WebhookResource} throw.
 */
public final class AsyncWebhooks {
    private final ApiWebhooks requests;

    AsyncWebhooks(ApiWebhooks requests) {
        this.requests = requests;
    }

    /**
     * Reads a webhook.
     *
     * @param project the id of its project
     * @param id the id
     * @return it
     */
    public CompletableFuture<Webhook> get(long project, long id) {
        return requests.toGet(project, id).start();
    }

    /**
     * Makes a webhook. The server does not try it, and never tells what became of its posts.
     *
     * @param project the id of its project
     * @param webhook the webhook
     * @return the webhook as the server has it
     */
    public CompletableFuture<Webhook> create(long project, NewWebhook webhook) {
        return requests.toCreate(project, webhook).start();
    }

    /**
     * Changes a webhook.
     *
     * @param project the id of its project
     * @param id the id
     * @param update what to change
     * @return the webhook as it is now
     */
    public CompletableFuture<Webhook> update(long project, long id, WebhookUpdate update) {
        return requests.toUpdate(project, id, update).start();
    }

    /**
     * Deletes a webhook. That there was none is no error.
     *
     * @param project the id of its project
     * @param id the id
     * @return what is complete when it is gone
     */
    public CompletableFuture<Void> delete(long project, long id) {
        return requests.toDelete(project, id).startWithoutResult();
    }

    /**
     * Lists the webhooks of a project.
     *
     * @param project the id of the project
     * @return them, all pages
     */
    public AsyncPaged<Webhook> list(long project) {
        return new AsyncPaged<>(requests.list(project));
    }
}
