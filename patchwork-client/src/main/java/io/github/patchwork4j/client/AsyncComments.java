package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.PatchRef;
import java.util.concurrent.CompletableFuture;

/**
 * The comments on the patches and the cover letters of a server. They are asked for without a thread that waits: the
 * futures fail with what the methods of {@link CommentResource} throw.
 */
public final class AsyncComments {
    private final ApiComments requests;

    AsyncComments(ApiComments requests) {
        this.requests = requests;
    }

    /**
     * Reads a comment on a patch; since API 1.3.
     *
     * @param patch the patch, in any form
     * @param id the id of the comment
     * @return the comment
     */
    public CompletableFuture<Comment> get(PatchRef patch, long id) {
        return requests.toGet(patch, id).start();
    }

    /**
     * Lists the comments on a patch; since API 1.1.
     *
     * @param patch the patch, in any form
     * @param query how
     * @return them, all pages
     */
    public AsyncPaged<Comment> list(PatchRef patch, CommentQuery query) {
        return new AsyncPaged<>(requests.list(patch, query));
    }

    /**
     * Lists the comments on a patch; since API 1.1.
     *
     * @param patch the patch, in any form
     * @return them, all pages
     */
    public AsyncPaged<Comment> list(PatchRef patch) {
        return list(patch, CommentQuery.builder().build());
    }

    /**
     * Reads a comment on a cover letter; since API 1.3.
     *
     * @param cover the cover letter, in any form
     * @param id the id of the comment
     * @return the comment
     */
    public CompletableFuture<Comment> get(CoverRef cover, long id) {
        return requests.toGet(cover, id).start();
    }

    /**
     * Changes the mark of a comment on a patch; since API 1.3.
     *
     * <p>Patchwork 3.x makes an event of each update, so that none is sent again whose answer is lost: then the comment is read,
     * and returned if it has the mark.
     *
     * @param patch the patch, in any form
     * @param id the id of the comment
     * @param update the mark
     * @return the comment as it is now
     */
    public CompletableFuture<Comment> update(PatchRef patch, long id, CommentUpdate update) {
        return requests.toUpdate(patch, id, update).start();
    }

    /**
     * Changes the mark of a comment on a cover letter, as {@link #update(PatchRef, long, CommentUpdate)} does on a patch; since API 1.3.
     *
     * @param cover the cover letter, in any form
     * @param id the id of the comment
     * @param update the mark
     * @return the comment as it is now
     */
    public CompletableFuture<Comment> update(CoverRef cover, long id, CommentUpdate update) {
        return requests.toUpdate(cover, id, update).start();
    }

    /**
     * Lists the comments on a cover letter; since API 1.1.
     *
     * @param cover the cover letter, in any form
     * @param query how
     * @return them, all pages
     */
    public AsyncPaged<Comment> list(CoverRef cover, CommentQuery query) {
        return new AsyncPaged<>(requests.list(cover, query));
    }

    /**
     * Lists the comments on a cover letter; since API 1.1.
     *
     * @param cover the cover letter, in any form
     * @return them, all pages
     */
    public AsyncPaged<Comment> list(CoverRef cover) {
        return list(cover, CommentQuery.builder().build());
    }
}
