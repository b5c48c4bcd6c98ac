package io.github.patchwork4j.testing;

/**
 * What became of a mail that was delivered to a fake server.
 *
 * @param project the link name of the project that took it; empty if none did
 * @param kind what was made of it
 * @param id the id of that; 0 if nothing was made
 * @param series the id of the series that it belongs to; 0 if it belongs to none
 * @param why why it is this and belongs there, or why nothing was made of it, in a sentence
 */
public record DeliveredMail(String project, Kind kind, long id, long series, String why) {
    /** What is made of mails; a later version may add more. */
    public enum Kind {
        /** A patch or a pull request. */
        PATCH,
        /** A cover letter. */
        COVER,
        /** A comment on a patch. */
        PATCH_COMMENT,
        /** A comment on a cover letter. */
        COVER_COMMENT,
        /** Nothing: no project has its list, it is here already, or there is nothing that it could belong to. */
        NOTHING
    }
}
