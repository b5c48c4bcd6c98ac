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
     * Posts a check on a patch.
     *
     * <p>When no answer comes, or one that does not tell whether the check was stored, the checks of the patch are read:
     * if the newest of this context says what was to be posted, and is no older than the request by the server's clock, it is
     * returned, else the failure is thrown.
     *
     * @param patch the id of the patch
     * @param check the check
     * @return the check as the server has it: a new one, or on Patchwork 4.0 the old one of the same context and user
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is no such patch
     * @throws PatchworkException if the request fails
     */
    Check create(long patch, NewCheck check);

    /**
     * Posts a check on a patch, as {@link #create(long, NewCheck)} does.
     *
     * @param patch the patch, in any form
     * @param check the check
     * @return the check as the server has it
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is no such patch
     * @throws PatchworkException if the request fails
     */
    default Check create(PatchRef patch, NewCheck check) {
        return create(patch.id(), check);
    }

    /**
     * Changes a check; on Patchwork 4.0 only. Elsewhere post a new one of the same context.
     * The server makes an event of each update, so that none is sent again whose answer is lost: then the check is read, and
     * returned if it is as it was to be.
     *
     * @param patch the patch, in any form
     * @param check the check
     * @param update what to change
     * @return the check as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Check update(PatchRef patch, Check check, CheckUpdate update);

    /**
     * Lists checks of a patch.
     *
     * @param patch the patch, in any form
     * @param query which
     * @return them, all pages
     */
    Paged<Check> list(PatchRef patch, CheckQuery query);

    /**
     * Lists checks of a patch.
     *
     * @param patch the id of the patch
     * @param query which
     * @return them, all pages
     */
    Paged<Check> list(long patch, CheckQuery query);

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
