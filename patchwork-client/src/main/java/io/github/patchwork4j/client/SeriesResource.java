package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.SeriesRef;
import java.util.List;

/** The series of a server. */
public interface SeriesResource {
    /**
     * Reads a series.
     *
     * @param id the id
     * @return it
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Series get(long id);

    /**
     * Reads a series that something else names.
     *
     * @param series it, in any form
     * @return it, whole
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default Series get(SeriesRef series) {
        return get(series.id());
    }

    /**
     * Changes a series; on Patchwork 4.0 only.
     *
     * @param id the id
     * @param update what to change
     * @return the series as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Series update(long id, SeriesUpdate update);

    /**
     * Changes a series; on Patchwork 4.0 only.
     *
     * @param series it, in any form
     * @param update what to change
     * @return the series as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default Series update(SeriesRef series, SeriesUpdate update) {
        return update(series.id(), update);
    }

    /**
     * Lists series.
     *
     * @param query which
     * @return them, all pages
     */
    Paged<Series> list(SeriesQuery query);

    /**
     * Lists all series.
     *
     * @return them, all pages
     */
    default Paged<Series> list() {
        return list(SeriesQuery.builder().build());
    }

    /**
     * Fetches the series that one depends on, as its mails tell by {@code Depends-on:}; those have dependencies of their own.
     * It needs API version 1.4, and takes a request for each.
     *
     * @param series it, in any form
     * @return the series that its patches go on top of; none also where the project does not show dependencies
     * @throws IllegalArgumentException if the client asks for an older version of the API
     * @throws NotFoundException if there is no such series
     * @throws PatchworkException if a request fails
     */
    List<Series> dependencies(SeriesRef series);

    /**
     * Downloads the patches of a series that have arrived, by their numbers and without the cover letter.
     *
     * @param series it, in any form
     * @return the mails, to be closed
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Download mbox(SeriesRef series);

    /**
     * Downloads the patches of a series like {@link #mbox(SeriesRef)}, and sees that they are all of them, each once and in
     * the order of their numbers. What the series has is asked for before. Reading ends with a
     * {@link SeriesMismatchException} otherwise, before a file or an array is there; a stream throws it where it would end.
     * What came is kept in memory until then. The diffs are not looked into, and a line inside of a mail that looks like the
     * beginning of another is none, though {@code git am} would cut the mail there.
     *
     * @param series it, in any form
     * @return the mails, to be closed
     * @throws NotFoundException if there is none
     * @throws PatchworkException if a request fails
     */
    Download verifiedMbox(SeriesRef series);
}
