package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.PatchRef;

/** The checks of the patches of a server. */
public interface CheckResource {
    /**
     * Reads a check of a patch.
     *
     * @param patch the patch, in any form
     * @param id the id of the check
     * @return the check
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Check get(PatchRef patch, long id);

    /**
     * Lists checks of a patch.
     *
     * @param patch the patch, in any form
     * @param query which
     * @return them, all pages
     */
    Paged<Check> list(PatchRef patch, CheckQuery query);

    /**
     * Lists all checks of a patch.
     *
     * @param patch the patch, in any form
     * @return them, all pages
     */
    default Paged<Check> list(PatchRef patch) {
        return list(patch, CheckQuery.builder().build());
    }
}
