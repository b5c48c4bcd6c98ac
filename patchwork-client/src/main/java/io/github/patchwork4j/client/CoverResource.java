package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Cover;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.CoverSummary;

/** The cover letters of a server. */
public interface CoverResource {
    /**
     * Reads a cover letter.
     *
     * @param id the id
     * @return it
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Cover get(long id);

    /**
     * Reads a cover letter that something else names.
     *
     * @param cover it, in any form
     * @return it, whole
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default Cover get(CoverRef cover) {
        return get(cover.id());
    }

    /**
     * Lists cover letters.
     *
     * @param query which
     * @return them, all pages
     */
    Paged<CoverSummary> list(CoverQuery query);

    /**
     * Lists all cover letters.
     *
     * @return them, all pages
     */
    default Paged<CoverSummary> list() {
        return list(CoverQuery.builder().build());
    }

    /**
     * Downloads a cover letter as a mail.
     *
     * @param cover it, in any form
     * @return the mails, to be closed
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Download mbox(CoverRef cover);
}
