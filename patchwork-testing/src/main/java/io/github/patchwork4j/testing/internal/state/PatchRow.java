package io.github.patchwork4j.testing.internal.state;

import org.jspecify.annotations.Nullable;

/**
 * A patch.
 *
 * @param id the id
 * @param project its project's id
 * @param msgid with angle brackets
 * @param date microseconds, in UTC
 * @param name the cleaned subject
 * @param commitRef the commit it became, or null
 * @param pullUrl where to pull from, or null
 * @param state its state's id
 * @param archived whether the web pages hide it
 * @param hash the hash of its diff, or null
 * @param submitter a person's id
 * @param delegate a user's id, or {@link Row#NONE}
 * @param series its series' id, or {@link Row#NONE}
 * @param number its place in the series, or null
 * @param relation the group of patches it is related to, or {@link Row#NONE}
 * @param rawHeaders the header block
 * @param content the text before the diff
 * @param diff the diff, or null
 */
public record PatchRow(
        long id,
        long project,
        String msgid,
        long date,
        String name,
        @Nullable String commitRef,
        @Nullable String pullUrl,
        long state,
        boolean archived,
        @Nullable String hash,
        long submitter,
        long delegate,
        long series,
        @Nullable Long number,
        long relation,
        String rawHeaders,
        String content,
        @Nullable String diff)
        implements Mail {

    /**
     * Changes what clients can change.
     *
     * @param newCommitRef the commit it became, or null
     * @param newPullUrl where to pull from, or null
     * @param newState its state's id
     * @param newArchived whether the web pages hide it
     * @param newDelegate a user's id, or {@link Row#NONE}
     * @return a new row
     */
    public PatchRow with(
            @Nullable String newCommitRef,
            @Nullable String newPullUrl,
            long newState,
            boolean newArchived,
            long newDelegate) {
        return copy(newCommitRef, newPullUrl, newState, newArchived, hash, newDelegate, relation);
    }

    /**
     * Moves the patch into another relation.
     *
     * @param newRelation its id, or {@link Row#NONE}
     * @return a new row
     */
    public PatchRow withRelation(long newRelation) {
        return copy(commitRef, pullUrl, state, archived, hash, delegate, newRelation);
    }

    /**
     * Fills the hash in.
     *
     * @param newHash the hash of the diff
     * @return a new row
     */
    public PatchRow withHash(String newHash) {
        return copy(commitRef, pullUrl, state, archived, newHash, delegate, relation);
    }

    private PatchRow copy(
            @Nullable String ref,
            @Nullable String pull,
            long newState,
            boolean hidden,
            @Nullable String newHash,
            long user,
            long group) {
        return new PatchRow(
                id,
                project,
                msgid,
                date,
                name,
                ref,
                pull,
                newState,
                hidden,
                newHash,
                submitter,
                user,
                series,
                number,
                group,
                rawHeaders,
                content,
                diff);
    }
}
