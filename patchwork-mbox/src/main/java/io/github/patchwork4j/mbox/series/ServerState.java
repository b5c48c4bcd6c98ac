package io.github.patchwork4j.mbox.series;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a Patchwork server already has of one project: all that {@link PatchworkIntake} looks up before it says what happens
 * to the next mail. An implementation only looks things up; it decides nothing.
 *
 * <p>Series have numbers of the implementation's choice. Message ids are the server's: with the {@code <>} if the mail
 * has them, cut at {@value PatchworkIntake#COLUMN} characters, compared letter by letter.
 */
public interface ServerState {
    /**
     * Tells whether there is a patch.
     *
     * @param msgid its message id
     * @return whether the project has it
     */
    boolean hasPatch(String msgid);

    /**
     * Tells whether there is a cover letter.
     *
     * @param msgid its message id
     * @return whether the project has it
     */
    boolean hasCover(String msgid);

    /**
     * Tells whether a patch or a cover letter has a comment.
     *
     * @param parent the message id of a patch or a cover letter that the project has
     * @param msgid the comment's message id
     * @return whether it is there
     */
    boolean hasComment(String parent, String msgid);

    /**
     * Finds the patch that a comment is on.
     *
     * @param msgid the comment's message id
     * @return the patch's message id; that of the oldest comment if there are several with this id
     */
    Optional<String> patchOfComment(String msgid);

    /**
     * Finds the cover letter that a comment is on.
     *
     * @param msgid the comment's message id
     * @return the cover letter's message id; that of the oldest comment if there are several with this id
     */
    Optional<String> coverOfComment(String msgid);

    /**
     * Counts the cover letters of a name, those of the server's other projects included.
     *
     * @param name the whole name, with its prefixes
     * @return how many there are; 2 may stand for more
     */
    int coversNamed(String name);

    /**
     * Finds a series by the message ids that were stored for it.
     *
     * @param msgid a message id
     * @return the series; the first that it was stored for if there are several
     */
    OptionalLong seriesOfReference(String msgid);

    /**
     * Finds series by what their patches have in common.
     *
     * @param markers what that is
     * @return the series from the newest to the oldest by their dates, those of one date from the last to the first that was made
     */
    Stream<Long> seriesLike(SeriesMarkers markers);

    /**
     * Tells whether a series has the version and the total of markers, and a date in their span. Its submitter does not count.
     *
     * @param series the series
     * @param markers what a mail has
     * @return whether they fit
     */
    boolean hasMarkers(long series, SeriesMarkers markers);

    /**
     * Returns the name of a patch of a series.
     *
     * @param series the series
     * @param number the patch's number in it
     * @return its name; empty if the series has no such patch
     */
    Optional<String> patchName(long series, int number);

    /**
     * Returns a series' name.
     *
     * @param series the series
     * @return the name; empty as long as neither a cover letter nor patch 1 has arrived
     */
    Optional<String> seriesName(long series);

    /**
     * Finds a series that somebody depends on.
     *
     * @param named what follows {@code Depends-on:}, the address of a series or a patch on the server or a message id in {@code <>}
     * @return the series; empty if the project has none of that name
     */
    OptionalLong seriesOfDependency(String named);
}
