package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Webhook;

/** Webhooks over the API. */
final class ApiWebhooks implements WebhookResource {
    private static final Needs WEBHOOKS = Needs.none().when(true, Capability.WEBHOOKS);

    private final Session session;

    ApiWebhooks(Session session) {
        this.session = session;
    }

    @Override
    public Webhook get(long project, long id) {
        return toGet(project, id).run();
    }

    Task<Webhook> toGet(long project, long id) {
        return session.ask(WEBHOOKS, () -> session.api().webhook(project, id));
    }

    @Override
    public Webhook create(long project, NewWebhook webhook) {
        return toCreate(project, webhook).run();
    }

    Task<Webhook> toCreate(long project, NewWebhook webhook) {
        return session.ask(WEBHOOKS, () -> session.api().createWebhook(project, webhook));
    }

    @Override
    public Webhook update(long project, long id, WebhookUpdate update) {
        return toUpdate(project, id, update).run();
    }

    Task<Webhook> toUpdate(long project, long id, WebhookUpdate update) {
        return session.ask(WEBHOOKS, () -> session.api().updateWebhook(project, id, update));
    }

    @Override
    public void delete(long project, long id) {
        toDelete(project, id).run();
    }

    Task<Task.Done> toDelete(long project, long id) {
        return session.ready(WEBHOOKS)
                .then(ready -> Task.empty(() -> session.api().deleteWebhook(project, id)));
    }

    @Override
    public Paged<Webhook> list(long project) {
        return session.list(
                WEBHOOKS, Webhook::id, cursor -> session.api().webhooks(project, cursor.page(), cursor.pageSize()));
    }
}
