package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchSummary;

/** The patches of a server. */
public interface PatchResource {
    /**
     * Reads a patch.
     *
     * @param id the id
     * @return it
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Patch get(long id);

    /**
     * Reads a patch that something else names.
     *
     * @param patch it, in any form
     * @return it, whole
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default Patch get(PatchRef patch) {
        return get(patch.id());
    }

    /**
     * Changes a patch. When it is related to others, or taken out of its relation, the patch is read again
     * afterwards, because the answer to the write shows the relation as it was.
     *
     * @param id the id
     * @param update what to change
     * @return the patch as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws ConflictException if it would join patches of two relations
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Patch update(long id, PatchUpdate update);

    /**
     * Changes a patch, as {@link #update(long, PatchUpdate)} does.
     *
     * @param patch it, in any form
     * @param update what to change
     * @return the patch as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default Patch update(PatchRef patch, PatchUpdate update) {
        return update(patch.id(), update);
    }

    /**
     * Lists patches.
     *
     * @param query which
     * @return them, all pages
     */
    Paged<PatchSummary> list(PatchQuery query);

    /**
     * Lists all patches.
     *
     * @return them, all pages
     */
    default Paged<PatchSummary> list() {
        return list(PatchQuery.builder().build());
    }

    /**
     * Downloads a patch as a mail that {@code git am} takes, with the trailers of its comments.
     *
     * @param patch it, in any form
     * @return the mails, to be closed
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Download mbox(PatchRef patch);

    /**
     * Downloads the diff of a patch, which is empty if there is none. Patchwork 4.0 may not find it then.
     *
     * @param patch it, in any form
     * @return the diff, to be closed
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Download diff(PatchRef patch);
}
