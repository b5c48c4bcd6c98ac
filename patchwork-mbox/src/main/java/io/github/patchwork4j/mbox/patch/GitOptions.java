package io.github.patchwork4j.mbox.patch;

import java.util.Locale;

/**
 * How the {@link Dialect#GIT} reads a mail: the options of {@code git mailinfo} (its manual, "OPTIONS"). Immutable.
 *
 * <p>What git does only by accident is not copied, so that a mail means here what its sender meant; {@link #withBugsOfGit()}
 * copies it all the same:
 *
 * <ul>
 *   <li>git gives up on a mail with an unknown or unfitting charset, a broken encoded word, more than four nested multiparts, a
 *       NUL in a decoded header, or nothing at all; here it is read as far as it goes, bytes that cannot be converted staying as
 *       they are.
 *   <li>git cuts a header at a NUL, and a line of quoted-printable or base64 too; here it stays.
 *   <li>git decodes base64 line by line, so that lines whose length is no multiple of four come out broken, and takes no notice of
 *       padding; here all of a part is one text. A soft line break of quoted-printable may end in CR and LF here.
 *   <li>git decodes each encoded word on its own; here neighbours of one charset may share a character.
 *   <li>git opens whatever has a boundary, and one more multipart for each Content-Type that has one; here the type has to be
 *       multipart, and the first Content-Type tells the boundary.
 *   <li>git takes a boundary line that directly follows the headers of a part, nested or empty, for text of the message; here the MIME
 *       tree is that of the standard (RFC 2046, section 5.1).
 *   <li>git compares boundaries only by how they begin, even empty ones, skips one that no empty line separates from the headers, and
 *       leaves one empty line for several ends in a row; here all of the line counts, and each end leaves one.
 *   <li>git loses the first line of a part without headers; here it is read.
 *   <li>git trims the first line of a body that no empty line separates from the headers; here it stays.
 *   <li>git takes the last header of a mail without a body for its text; here the message is empty.
 * </ul>
 *
 * <p>Never copied is what git 2.39 finds in its memory behind a From whose quotes or comment are not closed, nor that it loses the
 * last letter of an encoded word in a charset with combining marks (windows-1255, windows-1258). Charsets that Java has no table of
 * are unknown here though git knows them: iso-8859-10, iso-8859-14, KOI8-T, VISCII, TCVN, UTF-7.
 */
public final class GitOptions {
    /** What {@code git mailinfo} does without an option and without configuration. */
    public static final GitOptions DEFAULT = new GitOptions(0);

    private static final int SCISSORS = 1;
    private static final int KEEP_SUBJECT = 2;
    private static final int KEEP_BRACKETS = 4;
    private static final int NO_IN_BODY_HEADERS = 8;
    private static final int MESSAGE_ID = 16;
    private static final int BUGS = 32;
    private static final int CR_STRIP = 64;
    private static final int CR_NOWARN = 128;

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
     * Returns options by which all that the class lists is done as git does it, byte for byte, what git gives up on
     * included; for who has to get what git got.
     *
     * @return the options
     */
    public GitOptions withBugsOfGit() {
        return new GitOptions(set | BUGS);
    }

    /**
     * Returns options by which a CR before the LF of a line is kept or dropped ({@code --quoted-cr}).
     *
     * @param policy what becomes of it
     * @return the options
     */
    public GitOptions withQuotedCr(QuotedCr policy) {
        int bit = switch (policy) {
            case NOWARN -> CR_NOWARN;
            case WARN -> 0;
            case STRIP -> CR_STRIP;
        };
        return new GitOptions((set & ~(CR_NOWARN | CR_STRIP)) | bit);
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

    /**
     * Tells whether git's accidents are copied.
     *
     * @return whether they are; off by default
     */
    public boolean bugsOfGit() {
        return has(BUGS);
    }

    /**
     * Returns what becomes of a CR before the LF of a line.
     *
     * @return the policy; {@link QuotedCr#WARN} by default
     */
    public QuotedCr quotedCr() {
        return has(CR_STRIP) ? QuotedCr.STRIP : has(CR_NOWARN) ? QuotedCr.NOWARN : QuotedCr.WARN;
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
                + (messageId() ? " --message-id" : "")
                + (quotedCr() == QuotedCr.WARN
                        ? ""
                        : " --quoted-cr=" + quotedCr().name().toLowerCase(Locale.ROOT))
                + (bugsOfGit() ? " with git's bugs" : "");
        return "GitOptions[" + words.strip() + "]";
    }
}
