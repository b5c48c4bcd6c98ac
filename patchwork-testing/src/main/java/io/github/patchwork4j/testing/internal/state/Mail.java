package io.github.patchwork4j.testing.internal.state;

/** What patches, covers and comments have in common: each was a mail once. */
public interface Mail extends Dated {

    /**
     * Returns the Message-Id.
     *
     * @return with its angle brackets
     */
    String msgid();

    /**
     * Returns the person who sent it.
     *
     * @return a person's id
     */
    long submitter();

    /**
     * Returns the header block as it arrived, folded lines included.
     *
     * @return lines without a final line end
     */
    String rawHeaders();

    /**
     * Returns the text of the mail, without any diff.
     *
     * @return possibly empty
     */
    String content();
}
