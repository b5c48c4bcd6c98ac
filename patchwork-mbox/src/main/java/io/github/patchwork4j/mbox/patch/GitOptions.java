package io.github.patchwork4j.mbox.patch;

/**
 * How the {@link Dialect#GIT} reads a mail: the options of {@code git mailinfo} (its manual, "OPTIONS"). Immutable.
 *
 * <p>What git does only by accident is not copied, so that a mail means here what its sender meant:
 *
 * <ul>
 *   <li>git gives up on a mail with an unknown or unfitting charset, a broken encoded word, more than four nested multiparts or
 *       no body; here it is read as far as it goes, bytes that cannot be converted staying as they are.
 *   <li>git cuts a header at a NUL; here it stays.
 *   <li>git takes the boundary line that directly follows the headers of a nested multipart for text of the message; here the MIME
 *       tree is that of the standard (RFC 2046, section 5.1).
 *   <li>git compares boundaries only by how they begin; here all of the line counts.
 *   <li>git loses the first line of a part without headers; here it is read.
 *   <li>git trims the first line of a body that no empty line separates from the headers; here it stays.
 *   <li>git with {@code --no-inbody-headers} takes the last header of a mail without a body for its text; here the message is
 *       empty.
 * </ul>
 */
public final class GitOptions {
    /** What {@code git mailinfo} does without an option and without configuration. */
    public static final GitOptions DEFAULT = new GitOptions(0);

    private static final int SCISSORS = 1;
    private static final int KEEP_SUBJECT = 2;
    private static final int KEEP_BRACKETS = 4;
    private static final int NO_IN_BODY_HEADERS = 8;
    private static final int MESSAGE_ID = 16;

    private final int set;

    private GitOptions(int set) {
        this.set = set;
    }

    /**
     * Returns options by which a line such as {@code -- >8 --} drops all of the message before it ({@code --scissors}).
     *
     * @return the options
     */
    public GitOptions withScissors() {
        return new GitOptions(set | SCISSORS);
    }

    /**
     * Returns options by which the subject stays as it is, brackets and {@code Re:} included ({@code -k}).
     *
     * @return the options
     */
    public GitOptions withKeptSubject() {
        return new GitOptions(set | KEEP_SUBJECT);
    }

    /**
     * Returns options by which brackets without {@code PATCH} in them stay in the subject ({@code -b}); of no effect with
     * {@link #withKeptSubject()}.
     *
     * @return the options
     */
    public GitOptions withKeptBrackets() {
        return new GitOptions(set | KEEP_BRACKETS);
    }

    /**
     * Returns options by which headers at the beginning of the message are text ({@code --no-inbody-headers}).
     *
     * @return the options
     */
    public GitOptions withoutInBodyHeaders() {
        return new GitOptions(set | NO_IN_BODY_HEADERS);
    }

    /**
     * Returns options by which the mail's Message-Id is added to the end of the message, if a patch follows
     * ({@code --message-id}).
     *
     * @return the options
     */
    public GitOptions withMessageId() {
        return new GitOptions(set | MESSAGE_ID);
    }

    /**
     * Tells whether a line of scissors cuts the message.
     *
     * @return whether it does; off by default
     */
    public boolean scissors() {
        return has(SCISSORS);
    }

    /**
     * Tells whether the subject stays as it is.
     *
     * @return whether it does; off by default
     */
    public boolean keptSubject() {
        return has(KEEP_SUBJECT);
    }

    /**
     * Tells whether brackets without {@code PATCH} stay in the subject.
     *
     * @return whether they do; off by default
     */
    public boolean keptBrackets() {
        return has(KEEP_BRACKETS);
    }

    /**
     * Tells whether headers at the beginning of the message count.
     *
     * @return whether they do; on by default
     */
    public boolean inBodyHeaders() {
        return !has(NO_IN_BODY_HEADERS);
    }

    /**
     * Tells whether the Message-Id is added to the message.
     *
     * @return whether it is; off by default
     */
    public boolean messageId() {
        return has(MESSAGE_ID);
    }

    private boolean has(int option) {
        return (set & option) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GitOptions that && set == that.set;
    }

    @Override
    public int hashCode() {
        return set;
    }

    /** Returns the options as the command line of {@code git mailinfo} has them. */
    @Override
    public String toString() {
        String words = (scissors() ? " --scissors" : "")
                + (keptSubject() ? " -k" : "")
                + (keptBrackets() ? " -b" : "")
                + (inBodyHeaders() ? "" : " --no-inbody-headers")
                + (messageId() ? " --message-id" : "");
        return "GitOptions[" + words.strip() + "]";
    }
}
