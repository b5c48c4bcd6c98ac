package io.github.patchwork4j.testing.internal.state;

import org.jspecify.annotations.Nullable;

/**
 * A series; which patches belong to it is written in the patches.
 *
 * @param id the id
 * @param project its project's id
 * @param name null until a cover or a first patch arrived
 * @param date that of the first mail, microseconds in UTC
 * @param submitter a person's id
 * @param version counted from 1
 * @param total how many patches were announced
 * @param cover its cover's id, or {@link Row#NONE}
 */
public record SeriesRow(
        long id, long project, @Nullable String name, long date, long submitter, long version, long total, long cover)
        implements Dated {

    /**
     * Changes the version.
     *
     * @param newVersion any number
     * @return a new row
     */
    public SeriesRow withVersion(long newVersion) {
        return new SeriesRow(id, project, name, date, submitter, newVersion, total, cover);
    }

    /**
     * Gives the series what a mail brought.
     *
     * @param newName the name
     * @param newCover the cover letter, or {@link Row#NONE}
     * @return the series with them
     */
    public SeriesRow with(@Nullable String newName, long newCover) {
        return new SeriesRow(id, project, newName, date, submitter, version, total, newCover);
    }
}
