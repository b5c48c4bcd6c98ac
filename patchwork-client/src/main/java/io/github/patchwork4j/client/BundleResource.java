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
