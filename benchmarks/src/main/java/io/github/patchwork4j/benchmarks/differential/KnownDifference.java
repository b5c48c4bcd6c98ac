package io.github.patchwork4j.benchmarks.differential;

/** Where we read otherwise than git 2.39 on purpose; the whole list, with which a comparison counts no difference. */
enum KnownDifference {
    /** Git makes nothing of a mail, for example because of a charset that it does not know; we read as far as it goes. */
    MAIL_REFUSED_BY_GIT,
    /** Git refuses a diff, and we give diagnostics or find no file. */
    DIFF_REFUSED_BY_BOTH,
    /**
     * Git takes the space at the end of a directory's name for the end of the path, and then finds the two names of
     * {@code diff --git} different; we read it.
     */
    SPACE_BEFORE_SLASH,
    /**
     * Both names of a file in a diff that is not git's begin with the same folder. Git, which is told how much to cut off, cuts it
     * off, and so do we when we are told; asked to find out, we keep it.
     */
    PREFIX_LIKE_A_FOLDER,
    /** A mail is read as by git only with git's bugs copied, which is an option; its documentation lists them. */
    BUG_OF_GIT,
    /** A mail is larger than our bound of 256 MiB. */
    BEYOND_LIMITS,
    /** The head of a hunk in a combined diff promises more lines than git has written; we report that, and count what is there. */
    COUNTS_THAT_GIT_MISTAKES
}
