package io.github.patchwork4j.testing.internal.state;

import org.jspecify.annotations.Nullable;

/**
 * What a test system says about a patch.
 *
 * @param id the id
 * @param patch the patch's id
 * @param user the id of the user who said it
 * @param date microseconds, on the server's own clock
 * @param state the result
 * @param targetUrl where to read more, or null
 * @param context which test it was
 * @param description one line more, or null
 */
public record CheckRow(
        long id,
        long patch,
        long user,
        long date,
        CheckState state,
        @Nullable String targetUrl,
        String context,
        @Nullable String description)
        implements Dated {

    /**
     * Gives the check its place among others.
     *
     * @param newId the id
     * @param newDate microseconds, on the server's own clock
     * @return a new row
     */
    public CheckRow as(long newId, long newDate) {
        return new CheckRow(newId, patch, user, newDate, state, targetUrl, context, description);
    }
}
