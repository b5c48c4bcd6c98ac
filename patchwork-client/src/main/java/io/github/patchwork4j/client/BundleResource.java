package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Bundle;

/** The bundles of a server: the public ones, and those of the caller. */
public interface BundleResource {
    /**
     * Reads a bundle.
     *
     * @param id the id
     * @return it
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Bundle get(long id);

    /**
     * Makes a bundle of the caller; since API 1.2.
     *
     * @param bundle the bundle
     * @return the bundle as the server has it
     * @throws BadRequestException if the server does not take a value
     * @throws ServerException if Patchwork 3.x fails, as it does when the caller has a bundle of that name
     * @throws PatchworkException if the request fails
     */
    Bundle create(NewBundle bundle);

    /**
     * Changes a bundle of the caller; since API 1.2.
     *
     * @param id the id
     * @param update what to change
     * @return the bundle as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Bundle update(long id, BundleUpdate update);

    /**
     * Changes a bundle of the caller; since API 1.2.
     *
     * @param bundle the bundle
     * @param update what to change
     * @return the bundle as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default Bundle update(Bundle bundle, BundleUpdate update) {
        return update(bundle.id(), update);
    }

    /**
     * Deletes a bundle of the caller; since API 1.2. Its patches stay.
     *
     * @param id the id
     * @throws PermissionException if the caller may not
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    void delete(long id);

    /**
     * Deletes a bundle of the caller; since API 1.2. Its patches stay.
     *
     * @param bundle the bundle
     * @throws PermissionException if the caller may not
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default void delete(Bundle bundle) {
        delete(bundle.id());
    }

    /**
     * Lists bundles.
     *
     * @param query which
     * @return them, all pages
     */
    Paged<Bundle> list(BundleQuery query);

    /**
     * Lists all bundles.
     *
     * @return them, all pages
     */
    default Paged<Bundle> list() {
        return list(BundleQuery.builder().build());
    }

    /**
     * Downloads the patches of a bundle, in the order of the bundle. Private bundles cannot be had from Patchwork 4.0.
     *
     * @param bundle the bundle
     * @return the mails, to be closed
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Download mbox(Bundle bundle);
}
