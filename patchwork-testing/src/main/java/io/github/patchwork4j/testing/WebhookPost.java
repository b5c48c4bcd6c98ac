package io.github.patchwork4j.testing;

/**
 * An event that a fake of Patchwork 4.0 posted to a webhook, or tried to.
 *
 * @param webhook the id of the webhook
 * @param event the id of the event
 * @param url where the webhook is
 * @param status the last status that was answered, which the server does not look at; 0 if there was none
 * @param problem why there was none, such as that the webhook is not on this machine; empty if there was one
 */
public record WebhookPost(long webhook, long event, String url, int status, String problem) {}
