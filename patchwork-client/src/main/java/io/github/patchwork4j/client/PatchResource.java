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
     * Downloads the diff of a patch. Without a diff, Patchwork 3.x sends the word {@code None}.
     *
     * @param patch it, in any form
     * @return the diff, to be closed
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Download diff(PatchRef patch);
}
