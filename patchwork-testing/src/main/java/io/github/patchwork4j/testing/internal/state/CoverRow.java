package io.github.patchwork4j.testing.internal.state;

/**
 * A cover letter.
 *
 * @param id the id
 * @param project its project's id
 * @param msgid with angle brackets
 * @param date microseconds, in UTC
 * @param name the cleaned subject
 * @param submitter a person's id
 * @param rawHeaders the header block
 * @param content the text
 */
public record CoverRow(
        long id, long project, String msgid, long date, String name, long submitter, String rawHeaders, String content)
        implements Mail {}
