package io.github.patchwork4j.testing.internal.state;

/**
 * A place that is told of events, in 4.0 only.
 *
 * @param id the id
 * @param project a project's id
 * @param url where events are posted
 * @param secret what they are signed with, possibly empty
 * @param events words of categories divided by commas, or {@code *}
 * @param active whether it is told at all
 * @param created microseconds, in UTC
 */
public record WebhookRow(long id, long project, String url, String secret, String events, boolean active, long created)
        implements Row {}
