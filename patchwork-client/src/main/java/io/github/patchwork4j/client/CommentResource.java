package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.PatchRef;

/** The comments on the patches and the cover letters of a server. */
public interface CommentResource {
    /**
     * Reads a comment on a patch; since API 1.3.
     *
     * @param patch the patch, in any form
     * @param id the id of the comment
     * @return the comment
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Comment get(PatchRef patch, long id);

    /**
     * Lists the comments on a patch; since API 1.1.
     *
     * @param patch the patch, in any form
     * @param query how
     * @return them, all pages
     */
    Paged<Comment> list(PatchRef patch, CommentQuery query);

    /**
     * Lists the comments on a patch; since API 1.1.
     *
     * @param patch the patch, in any form
     * @return them, all pages
     */
    default Paged<Comment> list(PatchRef patch) {
        return list(patch, CommentQuery.builder().build());
    }

    /**
     * Reads a comment on a cover letter; since API 1.3.
     *
     * @param cover the cover letter, in any form
     * @param id the id of the comment
     * @return the comment
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Comment get(CoverRef cover, long id);

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
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Comment update(PatchRef patch, long id, CommentUpdate update);

    /**
     * Changes the mark of a comment on a cover letter, as {@link #update(PatchRef, long, CommentUpdate)} does on a patch; since API 1.3.
     *
     * @param cover the cover letter, in any form
     * @param id the id of the comment
     * @param update the mark
     * @return the comment as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Comment update(CoverRef cover, long id, CommentUpdate update);

    /**
     * Lists the comments on a cover letter; since API 1.1.
     *
     * @param cover the cover letter, in any form
     * @param query how
     * @return them, all pages
     */
    Paged<Comment> list(CoverRef cover, CommentQuery query);

    /**
     * Lists the comments on a cover letter; since API 1.1.
     *
     * @param cover the cover letter, in any form
     * @return them, all pages
     */
    default Paged<Comment> list(CoverRef cover) {
        return list(cover, CommentQuery.builder().build());
    }
}
