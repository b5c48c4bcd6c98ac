package io.github.patchwork4j.testing.internal.state;

/**
 * A Message-Id by which later mails find their series.
 *
 * @param project a project's id
 * @param msgid with angle brackets
 * @param series the series' id
 */
public record SeriesReference(long project, String msgid, long series) {}
