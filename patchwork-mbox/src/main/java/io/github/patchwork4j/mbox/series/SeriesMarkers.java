package io.github.patchwork4j.mbox.series;

import java.time.Instant;

/**
 * What the patches of one series have in common, by which a Patchwork server finds it where no reference leads to it.
 *
 * @param submitter the address of the sender; its case does not count
 * @param version the version
 * @param total of how many patches
 * @param earliest the earliest date of the series, inclusive
 * @param latest the latest date of the series, inclusive
 */
public record SeriesMarkers(String submitter, int version, int total, Instant earliest, Instant latest) {}
