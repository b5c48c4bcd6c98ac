package io.github.patchwork4j.testing.internal.state;

import org.jspecify.annotations.Nullable;

/**
 * A reply to a patch or to a cover; the two kinds live in tables and id ranges of their own.
 *
 * @param id the id
 * @param parent the id of the patch or cover
 * @param msgid with angle brackets
 * @param date microseconds, in UTC
 * @param submitter a person's id
 * @param rawHeaders the header block
 * @param content the text
 * @param addressed null as long as nobody cares, then whether it is dealt with
 */
public record CommentRow(
        long id,
        long parent,
        String msgid,
        long date,
        long submitter,
        String rawHeaders,
        String content,
        @Nullable Boolean addressed)
        implements Mail {

    /**
     * Changes the one thing that can be changed.
     *
     * @param now whether it is dealt with, or null
     * @return a new row
     */
    public CommentRow with(@Nullable Boolean now) {
        return new CommentRow(id, parent, msgid, date, submitter, rawHeaders, content, now);
    }
}
